// What every card has in common, wherever it stands: where explanations come from, and what is kept of the reader's choices.
import { browser } from '../browser.ts';
import { EDITION } from '../glossary/edition.ts';
import { askDrawing, askExplanation, askToReadOn, askToSearchOn } from '../messages.ts';
import type { Settings } from '../settings/settings.ts';
import { changeSettings } from '../settings/store.ts';
import type { CardOptions } from './controller.ts';
import { provideDrawings } from './drawing-source.ts';
import type { Edition } from './Tools.tsx';

provideDrawings(askDrawing);

/** What is in use: named in reports. */
export const edition = (): Edition => ({
  version: browser.runtime.getManifest().version,
  glossary: EDITION,
});

/** Stores a choice. What cannot be stored is as it was when it is looked at next: nothing of the page hangs on it. */
const choose = (change: (old: Settings) => Settings): void =>
  void changeSettings(change).catch(() => undefined);

/** The options that all cards share. */
export const wiring = (): Pick<
  CardOptions,
  'edition' | 'explain' | 'readOn' | 'search' | 'onMore' | 'onKnow'
> => ({
  edition: edition(),
  explain: askExplanation,
  readOn: ({ id }, site) => void askToReadOn(id, site),
  search: (text, site) => void askToSearchOn(text, site),
  onMore: (more) => choose((old) => ({ ...old, more })),
  onKnow: (id, knows) =>
    choose((old) => ({
      ...old,
      known: [...old.known.filter((other) => other !== id), ...(knows ? [id] : [])],
    })),
});
