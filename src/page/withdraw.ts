// Finds the moments at which marks have to be withdrawn: when the browser takes the page's own content out of it - copied, dragged, printed, edited - and when
// other rules of its style sheets come to apply.
import { MARK } from './blocks.ts';

/** For how long marks are not drawn again: until the drag is over, until it is printed. */
export type Hold = 'drag' | 'print';

/** Which marks are to be withdrawn, by the pieces of their texts; drawn again at once, or when their hold is over. */
export type Withdrawal =
  | {
      readonly kind: 'some';
      readonly holds: (piece: Node) => boolean;
      readonly hold?: Hold;
    }
  | { readonly kind: 'all'; readonly hold?: Hold }
  | { readonly kind: 'over'; readonly hold: Hold };

/** Listens until the signal aborts. `withdraw` is called before the browser reads the page; the page's own events go on as they are. */
export function listenForWithdrawals(
  document: Document,
  withdraw: (withdrawal: Withdrawal) => void,
  signal: AbortSignal,
): void {
  const on = (name: string, hear: (event: Event) => void): void =>
    window.addEventListener(name, (event) => event.isTrusted && hear(event), {
      capture: true,
      passive: true,
      signal,
    });
  const selected = (): Selection | null => {
    const selection = document.getSelection();
    return selection?.isCollapsed === false ? selection : null;
  };
  const withdrawSelected = (hold?: Hold): void => {
    const selection = selected();
    if (selection)
      withdraw({
        kind: 'some',
        holds: (piece) => selection.containsNode(piece, true),
        ...(hold && { hold }),
      });
  };
  const withdrawIn = ({ target }: Event): void => {
    if (target instanceof Element && target.querySelector(MARK))
      withdraw({ kind: 'some', holds: (piece) => target.contains(piece) });
  };
  const isOnSelected = ({ clientX, clientY }: MouseEvent): boolean =>
    [...(selected()?.getRangeAt(0).getClientRects() ?? [])].some(
      ({ left, right, top, bottom }) =>
        left <= clientX && clientX <= right && top <= clientY && clientY <= bottom,
    );

  on('copy', () => withdrawSelected());
  on('cut', () => withdrawSelected());
  // What is dragged is read before dragstart is told.
  on(
    'pointerdown',
    (event) => event instanceof MouseEvent && isOnSelected(event) && withdrawSelected('drag'),
  );
  for (const end of ['pointerup', 'dragend']) on(end, () => withdraw({ kind: 'over', hold: 'drag' }));
  on('dragstart', withdrawIn);

  // An editor that came to be round marks without an attribute that could be heard: by designMode, by a style.
  on('beforeinput', withdrawIn);
  for (const act of ['pointerdown', 'keydown'])
    on(act, () => document.designMode === 'on' && withdraw({ kind: 'all' }));

  on('beforeprint', () => withdraw({ kind: 'all', hold: 'print' }));
  on('afterprint', () => withdraw({ kind: 'over', hold: 'print' }));
  matchMedia('print').addEventListener(
    'change',
    ({ matches }) => withdraw({ kind: matches ? 'all' : 'over', hold: 'print' }),
    { signal },
  );

  let width = window.innerWidth;
  on('resize', () => {
    // A touch screen's address bar comes and goes as the page is scrolled.
    if (window.innerWidth === width) return;
    width = window.innerWidth;
    withdraw({ kind: 'all' });
  });
}
