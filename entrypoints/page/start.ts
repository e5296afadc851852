// Wires settings, reader and card of one document together.
import { browser } from '../../src/browser.ts';
import { CardController } from '../../src/card/controller.ts';
import { wordOf } from '../../src/card/intent.ts';
import { takeIndex } from '../../src/glossary/delivery.ts';
import { EDITION } from '../../src/glossary/edition.ts';
import { type FormIndex, openIndex } from '../../src/matching/index.ts';
import {
  askExplanation,
  askSite,
  askToReadOn,
  type DocumentStatus,
  type PageReport,
  servePage,
  type ToPage,
  tellCount,
} from '../../src/messages.ts';
import { Reader } from '../../src/page/reader.ts';
import { PauseClock } from '../../src/settings/pause-clock.ts';
import { DEFAULTS, type Settings } from '../../src/settings/settings.ts';
import { isAlways, isOn, siteOf } from '../../src/settings/site-rules.ts';
import { changeSettings, loadSettings, watchSettings } from '../../src/settings/store.ts';
import { Counts } from './counts.ts';

/** How often, and how many times at most, a frame asks for its page's site, in ms: the page's own content script may start later. */
const ASK_AGAIN = 500;
const ASK_AT_MOST = 20;
/** How long the popup waits for an answer at most, in ms: what is read by then is told, and it asks again. */
const ANSWER_WITHIN = 100;

interface Running {
  readonly reader: Reader;
  readonly card: CardController;
}

const IN_FRAME = window !== window.top;

/** What makes a running reader out of date when it changes. */
const choiceOf = (settings: Settings, site: string | null): string =>
  `${isOn(settings, site)} ${isAlways(settings, site)} ${settings.density}`;

const isCurrent = (): boolean => browser.runtime?.id !== undefined;

/** Starts Bedside in the document it is run in. */
export async function start(): Promise<void> {
  const site = IN_FRAME ? await siteOfPage() : siteOf(location.href);
  const gone = new AbortController();
  let index: FormIndex | undefined;
  let running: Running | undefined;
  let choice: string | undefined;
  let markAnyway = false;
  const pause = new PauseClock(() => apply(preferences));
  /** The settings as they were heard last. */
  let preferences = DEFAULTS;
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
    running?.card.stop();
    running?.reader.stop();
    running = undefined;
  };
  const run = (settings: Settings): void => {
    stop();
    if (isOn(settings, site)) {
      index ??= openIndex(takeIndex());
      const reader = new Reader(document, {
        index,
        density: settings.density,
        always: markAnyway || isAlways(settings, site),
        onChange: () => counts.tell(),
        isCurrent,
        onOrphaned: teardown,
        onShadow: (shadow) => card.listenIn(shadow),
        onRewritten: () => run(settings),
      });
      const card = new CardController(document, {
        edition: { version: browser.runtime.getManifest().version, glossary: EDITION },
        preferences: () => preferences,
        onMore: (more) => choose((old) => ({ ...old, more })),
        onKnow: (id, knows) =>
          choose((old) => ({
            ...old,
            known: [...old.known.filter((other) => other !== id), ...(knows ? [id] : [])],
          })),
        explain: askExplanation,
        readOn: ({ id }, site) => void askToReadOn(id, site),
        mark: (number) => reader.mark(number),
        owns: (mark) => reader.owns(mark),
        isCurrent,
        onOrphaned: teardown,
      });
      running = { reader, card };
      reader.start();
    }
    counts.tell();
  };
  // What cannot be stored is as it was when it is looked at next: nothing of the page hangs on it.
  const choose = (change: (old: Settings) => Settings): void =>
    void changeSettings(change).catch(() => undefined);
  const apply = (settings: Settings): void => {
    preferences = settings;
    if (gone.signal.aborted) return;
    pause.hear(settings);
    if (choiceOf(settings, site) === choice) return;
    choice = choiceOf(settings, site);
    run(settings);
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
    running?.card.summon(wordOf(mark));
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
        return hasKeys() && showMark(running?.reader.markAfter(running.card.openAt) ?? null);
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
