// Wires settings, reader and card of one document together.
import { browser } from '../../src/browser.ts';
import { CardController } from '../../src/card/controller.ts';
import { wordOf } from '../../src/card/intent.ts';
import { shareCard, unshareCard } from '../../src/card/shared.ts';
import { wiring } from '../../src/card/wiring.ts';
import { takeIndex } from '../../src/glossary/delivery.ts';
import { type FormIndex, openIndex } from '../../src/matching/index.ts';
import {
  askSite,
  type DocumentStatus,
  type PageReport,
  servePage,
  type ToPage,
  tellCount,
} from '../../src/messages.ts';
import type { Choices } from '../../src/page/choices.ts';
import type { Way } from '../../src/page/places.ts';
import { Position } from '../../src/page/position.ts';
import { Reader } from '../../src/page/reader.ts';
import { listenAtStops } from '../../src/page/stops.ts';
import { PauseClock } from '../../src/settings/pause-clock.ts';
import { DEFAULTS, type Settings } from '../../src/settings/settings.ts';
import { isAlways, isOn, siteOf } from '../../src/settings/site-rules.ts';
import { loadSettings, watchSettings } from '../../src/settings/store.ts';
import { Counts } from './counts.ts';

/** How often, and how many times at most, a frame asks for its page's site, in ms: the page's own content script may start later. */
const ASK_AGAIN = 500;
const ASK_AT_MOST = 20;
/** How long the popup waits for an answer at most, in ms: what is read by then is told, and it asks again. */
const ANSWER_WITHIN = 100;

interface Running {
  readonly reader: Reader;
  readonly card: CardController;
  /** Aborted when they stop. */
  readonly stopped: AbortController;
}

const IN_FRAME = window !== window.top;

/** What makes a running reader out of date when it changes. */
const choiceOf = (settings: Settings, site: string | null): string =>
  `${isOn(settings, site)} ${isAlways(settings, site)} ${settings.density}`;

/** What a running reader takes over without being made anew. */
const choicesOf = ({ markStyle, markColor, known, level, tabStops }: Settings): Choices => ({
  look: { style: markStyle, color: markColor },
  known: new Set(known),
  level,
  tabStops,
});

const isCurrent = (): boolean => browser.runtime?.id !== undefined;

/** Starts Bedside in the document it is run in. */
export async function start(): Promise<void> {
  const site = IN_FRAME ? await siteOfPage() : siteOf(location.href);
  const gone = new AbortController();
  let index: FormIndex | undefined;
  let running: Running | undefined;
  let choice: string | undefined;
  let choices: Choices | undefined;
  /** Whether a mark stands only because its card is open. */
  let held = false;
  let markAnyway = false;
  const pause = new PauseClock(() => apply(preferences));
  /** The settings as they were heard last. */
  let preferences = DEFAULTS;
  const position = new Position();
  const counts = new Counts(
    () => ({ count: running?.reader.count ?? null, more: running?.reader.complete === false }),
    isCurrent,
  );

  const teardown = (): void => {
    gone.abort();
    pause.stop();
    stop();
  };
  const stop = (): void => {
    const { card, reader, stopped } = running ?? {};
    running = undefined;
    // With a reason of our own: the browser makes none with a stack, which costs.
    stopped?.abort('stopped');
    card?.stop();
    reader?.stop();
    if (card) unshareCard(card);
  };
  const run = (settings: Settings): void => {
    stop();
    choices = choicesOf(settings);
    if (isOn(settings, site)) {
      const stopped = new AbortController();
      index ??= openIndex(takeIndex());
      const reader = new Reader(document, {
        index,
        density: settings.density,
        always: markAnyway || isAlways(settings, site),
        choices,
        onChange: () => counts.tell(),
        isCurrent,
        onOrphaned: teardown,
        onShadow: (shadow) => {
          card.listenIn(shadow);
          listenForKeys(shadow);
        },
        onRewritten: () => run(settings),
      });
      const card = new CardController(document, {
        ...wiring(),
        preferences: () => preferences,
        mark: (number) => reader.mark(number),
        owns: (mark) => reader.owns(mark),
        isCurrent,
        onOrphaned: teardown,
        onClosed: () => {
          if (held && choices) reader.choose(choices);
          held = false;
        },
      });
      const listenForKeys = (root: Document | ShadowRoot): void =>
        listenAtStops(
          root,
          (mark) => reader.owns(mark),
          (mark) => card.summon(wordOf(mark)),
          stopped.signal,
        );
      listenForKeys(document);
      running = { reader, card, stopped };
      shareCard(card);
      reader.start();
    }
    counts.tell();
  };
  const apply = (settings: Settings): void => {
    preferences = settings;
    if (gone.signal.aborted) return;
    pause.hear(settings);
    const before = choice;
    choice = choiceOf(settings, site);
    if (choice !== before) {
      run(settings);
      return;
    }
    choices = choicesOf(settings);
    // The word whose card is open keeps its mark: the card stands beside it, and may offer to take the choice back.
    held = running?.card.openAt !== undefined;
    running?.reader.choose(choices, running.card.openAt);
  };

  const status = async (): Promise<DocumentStatus> => {
    if (!running) return { kind: 'off' };
    const { reader } = running;
    const more = await Promise.race([
      reader.finish().then(() => false),
      new Promise<boolean>((resolve) => setTimeout(resolve, ANSWER_WITHIN, true)),
    ]);
    // Stopped, or begun anew, in the meantime.
    if (running?.reader !== reader) return { kind: 'reading' };
    const { finding } = reader;
    return finding.kind === 'open' ? { kind: 'open', words: reader.words(), more } : finding;
  };
  const showMark = (number: number | null): void => {
    const mark = number === null ? null : (running?.reader.mark(number) ?? null);
    if (mark === null) return;
    const { top, bottom } = mark.getBoundingClientRect();
    if (IN_FRAME || top < 0 || bottom > innerHeight)
      mark.scrollIntoView({ block: 'center', behavior: 'instant' });
    position.note(Number(mark.dataset.mark));
    running?.card.summon(wordOf(mark));
  };
  const walk = (way: Way): void => {
    if (!running || !hasKeys()) return;
    const { reader, card } = running;
    showMark(reader.places.beside(card.openAt ?? position.from(way, (number) => reader.mark(number)), way));
  };
  /** Of all the documents of a tab the one with the focus answers to keys. */
  const hasKeys = (): boolean => {
    const { activeElement } = document;
    const inFrame = activeElement instanceof HTMLIFrameElement && counts.frames.length > 0;
    return !inFrame && (!IN_FRAME || document.hasFocus());
  };
  const answer = async (message: ToPage): Promise<unknown> => {
    switch (message.type) {
      case 'status':
        return { status: await status(), frames: counts.frames } satisfies PageReport;
      case 'show':
        return showMark(message.mark);
      case 'next-mark':
        return walk('next');
      case 'previous-mark':
        return walk('previous');
      case 'mark-anyway':
        markAnyway = true;
        return run(await loadSettings());
      case 'site':
        return { site };
      case 'frame-count':
        return counts.add(message.frame, message);
    }
  };

  servePage(answer, gone.signal);
  watchSettings(apply, gone.signal);
  window.addEventListener(
    'pageshow',
    ({ persisted }) => {
      // Back from the back/forward cache: what happened meanwhile was not heard, and the badge is that of another page.
      if (!persisted) return;
      if (!isCurrent()) teardown();
      else void loadSettings().then(apply);
      counts.tell();
    },
    { signal: gone.signal },
  );
  if (IN_FRAME)
    window.addEventListener('pagehide', () => isCurrent() && void tellCount({ count: 0, more: false }), {
      signal: gone.signal,
    });
  apply(await loadSettings());
}

/** The site that decides for a frame is its page's. */
async function siteOfPage(): Promise<string | null> {
  for (let asked = 0; asked < ASK_AT_MOST && isCurrent(); asked++) {
    const answer = await askSite();
    if (answer) return answer.site;
    await new Promise((resolve) => setTimeout(resolve, ASK_AGAIN));
  }
  return siteOf(location.href);
}
