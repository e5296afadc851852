// Runs the card: keeps its state, and does what a state asks for - timers, loading, showing. The facade of this folder.
import type { Answer } from '../glossary/answer.ts';
import type { Explanation } from '../glossary/lookup.ts';
import type { Opening, Settings } from '../settings/settings.ts';
import type { Search } from './Asked.tsx';
import type { Anchor } from './anchor.ts';
import type { ReadOn } from './Entry.tsx';
import { type Listener, listen } from './intent.ts';
import { CardMount } from './mount.tsx';
import { ASKED, type CardEvent, type CardState, CLOSED, reduce, shown, timerOf, type Word } from './state.ts';
import type { Edition } from './Tools.tsx';

/** What the reader has chosen for cards. */
type CardPreferences = Pick<Settings, 'opening' | 'theme' | 'textSize' | 'more'>;

/** How long the pointer rests on a word before its card opens, in ms; where only a press opens it, never. */
const DWELL: Readonly<Record<Opening, number>> = {
  quick: 150,
  normal: 350,
  slow: 800,
  press: Number.POSITIVE_INFINITY,
};

export interface CardOptions {
  /** Loads one explanation; may reject. */
  readonly explain: (id: string) => Promise<Explanation>;
  /** Opens a site's search for the term of an entry. */
  readonly readOn: ReadOn;
  readonly edition: Edition;
  readonly preferences: () => CardPreferences;
  /** The reader wants cards to open whole, or not. */
  readonly onMore: (more: boolean) => void;
  /** The reader says to know a word, or takes that back. */
  readonly onKnow: (id: string, knows: boolean) => void;
  /** Opens a site's search for a text that the reader has asked about. */
  readonly search: Search;
  /** The first element of a mark, as long as it is on the page. */
  readonly mark: (number: number) => HTMLElement | null;
  /** Whether an element is a mark of ours. */
  readonly owns: (mark: Element) => boolean;
  /** Looked at whenever a card is wanted: false after an update of the extension, when none is shown any more. */
  readonly isCurrent: () => boolean;
  readonly onOrphaned: () => void;
  /** Called when an open card has closed. */
  readonly onClosed: () => void;
}

/** Tells what the reader has chosen in a card. */
export function tellChoices(
  before: CardState,
  after: CardState,
  { onMore, onKnow }: Pick<CardOptions, 'onMore' | 'onKnow'>,
): void {
  if (before.kind !== 'open' || after.kind !== 'open' || before.word.mark !== after.word.mark) return;
  if (after.more !== before.more) onMore(after.more);
  if (after.known === before.known) return;
  if (after.known !== null) onKnow(after.known, true);
  else if (before.known !== null) onKnow(before.known, false);
}

/** The card of one page. */
export class CardController {
  readonly #options: CardOptions;
  readonly #mount: CardMount;
  readonly #stopped = new AbortController();
  readonly #listener: Listener;
  readonly #heard = new WeakSet<Node>();
  #state: CardState = CLOSED;
  #timer: number | undefined;
  #question: { readonly anchor: Anchor; readonly answer: () => Promise<Answer> } | undefined;

  constructor(document: Document, options: CardOptions) {
    this.#options = options;
    const send = (event: CardEvent): void => this.#send(event);
    const ifCurrent = (act: () => void): void => {
      if (options.isCurrent()) act();
      else options.onOrphaned();
    };
    this.#mount = new CardMount(document, {
      edition: options.edition,
      send,
      onReadOn: (entry, site) => ifCurrent(() => options.readOn(entry, site)),
      onSearch: (text, site) => ifCurrent(() => options.search(text, site)),
    });
    this.#listener = {
      send,
      state: () => this.#state,
      host: () => this.#mount.host,
      owns: options.owns,
      isHeard: (host) => this.#heard.has(host),
      signal: this.#stopped.signal,
    };
    listen(document, this.#listener);
  }

  /** Hears what the reader does in a shadow tree too: some of it is not told outside. */
  listenIn(shadow: ShadowRoot): void {
    if (this.#heard.has(shadow.host)) return;
    this.#heard.add(shadow.host);
    listen(shadow, this.#listener);
  }

  /** The number of the mark whose card is open. */
  get openAt(): number | undefined {
    return this.#state.kind === 'open' && this.#state.word.mark !== ASKED ? this.#state.word.mark : undefined;
  }

  /** Whether its copy of the extension still runs. */
  get isCurrent(): boolean {
    return this.#options.isCurrent();
  }

  /** Opens the card for a text that the reader has asked about, beside it; again, when it is asked again. */
  ask(anchor: Anchor, answer: () => Promise<Answer>): void {
    this.close();
    this.#question = { anchor, answer };
    this.#send({ type: 'ask' });
  }

  /** Opens the card of a word for the keyboard: focus goes in. */
  summon(word: Word): void {
    this.#send({ type: 'summon', word });
  }

  close(): void {
    this.#send({ type: 'close' });
  }

  /** Takes card, timers and listeners away. */
  stop(): void {
    this.#stopped.abort();
    this.close();
  }

  #send(event: CardEvent): void {
    const before = this.#state;
    const preferences = this.#options.preferences();
    if (event.type === 'point-at' && before.kind === 'closed' && preferences.opening === 'press') return;
    const next = reduce(before, event);
    if (next === before) return;
    const isFresh = next.kind === 'open' && (before.kind !== 'open' || before.word.mark !== next.word.mark);
    const after = isFresh && preferences.more ? reduce(next, { type: 'unfold' }) : next;
    if (after.kind !== 'closed' && !this.#options.isCurrent()) {
      this.#options.onOrphaned();
      return;
    }
    this.#state = after;
    this.#setTimer(before, after, DWELL[preferences.opening]);
    if (after.kind !== 'open') {
      this.#mount.hide();
      if (before.kind === 'open') this.#options.onClosed();
      return;
    }
    const { mark: number } = after.word;
    const mark = number === ASKED ? (this.#question?.anchor ?? null) : this.#options.mark(number);
    if (mark === null) {
      this.#send({ type: 'close' });
      return;
    }
    if (before.kind === 'open' && before.word.mark !== after.word.mark) this.#mount.hide();
    this.#mount.show(after, mark, preferences);
    tellChoices(before, after, this.#options);
    const view = shown(after);
    const beforeView = before.kind === 'open' ? shown(before) : undefined;
    if (view !== beforeView && view.content.kind === 'loading') void this.#load(view.ids);
  }

  /** One timer runs at most: what it would send means nothing once its state is left. */
  #setTimer(before: CardState, after: CardState, dwell: number): void {
    const timer = timerOf(after, dwell);
    if (timer?.key === timerOf(before)?.key) return;
    clearTimeout(this.#timer);
    if (timer && timer.ms < Number.POSITIVE_INFINITY)
      this.#timer = window.setTimeout(() => this.#send(timer.event), timer.ms);
  }

  async #load(ids: readonly string[]): Promise<void> {
    try {
      if (ids.length === 0) {
        const question = this.#question;
        const answer = await question?.answer();
        if (answer && question === this.#question) this.#send({ type: 'answered', answer });
        return;
      }
      const entries = await Promise.all(ids.map(this.#options.explain));
      this.#send({ type: 'loaded', ids, entries });
    } catch {
      this.#send({ type: 'failed', ids });
    }
  }
}
