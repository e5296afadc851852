// What the tests use of SortableJS, which comes without types.
declare module 'sortablejs' {
  const Sortable: { create(list: HTMLElement, options: Readonly<Record<string, unknown>>): unknown };
  export default Sortable;
}
