// Many small cases on one page, each in a section of its own: opening a page for each would take longer than all else.

/** A case: what it is called, its HTML, and what is marked in it. */
export type Case = readonly [name: string, html: string, marks: readonly string[]];

/** A page of cases, each in its section. */
export const pageOf = (
  cases: readonly (readonly [name: string, html: string, ...rest: unknown[]])[],
): string => cases.map(([name, html]) => `<section data-case="${name}">${html}</section>`).join('\n');

/**
 * In the page: what is marked in each section, open shadow trees included, in the order in which it is read; what carries one number is one. Of a page
 * without sections everything, under ''.
 */
export const markedByCase = (): Record<string, string[]> => {
  const marked: Record<string, Map<string | null, string>> = {};
  const walk = (root: Element | ShadowRoot, texts: Map<string | null, string>): void => {
    for (const element of root.children) {
      const number = element.getAttribute('data-mark');
      if (element.localName === 'bedsideterm')
        texts.set(number, `${texts.get(number) ?? ''}${element.textContent}`);
      if (element.shadowRoot) walk(element.shadowRoot, texts);
      walk(element, texts);
    }
  };
  const sections = [...document.querySelectorAll<HTMLElement>('[data-case]')];
  for (const section of sections.length > 0 ? sections : [document.body])
    walk(section, (marked[section.dataset.case ?? ''] = new Map()));
  return Object.fromEntries(Object.entries(marked).map(([name, texts]) => [name, [...texts.values()]]));
};

/** A shadow tree as HTML, to be put into its host. */
export const tree = (inside: string): string => `<template shadowrootmode="open">${inside}</template>`;

/** As long as late looks take, also on a busy machine. */
export const LATE = { timeout: 15_000 };
