// The toolbar popup: the switches, the words on this page, for every other state a sentence and a remedy, and the search.
import type { ComponentChildren } from 'preact';
import type { ReadOn } from '../card/Entry.tsx';
import { Sentence } from '../card/Sentence.tsx';
import type { Edition } from '../card/Tools.tsx';
import type { Find } from '../glossary/finder.ts';
import type { Lookup } from '../glossary/lookup.ts';
import { t } from '../i18n.ts';
import { Icon } from '../look/Icon.tsx';
import { GEAR } from '../look/icons.ts';
import type { Density } from '../matching/density.ts';
import type { Spot } from '../messages.ts';
import { type PopupState, type PopupWord, type Unreadable, wordsLike } from './popup-state.ts';
import { Search } from './Search.tsx';
import { Switch } from './Switch.tsx';
import { WordList, Words } from './WordList.tsx';

export interface PopupProps {
  readonly state: PopupState;
  /** The site's name, or null where there is none (files, browser pages). */
  readonly site: string | null;
  readonly enabled: boolean;
  readonly siteOn: boolean;
  readonly density: Density;
  /** A change could not be stored or done: what to say. */
  readonly error: string | null;
  readonly onEnabled: (on: boolean) => void;
  readonly onSite: (on: boolean) => void;
  readonly onDensity: (density: Density) => void;
  /** Rest on all sites for an hour, or end that rest. */
  readonly onPause: (paused: boolean) => void;
  readonly onShow: (spot: Spot) => void;
  /** Mark the page although it is not about health; `always` for its whole site from now on. */
  readonly onMarkAnyway: (always: boolean) => void;
  readonly onStart: () => void;
  readonly find: Find;
  readonly explain: Lookup;
  readonly onReadOn: ReadOn;
  readonly onOptions: () => void;
  readonly edition: Edition;
}

const UNREADABLE = {
  'browser-page': 'unreadable.browserPage',
  store: 'unreadable.store',
  pdf: 'unreadable.pdf',
  file: 'unreadable.file',
} as const satisfies Readonly<Record<Unreadable, string>>;

/** The whole popup. */
export function Popup(props: PopupProps) {
  const {
    state,
    site,
    enabled,
    siteOn,
    error,
    onEnabled,
    onSite,
    find,
    explain,
    onShow,
    onPause,
    onReadOn,
    onOptions,
    edition,
  } = props;
  const hasSite = site !== null && !(state.kind === 'unreadable' && state.why !== 'pdf');
  const words = state.kind === 'words' ? state.words : [];
  return (
    <main>
      <header>
        <h1>{t('popup.title')}</h1>
        <button
          type="button"
          class="gear"
          aria-label={t('options.title')}
          title={t('options.title')}
          onClick={onOptions}
        >
          <Icon of={GEAR} />
        </button>
      </header>
      {enabled && hasSite && (
        <div class="site">
          <Switch
            label={<OfSite text={t('popup.switchSite', { site: '{site}' })} site={site} />}
            checked={siteOn}
            onChange={onSite}
          />
        </div>
      )}
      <Search
        find={find}
        explain={explain}
        onReadOn={onReadOn}
        edition={edition}
        onPage={(query) => <OnPage words={wordsLike(words, query)} onShow={onShow} />}
      >
        <section class="page" aria-live="polite" aria-busy={state.kind === 'words' && state.more}>
          <Body {...props} />
        </section>
        {error !== null && (
          <p class="error" role="alert">
            {error}
          </p>
        )}
      </Search>
      <footer>
        <Switch label={t('popup.switch')} checked={enabled} onChange={onEnabled} />
        {enabled && state.kind !== 'paused' && (
          <button type="button" class="pause" onClick={() => onPause(true)}>
            {t('popup.pause')}
          </button>
        )}
      </footer>
    </main>
  );
}

/** The page's words that fit what is typed. */
function OnPage({ words, onShow }: { words: readonly PopupWord[]; onShow: (spot: Spot) => void }) {
  return words.length === 0 ? null : (
    <section class="on-page">
      <h2>{t('popup.words', words.length)}</h2>
      <Words words={words} onShow={onShow} />
    </section>
  );
}

function Body(props: PopupProps) {
  const { state, site, density, onEnabled, onSite, onDensity, onPause, onShow, onMarkAnyway, onStart } =
    props;
  switch (state.kind) {
    case 'loading':
      return <p>{t('popup.loading')}</p>;
    case 'off':
      return (
        <Say text={t('popup.isOff')}>
          <button type="button" onClick={() => onEnabled(true)}>
            {t('popup.switchOn')}
          </button>
        </Say>
      );
    case 'paused':
      return (
        <Say text={t('popup.paused', { time: timeOf(state.until) })}>
          <button type="button" onClick={() => onPause(false)}>
            {t('popup.resume')}
          </button>
        </Say>
      );
    case 'off-here':
      // What has no site cannot be switched off by it.
      return site === null ? null : (
        <Say text={<OfSite text={t('popup.isOffHere', { site: '{site}' })} site={site} />}>
          <button type="button" onClick={() => onSite(true)}>
            {t('popup.switchOnHere')}
          </button>
        </Say>
      );
    case 'words':
      return (
        <WordList
          words={state.words}
          more={state.more}
          density={density}
          onShow={onShow}
          onDensity={onDensity}
        />
      );
    case 'no-words':
      return <Say text={t('popup.noWords')} />;
    case 'not-health':
      return (
        <Say text={t('popup.notHealth', state.found)}>
          {state.found > 0 && (
            <>
              <button type="button" onClick={() => onMarkAnyway(false)}>
                {t('popup.mark', state.found)}
              </button>
              {site !== null && (
                <button type="button" class="plain" onClick={() => onMarkAnyway(true)}>
                  <OfSite text={t('popup.always', { site: '{site}' })} site={site} />
                </button>
              )}
            </>
          )}
        </Say>
      );
    case 'not-english':
      return <Say text={t('popup.notEnglish')} />;
    case 'unreadable':
      return <Say text={t(UNREADABLE[state.why])} />;
    case 'not-started':
      return (
        <Say text={t('popup.notStarted')}>
          <button type="button" onClick={onStart}>
            {t('popup.start')}
          </button>
        </Say>
      );
    case 'outdated':
      return (
        <Say text={t('popup.outdated')}>
          <button type="button" onClick={onStart}>
            {t('popup.startAgain')}
          </button>
        </Say>
      );
  }
}

/** A time of day as the reader's clock shows it. */
const timeOf = (ms: number): string =>
  new Intl.DateTimeFormat(undefined, { hour: 'numeric', minute: '2-digit' }).format(ms);

/** A sentence with a site's name in it, which runs its own way. */
const OfSite = ({ text, site }: { text: string; site: string }) => (
  <Sentence text={text} parts={{ site: <bdi>{site}</bdi> }} />
);

function Say({ text, children }: { text: ComponentChildren; children?: ComponentChildren }) {
  return (
    <div class="say">
      <p>{text}</p>
      {children && <div class="remedies">{children}</div>}
    </div>
  );
}
