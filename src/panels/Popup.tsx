// The toolbar popup: the switches, the words on this page, for every other state a sentence and a remedy, and the search.
import type { ComponentChildren } from 'preact';
import type { ReadOn } from '../card/Entry.tsx';
import type { Find } from '../glossary/finder.ts';
import type { Lookup } from '../glossary/lookup.ts';
import type { Spot } from '../messages.ts';
import type { PopupState, PopupWord, Unreadable } from './popup-state.ts';
import { Search } from './Search.tsx';

export interface PopupProps {
  readonly state: PopupState;
  /** The site's name, or null where there is none (files, browser pages). */
  readonly site: string | null;
  readonly enabled: boolean;
  readonly siteOn: boolean;
  /** A change could not be stored or done: what to say. */
  readonly error: string | null;
  readonly onEnabled: (on: boolean) => void;
  readonly onSite: (on: boolean) => void;
  readonly onShow: (spot: Spot) => void;
  /** Mark the page although it is not about health; `always` for its whole site from now on. */
  readonly onMarkAnyway: (always: boolean) => void;
  readonly onStart: () => void;
  readonly find: Find;
  readonly explain: Lookup;
  readonly onReadOn: ReadOn;
}

const UNREADABLE: Readonly<Record<Unreadable, string>> = {
  'browser-page':
    'This page belongs to the browser. Extensions cannot read it. On any other page Bedside works as usual.',
  store: 'Browsers keep extensions out of their stores. On any other page Bedside works as usual.',
  pdf: 'Bedside cannot read PDF files. If the text is also there as a web page, open that.',
  file: 'Bedside may not read files yet. Open the browser’s extensions page, choose Bedside and allow access to file addresses.',
};

/** The whole popup. */
export function Popup(props: PopupProps) {
  const { state, site, enabled, siteOn, error, onEnabled, onSite, find, explain, onReadOn } = props;
  const hasSite = site !== null && !(state.kind === 'unreadable' && state.why !== 'pdf');
  return (
    <main>
      <header>
        <h1>Bedside</h1>
        <Switch label="On" checked={enabled} onChange={onEnabled} />
      </header>
      {enabled && hasSite && (
        <div class="site">
          <Switch label={`On ${site}`} checked={siteOn} onChange={onSite} />
        </div>
      )}
      <Search find={find} explain={explain} onReadOn={onReadOn}>
        <section class="page" aria-live="polite" aria-busy={state.kind === 'words' && state.more}>
          <Body {...props} />
        </section>
        {error !== null && (
          <p class="error" role="alert">
            {error}
          </p>
        )}
      </Search>
    </main>
  );
}

function Body({ state, site, onEnabled, onSite, onShow, onMarkAnyway, onStart }: PopupProps) {
  switch (state.kind) {
    case 'loading':
      return <p>Reading the page…</p>;
    case 'off':
      return (
        <Say text="Bedside is off. No page is read and nothing is marked.">
          <button type="button" onClick={() => onEnabled(true)}>
            Switch on
          </button>
        </Say>
      );
    case 'off-here':
      return (
        <Say text={`Bedside is off on ${site ?? 'this site'}. It stays off here until you switch it on.`}>
          <button type="button" onClick={() => onSite(true)}>
            Switch on here
          </button>
        </Say>
      );
    case 'words':
      return <Words words={state.words} more={state.more} onShow={onShow} />;
    case 'no-words':
      return (
        <Say text="There are no words here that Bedside explains. When the page shows more, it reads that too." />
      );
    case 'not-health':
      return (
        <Say
          text={`This does not look like a health page${state.found > 0 ? `; ${counted(state.found)} found` : ''}.`}
        >
          {state.found > 0 && (
            <>
              <button type="button" onClick={() => onMarkAnyway(false)}>
                Mark {state.found === 1 ? 'it' : 'them'}
              </button>
              {site !== null && (
                <button type="button" class="plain" onClick={() => onMarkAnyway(true)}>
                  Always on {site}
                </button>
              )}
            </>
          )}
        </Say>
      );
    case 'not-english':
      return (
        <Say text="This page is not in English. Bedside explains English words only, so it leaves the page alone." />
      );
    case 'unreadable':
      return <Say text={UNREADABLE[state.why]} />;
    case 'not-started':
      return (
        <Say text="This tab was open before Bedside was. It can start here without a reload.">
          <button type="button" onClick={onStart}>
            Start
          </button>
        </Say>
      );
    case 'outdated':
      return (
        <Say text="Bedside was updated while this tab was open. It can start again without a reload.">
          <button type="button" onClick={onStart}>
            Start again
          </button>
        </Say>
      );
  }
}

const counted = (count: number): string => `${count} ${count === 1 ? 'word' : 'words'}`;

function Say({ text, children }: { text: string; children?: ComponentChildren }) {
  return (
    <div class="say">
      <p>{text}</p>
      {children && <div class="remedies">{children}</div>}
    </div>
  );
}

function Switch({
  label,
  checked,
  onChange,
}: {
  label: string;
  checked: boolean;
  onChange: (on: boolean) => void;
}) {
  return (
    <label class="switch">
      <span>{label}</span>
      <input
        type="checkbox"
        role="switch"
        aria-checked={checked}
        checked={checked}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
    </label>
  );
}

function Words({
  words,
  more,
  onShow,
}: {
  words: readonly PopupWord[];
  more: boolean;
  onShow: (spot: Spot) => void;
}) {
  return (
    <>
      <h2>
        {counted(words.length)} {more ? 'so far' : 'on this page'}{' '}
        {more && <span class="reading-on">Reading on…</span>}
      </h2>
      <ul class="words">
        {words.map(({ key, label, short, spots }) => (
          <li key={key}>
            <button type="button" onClick={() => spots[0] && onShow(spots[0])}>
              <span class="word">{label}</span>
              <span class="short">{short}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
