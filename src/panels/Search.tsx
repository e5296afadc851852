// The search of the popup: a field, what is found while one types, and the explanation of the entry that is opened.
import type { ComponentChildren } from 'preact';
import { useEffect, useReducer, useRef } from 'preact/hooks';
import { Entry, type ReadOn } from '../card/Entry.tsx';
import { Sentence } from '../card/Sentence.tsx';
import type { Edition } from '../card/Tools.tsx';
import type { Find, Finding } from '../glossary/finder.ts';
import type { Lookup } from '../glossary/lookup.ts';
import { IN_ENGLISH, t } from '../i18n.ts';
import { EMPTY, reduce, type Summary, shown, summary } from './search-state.ts';

export interface SearchProps {
  readonly find: Find;
  readonly explain: Lookup;
  readonly onReadOn: ReadOn;
  readonly edition: Edition;
  /** What stands above what the glossary has for a query: the words of the page that fit it. */
  readonly onPage: (query: string) => ComponentChildren;
  /** What stands below the field as long as nothing is typed. */
  readonly children: ComponentChildren;
}

/** What arrow keys walk through: the field and the words below it. */
const stopsIn = (within: HTMLElement): HTMLElement[] =>
  [...within.querySelectorAll<HTMLElement>('input, .words button')].filter((stop) => stop.checkVisibility());

/** Whether a key was pressed on a word: in the field Home and End go to its text's ends. */
const isInList = ({ target }: Event): boolean =>
  target instanceof Element && target.closest('.words') !== null;

/** Moves the focus up or down between the field and the words. */
function step(within: HTMLElement, by: 1 | -1): void {
  const stops = stopsIn(within);
  const at = stops.findIndex((stop) => stop.contains(document.activeElement));
  stops[at + by]?.focus();
}

/**
 * The field, the list and the explanation. The list is of plain buttons, each reached by Tab too; how much was found is read out, the focus stays in the field.
 */
export function Search({ find, explain, onReadOn, edition, onPage, children }: SearchProps) {
  const [state, send] = useReducer(reduce, EMPTY);
  const field = useRef<HTMLInputElement>(null);
  const article = useRef<HTMLElement>(null);
  /** Where the focus was when an explanation was opened. */
  const opener = useRef<HTMLElement | null>(null);
  const explanation = shown(state);
  const idle = state.query.trim() === '';

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
    find(state.query).then(([first]) => first && open(first.id), fail);
  };
  const back = (): void => {
    if (!explanation) field.current?.focus();
    send({ type: 'back' });
  };
  const onKeyDown = (event: KeyboardEvent & { readonly currentTarget: HTMLElement }): void => {
    if (event.isComposing) return;
    if (event.key === 'Escape' && state.query !== '') back();
    else if (event.key === 'ArrowDown' && !explanation) step(event.currentTarget, 1);
    else if (event.key === 'ArrowUp' && !explanation) step(event.currentTarget, -1);
    else if (event.key === 'Home' && isInList(event)) stopsIn(event.currentTarget)[1]?.focus();
    else if (event.key === 'End' && isInList(event)) stopsIn(event.currentTarget).at(-1)?.focus();
    else return;
    // Else Esc would close the popup, and arrows scroll it. Firefox closes it before the page hears of the key.
    event.preventDefault();
  };

  return (
    <search onKeyDown={onKeyDown}>
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
            onFocus={() => void find('').catch(fail)}
            onInput={(event) => type(event.currentTarget.value)}
          />
        </label>
        {!idle && onPage(state.query)}
        <p class="summary" role="status">
          <Said summary={summary(state)} />
        </p>
        {state.answer !== null && state.answer.findings.length > 0 && (
          <ul class="words found">
            {state.answer.findings.map((finding) => (
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
    <button type="button" onClick={() => onOpen(id)} {...IN_ENGLISH}>
      <span class="word">
        {term}
        {sense !== undefined && <span class="beside"> · {sense}</span>}
        {name !== term && <span class="beside"> · {name}</span>}
      </span>
      <span class="short">{short}</span>
    </button>
  );
}
