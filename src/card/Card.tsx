// The card itself: renders a state, says what was pressed. Knows nothing of pages, timers or loading.

import type { Explanation } from '../glossary/lookup.ts';
import { eitherOf, IN_ENGLISH, inOurs, t } from '../i18n.ts';
import type { Settings } from '../settings/settings.ts';
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
  /** The id of the entry that the reader has just said to know. */
  readonly known: string | null;
  readonly look: CardLook;
  readonly edition: Edition;
  readonly send: (event: CardEvent) => void;
  readonly onReadOn: ReadOn;
}

/** The card's content for one view: loading, failed, or one explanation for each sense. */
export function Card({ view, before, more, known, look, edition, send, onReadOn }: CardProps) {
  const { content } = view;
  const several = content.kind === 'ready' && content.entries.length > 1;
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
      {before.length > 0 && <Trail before={before} onBack={(to) => send({ type: 'back', to })} />}
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
      {/* There from the first moment on: only what is put into it later is read out. */}
      <p class="spoken" role="status">
        {content.kind === 'ready' && known === null && (
          <span {...IN_ENGLISH}>
            {content.entries.map(({ term, short }) => `${term}: ${short}`).join(' ')}
          </span>
        )}
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
      {content.kind === 'ready' && (
        <>
          {several && <p class="note">{t('card.several')}</p>}
          {known !== null && (
            <Known entries={content.entries} id={known} onUndo={() => send({ type: 'undo-know' })} />
          )}
          <div class="senses">
            {content.entries.map((entry) => (
              <Entry
                key={entry.id}
                entry={entry}
                more={more}
                onFollow={(id) => send({ type: 'follow', id })}
                onReadOn={onReadOn}
                edition={edition}
                onKnow={known === null ? (id) => send({ type: 'know', id }) : undefined}
              />
            ))}
          </div>
          <button
            type="button"
            class="quiet toggle"
            aria-expanded={more}
            onClick={() => send({ type: 'toggle-more' })}
          >
            {more ? t('card.less') : t('card.more')}
          </button>
          <p class="advice">{t('interface.advice')}</p>
        </>
      )}
    </div>
  );
}

interface KnownProps {
  readonly entries: readonly Explanation[];
  readonly id: string;
  readonly onUndo: () => void;
}

/** Says that a word is no longer marked, and takes it back. */
function Known({ entries, id, onUndo }: KnownProps) {
  const term = entries.find((entry) => entry.id === id)?.term ?? '';
  return (
    <div class="known" role="status">
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

const labelOf = ({ content, ids }: View): string =>
  eitherOf(
    content.kind === 'ready'
      ? content.entries.map(({ term }) => term)
      : ids.map((id) => id.replaceAll('-', ' ')),
  );
