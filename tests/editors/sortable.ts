// A list that is sorted by dragging, by SortableJS: `window.sortable(list)`.
import Sortable from 'sortablejs';

Object.assign(window, {
  // Its own dragging by the pointer, which works alike in both browsers.
  sortable: (list: HTMLElement) =>
    Sortable.create(list, { handle: '.grip', forceFallback: true, fallbackOnBody: true, animation: 0 }),
});
