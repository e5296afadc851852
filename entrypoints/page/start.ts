// Wires settings, reader and card of one page together.
import base64 from 'virtual:glossary-index';
import { browser } from '../../src/browser.ts';
import { CardController } from '../../src/card/controller.ts';
import { wordOf } from '../../src/card/intent.ts';
import { type FormIndex, openIndex } from '../../src/matching/index.ts';
import { askExplanation, type PageStatus, servePage, type ToPage, tellCount } from '../../src/messages.ts';
import { Reader } from '../../src/page/reader.ts';
import { loadSettings, type Settings, watchSettings } from '../../src/settings/settings.ts';
import { isAlways, isOn, siteOf } from '../../src/settings/site-rules.ts';

/** How long changes are gathered before the badge hears of them, in ms. */
const TELL_AFTER = 100;

interface Running {
  readonly reader: Reader;
  readonly card: CardController;
}

/** What makes a running reader out of date when it changes. */
const choiceOf = (settings: Settings, site: string | null): string =>
  `${isOn(settings, site)} ${isAlways(settings, site)} ${settings.density}`;

/** Starts Bedside on the page it is run in. */
export function start(): void {
  const gone = new AbortController();
  const site = siteOf(location.href);
  const isCurrent = (): boolean => browser.runtime?.id !== undefined;
  let index: FormIndex | undefined;
  let running: Running | undefined;
  let choice: string | undefined;
  let markAnyway = false;
  let telling = false;

  const teardown = (): void => {
    gone.abort();
    stop();
  };
  const tell = (): void => {
    if (telling) return;
    telling = true;
    setTimeout(() => {
      telling = false;
      if (!isCurrent()) return;
      const reader = running?.reader;
      void tellCount(reader ? reader.count : null, reader ? !reader.complete : false);
    }, TELL_AFTER);
  };
  const stop = (): void => {
    running?.card.stop();
    running?.reader.stop();
    running = undefined;
  };
  const run = (settings: Settings): void => {
    stop();
    if (isOn(settings, site)) {
      index ??= openIndex(decodeBase64(base64));
      const reader = new Reader(document, {
        index,
        density: settings.density,
        always: markAnyway || isAlways(settings, site),
        onChange: tell,
        isCurrent,
        onOrphaned: teardown,
        onShadow: (shadow) => card.listenIn(shadow),
      });
      const card = new CardController(document, {
        explain: askExplanation,
        mark: (number) => reader.mark(number),
        owns: (mark) => reader.owns(mark),
        isCurrent,
        onOrphaned: teardown,
      });
      running = { reader, card };
      reader.start();
    }
    tell();
  };
  const apply = (settings: Settings): void => {
    if (choiceOf(settings, site) === choice) return;
    choice = choiceOf(settings, site);
    run(settings);
  };

  const status = (): PageStatus => {
    if (!running) return { kind: 'off' };
    const { reader } = running;
    reader.finish();
    const { finding } = reader;
    return finding.kind === 'open' ? { kind: 'open', words: reader.words() } : finding;
  };
  const showMark = (number: number | null): void => {
    const mark = number === null ? null : (running?.reader.mark(number) ?? null);
    if (mark === null) return;
    const { top, bottom } = mark.getBoundingClientRect();
    if (top < 0 || bottom > innerHeight) mark.scrollIntoView({ block: 'center', behavior: 'instant' });
    running?.card.summon(wordOf(mark));
  };
  const answer = async (message: ToPage): Promise<unknown> => {
    switch (message.type) {
      case 'status':
        return status();
      case 'show':
        return showMark(message.mark);
      case 'next-mark':
        return showMark(running?.reader.markAfter(running.card.openAt) ?? null);
      case 'mark-anyway':
        markAnyway = true;
        return run(await loadSettings());
    }
  };

  servePage(answer, gone.signal);
  watchSettings(apply, gone.signal);
  void whenShown(gone.signal)
    .then(loadSettings)
    .then((settings) => gone.signal.aborted || apply(settings));
}

/** Waits until the page is looked at for the first time: a tab in the background costs nothing. */
function whenShown(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const look = (): void => {
      if (document.visibilityState !== 'visible') return;
      document.removeEventListener('visibilitychange', look);
      resolve();
    };
    document.addEventListener('visibilitychange', look, { signal });
    look();
  });
}

function decodeBase64(text: string): Uint8Array {
  // Newer than the type library; several times faster than the loop below where it exists.
  const native = (Uint8Array as { fromBase64?: (text: string) => Uint8Array }).fromBase64;
  return native ? native.call(Uint8Array, text) : Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
}
