// Finds the moments at which the browser takes the page's own content out of it - copied, dragged, printed, edited: for these marks are withdrawn.

/** What is about to be taken: what is selected or dragged, what is edited, everything; or it was taken, and marks may come back. */
export type Taking =
  | { readonly kind: 'part'; readonly holds: (node: Node) => boolean }
  | { readonly kind: 'all' }
  | { readonly kind: 'over' };

/** Listens until the signal aborts. `onTaking` is called before the browser reads the page; the page's own events go on as they are. */
export function listenForTaking(
  document: Document,
  onTaking: (taking: Taking) => void,
  signal: AbortSignal,
): void {
  const on = (name: string, hear: (event: Event) => void, target: EventTarget = window): void =>
    target.addEventListener(name, (event) => event.isTrusted && hear(event), {
      capture: true,
      passive: true,
      signal,
    });
  const takeSelected = (): void => {
    const selection = document.getSelection();
    if (selection && !selection.isCollapsed)
      onTaking({ kind: 'part', holds: (node) => selection.containsNode(node, true) });
  };
  on('copy', takeSelected);
  on('cut', takeSelected);
  on('dragstart', ({ target }) => {
    takeSelected();
    if (target instanceof Node) onTaking({ kind: 'part', holds: (node) => target.contains(node) });
  });
  // An editor that came to be round marks, by designMode or a style: every attribute that makes one is heard by the watcher.
  on('beforeinput', ({ target }) => {
    if (target instanceof Node) onTaking({ kind: 'part', holds: (node) => target.contains(node) });
  });
  on('beforeprint', () => onTaking({ kind: 'all' }));
  on('afterprint', () => onTaking({ kind: 'over' }));
}
