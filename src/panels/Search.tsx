// The search of the popup: a field, what is found while one types, and the explanation of the entry that is opened.
import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useReducer, useRef } from 'preact/hooks';
import { Entry, type ReadOn } from '../card/Entry.tsx';
import { Sentence } from '../card/Sentence.tsx';
import type { Edition } from '../card/Tools.tsx';
import type { Find, Finding } from '../glossary/finder.ts';
import type { Lookup } from '../glossary/lookup.ts';
import { IN_ENGLISH, t } from '../i18n.ts';
import type { Spot } from '../messages.ts';
import type { PopupWord } from './popup-state.ts';
import { resultsOf, type Summary } from './results.ts';
import { EMPTY, reduce, shown } from './search-state.ts';
import { Words } from './WordList.tsx';
import { keepOneStop, walk } from './walk.ts';

export interface SearchProps {
  readonly find: Find;
  readonly explain: Lookup;
  readonly onReadOn: ReadOn;
  readonly edition: Edition;
  /** The words of the page: those that fit what is typed come before the glossary's. */
  readonly words: readonly PopupWord[];
  readonly onShow: (spot: Spot) => void;
  /** What stands below the field as long as nothing is typed. */
  readonly children: ComponentChildren;
}

/**
 * The field, the list and the explanation. The lists are of plain buttons; how much was found is read out, the focus stays in the field.
 */
export function Search({ find, explain, onReadOn, edition, words, onShow, children }: SearchProps) {
  const [state, send] = useReducer(reduce, EMPTY);
  const field = useRef<HTMLInputElement>(null);
  const article = useRef<HTMLElement>(null);
  /** Where the focus was when an explanation was opened. */
  const opener = useRef<HTMLElement | null>(null);
  const explanation = shown(state);
  const idle = state.query.trim() === '';
  const results = resultsOf(words, state);
  const whole = useRef<HTMLElement>(null);

  // Who opens the popup can type at once, and walk on from the field. On a touch screen that would bring up the keyboard.
  useEffect(() => {
    if (!matchMedia('(pointer: coarse)').matches) field.current?.focus({ preventScroll: true });
  }, []);
  useLayoutEffect(() => {
    if (whole.current) keepOneStop(whole.current);
  });

  // The focus follows into the explanation, and back to where it came from.
  useEffect(() => {
    if (explanation) article.current?.focus();
    else if (opener.current) {
      (opener.current.isConnected ? opener.current : field.current)?.focus();
      opener.current = null;
    }
  }, [explanation]);

  const fail = (): void => send({ type: 'failed' });
  const type = (query: string): void => {
    send({ type: 'typed', query });
    find(query).then((findings) => send({ type: 'found', query, findings }), fail);
  };
  const open = (id: string): void => {
    if (!explanation)
      opener.current = document.activeElement instanceof HTMLElement ? document.activeElement : null;
    explain(id).then((found) => send({ type: 'opened', explanation: found }), fail);
  };
  const openFirst = (): void => {
    if (idle) return;
    const { query } = state;
    find(query).then((findings) => {
      const { page, glossary } = resultsOf(words, { ...state, answer: { query, findings } });
      const [spot] = page.flatMap(({ spots }) => spots);
      if (spot) onShow(spot);
      else if (glossary[0]) open(glossary[0].id);
    }, fail);
  };
  const back = (): void => {
    if (!explanation) field.current?.focus();
    send({ type: 'back' });
  };
  const onKeyDown = (event: KeyboardEvent & { readonly currentTarget: HTMLElement }): void => {
    if (event.isComposing) return;
    if (event.key === 'Escape' && state.query !== '') back();
    else if (explanation || !walk(event.currentTarget, event.key)) return;
    // Else Esc would close the popup, and arrows scroll it. Firefox closes it before the page hears of the key.
    event.preventDefault();
  };

  return (
    <search ref={whole} onKeyDown={onKeyDown} onFocusIn={(event) => keepOneStop(event.currentTarget)}>
      <form
        hidden={explanation !== undefined}
        onSubmit={(event) => {
          event.preventDefault();
          openFirst();
        }}
      >
        <label>
          <span>{t('search.label')}</span>
          <input
            ref={field}
            type="search"
            value={state.query}
            maxLength={100}
            autocomplete="off"
            autocapitalize="off"
            // Some browsers send what they check to a server.
            spellcheck={false}
            onInput={(event) => type(event.currentTarget.value)}
          />
        </label>
        <p class="summary" role="status">
          <Said summary={results.summary} />
        </p>
        {results.page.length > 0 && (
          <>
            <h2>{t('search.onPage')}</h2>
            <Words words={results.page} onShow={onShow} />
            {results.glossary.length > 0 && <h2>{t('search.inGlossary')}</h2>}
          </>
        )}
        {results.glossary.length > 0 && (
          <ul class="words found">
            {results.glossary.map((finding) => (
              <li key={finding.id}>
                <Found finding={finding} onOpen={open} />
              </li>
            ))}
          </ul>
        )}
      </form>
      <div hidden={!idle}>{children}</div>
      {explanation && (
        <article ref={article} class="explanation" tabIndex={-1} aria-label={explanation.term}>
          <button type="button" class="back" onClick={back}>
            <span class="arrow" aria-hidden="true">
              ←
            </span>{' '}
            {t('interface.back')}
          </button>
          <Entry entry={explanation} more={true} onFollow={open} onReadOn={onReadOn} edition={edition} />
          <p class="advice">{t('interface.advice')}</p>
        </article>
      )}
    </search>
  );
}

function Said({ summary }: { summary: Summary }) {
  switch (summary.kind) {
    case 'nothing':
      return null;
    case 'failed':
      return <>{t('search.failed')}</>;
    case 'found':
      return <>{t('search.found', summary.count)}</>;
    case 'none':
      return <About text={t('search.none', { query: '{query}' })} query={summary.query} />;
    case 'guess':
      return <About text={t('search.guess', { query: '{query}' })} query={summary.query} />;
  }
}

const About = ({ text, query }: { text: string; query: string }) => (
  <Sentence text={text} parts={{ query: <bdi>{query}</bdi> }} />
);

function Found({ finding, onOpen }: { finding: Finding; onOpen: (id: string) => void }) {
  const { id, term, sense, name, short } = finding;
  return (
    <button type="button" tabIndex={-1} onClick={() => onOpen(id)} {...IN_ENGLISH}>
      <span class="word">
        {term}
        {sense !== undefined && <span class="beside"> · {sense}</span>}
        {name !== term && <span class="beside"> · {name}</span>}
      </span>
      <span class="short">{short}</span>
    </button>
  );
}
