// Puts the card on the page: its host, its closed shadow root, its place beside the word.
import { autoUpdate } from '@floating-ui/dom';
import { render } from 'preact';
import tokensCss from '../look/tokens.css?inline';
import { CARD } from '../page/blocks.ts';
import { type Anchor, elementAt, type SelectionAnchor } from './anchor.ts';
import { Card, type CardLook, type CardProps } from './Card.tsx';
import css from './card.css?inline';
import entryCss from './entry.css?inline';
import { keepFocus } from './focus.ts';
import { type Beside, placeBeside, type Side, wholeWord } from './placing.ts';
import { isSheet, Sheet } from './sheet.ts';
import { type CardState, shown, type View } from './state.ts';

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
  /** The side of its word on which the card stands. */
  #side: Side | null = null;
  #shown: View | null = null;

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
      const word = anchor instanceof HTMLElement ? wholeWord(anchor) : anchor;
      const sheet = new Sheet();
      this.#stopPlacing = autoUpdate(word, host, () => {
        if (!isSheet()) void this.#place(word, host, card);
        else if (!word.contextElement.isConnected || !sheet.place(word, host))
          this.#props.send({ type: 'close' });
      });
    }
    // What is opened in the card is read from its beginning.
    if (this.#shown?.ids !== view.ids) card.scrollTop = 0;
    this.#shown = view;
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
    this.#side = null;
    this.#shown = null;
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
    root.addEventListener('keydown', (event) => event instanceof KeyboardEvent && keepFocus(root, event));
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

  async #place(word: Beside | SelectionAnchor, host: HTMLElement, card: HTMLElement): Promise<void> {
    // Its full height is what decides on which side of the word there is room. It is measured at once, before anything is painted.
    const { scrollTop } = card;
    const room = card.style.getPropertyValue('--room');
    card.style.removeProperty('--room');
    // The unit vw counts the scrollbar in.
    card.style.setProperty('--window', `${this.#document.documentElement.clientWidth}px`);
    const place = await placeBeside(word, host, this.#side);
    if (host !== this.#host) return;
    if (place === null || !word.contextElement.isConnected) {
      this.#props.send({ type: 'close' });
      return;
    }
    // While it is loading it is so low that it fits anywhere.
    if (this.#shown?.content.kind === 'ready') this.#side = place.side;
    card.style.setProperty('--room', `${place.room}px`);
    if (room !== '') card.scrollTop = scrollTop;
    // The sheet's own !important beats any property set here, so that no page can move the card; it takes the place from these two.
    host.style.setProperty('--bedside-x', `${place.x}px`, 'important');
    host.style.setProperty('--bedside-y', `${place.y}px`, 'important');
  }
}
