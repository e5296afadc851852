// The card itself: renders a state, says what was pressed. Knows nothing of pages, timers or loading.
import { eitherOf, IN_ENGLISH, inOurs, t } from '../i18n.ts';
import type { Settings } from '../settings/settings.ts';
import { Guess, type Search, Unclear, Unknown } from './Asked.tsx';
import { Entry, type ReadOn } from './Entry.tsx';
import { Sentence } from './Sentence.tsx';
import type { CardEvent, View } from './state.ts';
import type { Edition } from './Tools.tsx';
import { Trail } from './Trail.tsx';

/** How the reader wants the card to look. */
export type CardLook = Pick<Settings, 'theme' | 'textSize'>;

export interface CardProps {
  readonly view: View;
  /** The views before it, from which it was opened one by one. */
  readonly before: readonly View[];
  readonly more: boolean;
  /** The id of the entry that the reader said to know last. */
  readonly known: string | null;
  readonly look: CardLook;
  readonly edition: Edition;
  readonly send: (event: CardEvent) => void;
  readonly onReadOn: ReadOn;
  readonly onSearch: Search;
}

/** The card's content for one view: loading, failed, or one explanation for each sense. */
export function Card({ view, before, more, known, look, edition, send, onReadOn, onSearch }: CardProps) {
  const { content } = view;
  const justKnown = content.kind === 'ready' ? content.entries.find(({ id }) => id === known) : undefined;
  const several = content.kind === 'ready' && content.entries.length > 1;
  const only = content.kind === 'ready' && !several ? content.entries[0] : undefined;
  return (
    <div
      class={`face card${several ? ' several' : ''}`}
      role="dialog"
      aria-label={labelOf(view)}
      tabIndex={-1}
      data-theme={look.theme}
      data-text-size={look.textSize}
      {...inOurs()}
    >
      <div class="bar">
        <button
          type="button"
          class="quiet close"
          aria-label={t('card.close')}
          onClick={() => send({ type: 'close' })}
        >
          <span aria-hidden="true">×</span>
        </button>
      </div>
      {before.length > 0 && <Trail before={before} onBack={(to) => send({ type: 'back', to })} />}
      {/* There from the first moment on: only what is put into it later is read out. */}
      <p class="spoken" role="status">
        {content.kind === 'ready' && !justKnown && (
          <span {...IN_ENGLISH}>
            {content.entries.map(({ term, short }) => `${term}: ${short}`).join(' ')}
          </span>
        )}
        {justKnown && t('card.known', { term: justKnown.term })}
      </p>
      {content.kind === 'loading' && <p class="note">{t('card.loading')}</p>}
      {content.kind === 'failed' && (
        <div role="alert">
          <p class="note">{t('card.failed')}</p>
          <button type="button" class="retry" onClick={() => send({ type: 'retry' })}>
            {t('card.retry')}
          </button>
        </div>
      )}
      {content.kind === 'unknown' && <Unknown text={content.text} onSearch={onSearch} />}
      {content.kind === 'unclear' && <Unclear />}
      {content.kind === 'ready' && (
        <>
          {view.guess !== undefined && <Guess text={view.guess} />}
          {several && <p class="note">{t('card.several')}</p>}
          {justKnown && <Known term={justKnown.term} onUndo={() => send({ type: 'undo-know' })} />}
          <div class="senses">
            {content.entries.map((entry) => (
              <Entry
                key={entry.id}
                entry={entry}
                more={more}
                onFollow={(id) => send({ type: 'follow', id })}
                onReadOn={onReadOn}
                edition={edition}
                onKnow={several && entry !== justKnown ? (id) => send({ type: 'know', id }) : undefined}
              />
            ))}
          </div>
          <div class="foot">
            <button
              type="button"
              class="quiet toggle"
              aria-expanded={more}
              onClick={() => send({ type: 'toggle-more' })}
            >
              {more ? t('card.less') : t('card.more')}
            </button>
            {only && only !== justKnown && (
              <button type="button" class="quiet know" onClick={() => send({ type: 'know', id: only.id })}>
                {t('entry.know')}
              </button>
            )}
          </div>
          <p class="advice">{t('interface.advice')}</p>
        </>
      )}
    </div>
  );
}

interface KnownProps {
  readonly term: string;
  readonly onUndo: () => void;
}

/** Says that a word is no longer marked, and takes it back. */
function Known({ term, onUndo }: KnownProps) {
  return (
    <div class="known">
      <p>
        <Sentence
          text={t('card.known', { term: '{term}' })}
          parts={{ term: <b {...IN_ENGLISH}>{term}</b> }}
        />
      </p>
      <button type="button" class="retry" onClick={onUndo}>
        {t('card.undo')}
      </button>
    </div>
  );
}

function labelOf({ content, ids }: View): string {
  if (content.kind === 'ready') return eitherOf(content.entries.map(({ term }) => term));
  if (content.kind === 'unknown') return content.text;
  return ids.length > 0 ? eitherOf(ids.map((id) => id.replaceAll('-', ' '))) : t('manifest.shortName');
}
