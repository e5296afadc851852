// Puts the card on the page: its host, its closed shadow root, its place beside the word.
import { autoUpdate, computePosition, flip, hide, inline, offset, shift, size } from '@floating-ui/dom';
import { render } from 'preact';
import tokensCss from '../look/tokens.css?inline';
import { CARD } from '../page/blocks.ts';
import { type Anchor, elementAt } from './anchor.ts';
import { Card, type CardLook, type CardProps } from './Card.tsx';
import css from './card.css?inline';
import entryCss from './entry.css?inline';
import { type CardState, shown } from './state.ts';

/** Gap between word and card, and least distance from the edge of the window, in CSS pixels. */
const GAP = 6;
const EDGE = 8;

/** What every card of a page has. */
type CardMountProps = Pick<CardProps, 'edition' | 'send' | 'onReadOn' | 'onSearch'>;

type OpenState = Extract<CardState, { kind: 'open' }>;

/**
 * Where the card's host is put: in the nearest modal dialog or fullscreen element, which makes all outside it inert or hidden, or in the nearest popover, which
 * closes when something outside it is pressed; else in the root element, for in body it would be inert under any modal dialog.
 */
function placeFor(mark: Element): Element {
  for (let at: Element | null = mark; at; ) {
    const top = at.closest('dialog:modal, [popover]:popover-open, :fullscreen');
    if (top) return top;
    const root = at.getRootNode();
    at = root instanceof ShadowRoot ? root.host : null;
  }
  return mark.ownerDocument.documentElement;
}

/** What has the focus, as seen where the card's word stands: in a shadow tree it may be the word itself. */
function focusAround(element: Element): Element | null {
  const root = element.getRootNode();
  return (root instanceof ShadowRoot ? root.activeElement : null) ?? element.ownerDocument.activeElement;
}

/** A card on one page. The host is made at the first `show`: a page on which no card was opened has nothing of it. */
export class CardMount {
  readonly #document: Document;
  readonly #props: CardMountProps;
  #host: HTMLElement | null = null;
  #root: ShadowRoot | null = null;
  #stopPlacing: (() => void) | null = null;
  #placedAt: Anchor | null = null;
  #focusBefore: Element | null = null;
  /** What the page was moved for. */
  #liftedFor: Anchor | null = null;

  constructor(document: Document, props: CardMountProps) {
    this.#document = document;
    this.#props = props;
  }

  /** The host element while a card is shown. */
  get host(): Element | null {
    return this.#host;
  }

  /** Shows a state beside the mark elements of its word, or the text it was asked for. */
  show(state: OpenState, anchor: Anchor, look: CardLook): void {
    const fresh = this.#host === null;
    const host = this.#host ?? this.#attach(elementAt(anchor));
    if (host === null || this.#root === null) {
      this.#props.send({ type: 'close' });
      return;
    }
    const view = shown(state);
    render(
      <Card
        view={view}
        before={state.trail.slice(0, -1)}
        more={state.more}
        known={state.known}
        look={look}
        {...this.#props}
      />,
      this.#root,
    );
    const card = this.#root.querySelector<HTMLElement>('.card');
    if (card === null) return;
    if (this.#placedAt !== anchor) {
      this.#stopPlacing?.();
      this.#placedAt = anchor;
      this.#stopPlacing = autoUpdate(anchor, host, () => void this.#place(anchor, host, card));
    }
    if (state.focused && (fresh || !this.#root.activeElement)) {
      if (fresh) this.#focusBefore = focusAround(elementAt(anchor));
      card.focus({ preventScroll: true });
    }
  }

  /** Takes the card away; focus goes back to where it was when a key had opened it. */
  hide(): void {
    if (this.#host === null) return;
    const hadFocus = this.#root?.activeElement != null;
    this.#stopPlacing?.();
    this.#stopPlacing = null;
    this.#placedAt = null;
    if (this.#root) render(null, this.#root);
    this.#host.remove();
    this.#host = null;
    this.#root = null;
    if (hadFocus && this.#focusBefore instanceof HTMLElement)
      this.#focusBefore.focus({ preventScroll: true });
    this.#focusBefore = null;
    this.#liftedFor = null;
  }

  /** Puts the host on the page; null where the page takes it away at once. */
  #attach(mark: Element): HTMLElement | null {
    // Made outside the page, with its root: a page that defines an element of this name cannot give it a root of its own or get at ours.
    const host = this.#document.implementation.createHTMLDocument().createElement(CARD);
    const root = host.attachShadow({ mode: 'closed' });
    // Firefox hands out nodes of closed trees: what a page presses by script does nothing.
    root.addEventListener('click', (event) => event.isTrusted || event.stopImmediatePropagation(), {
      capture: true,
    });
    host.popover = 'manual';
    placeFor(mark).append(host);
    if (!host.isConnected) return null;
    const style = new CSSStyleSheet();
    style.replaceSync(tokensCss + css + entryCss);
    root.adoptedStyleSheets = [style];
    host.showPopover();
    this.#host = host;
    this.#root = root;
    return host;
  }

  /** The sheet never covers its word: once, when it opens, the page moves up by as much as is needed. */
  #liftAbove(sheet: HTMLElement, anchor: Anchor): void {
    if (this.#liftedFor === anchor) return;
    this.#liftedFor = anchor;
    const hidden = anchor.getBoundingClientRect().bottom + EDGE - sheet.getBoundingClientRect().top;
    if (hidden > 0) this.#document.scrollingElement?.scrollBy({ top: hidden, behavior: 'instant' });
  }

  async #place(anchor: Anchor, host: HTMLElement, card: HTMLElement): Promise<void> {
    // Where the card is a sheet; card.css says the same.
    if (matchMedia('(pointer: coarse) and (max-width: 600px)').matches) {
      this.#liftAbove(host, anchor);
      return;
    }
    // Its full height is what decides on which side of the word there is room.
    card.style.removeProperty('--room');
    const { x, y, middlewareData } = await computePosition(anchor, host, {
      strategy: 'fixed',
      placement: 'bottom-start',
      middleware: [
        inline(),
        offset(GAP),
        flip({ padding: EDGE }),
        shift({ padding: EDGE }),
        size({
          padding: EDGE,
          apply: ({ availableHeight }) => {
            card.style.setProperty('--room', `${Math.max(120, Math.floor(availableHeight))}px`);
          },
        }),
        hide(),
      ],
    });
    if (host !== this.#host) return;
    if (middlewareData.hide?.referenceHidden || !elementAt(anchor).isConnected) {
      this.#props.send({ type: 'close' });
      return;
    }
    // The sheet's own !important beats any property set here, so that no page can move the card; it takes the place from these two.
    host.style.setProperty('--bedside-x', `${Math.round(x)}px`, 'important');
    // Where there is no room on either side of the word - in a low frame - it covers the word rather than leave the window.
    const lowest = Math.max(EDGE, innerHeight - EDGE - host.offsetHeight);
    host.style.setProperty('--bedside-y', `${Math.round(Math.min(y, lowest))}px`, 'important');
  }
}
