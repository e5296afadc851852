// The card itself: renders a state, says what was pressed. Knows nothing of pages, timers or loading.
import { eitherOf, inOurs, t } from '../i18n.ts';
import { Guess, type Search, Unclear, Unknown } from './Asked.tsx';
import { Entry, type ReadOn } from './Entry.tsx';
import type { CardEvent, View } from './state.ts';

export interface CardProps {
  readonly view: View;
  readonly canGoBack: boolean;
  readonly more: boolean;
  readonly send: (event: CardEvent) => void;
  readonly onReadOn: ReadOn;
  readonly onSearch: Search;
}

/** The card's content for one view: loading, failed, or one explanation for each sense. */
export function Card({ view, canGoBack, more, send, onReadOn, onSearch }: CardProps) {
  const { content } = view;
  return (
    <div class="face card" role="dialog" aria-label={labelOf(view)} tabIndex={-1} {...inOurs()}>
      <div class="bar">
        {canGoBack && (
          <button type="button" class="quiet back" onClick={() => send({ type: 'back' })}>
            <span class="arrow" aria-hidden="true">
              ←
            </span>{' '}
            {t('interface.back')}
          </button>
        )}
        <button
          type="button"
          class="quiet close"
          aria-label={t('card.close')}
          onClick={() => send({ type: 'close' })}
        >
          <span aria-hidden="true">×</span>
        </button>
      </div>
      {content.kind === 'loading' && (
        <p class="note" role="status">
          {t('card.loading')}
        </p>
      )}
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
          {content.entries.length > 1 && <p class="note">{t('card.several')}</p>}
          {content.entries.map((entry) => (
            <Entry
              key={entry.id}
              entry={entry}
              more={more}
              onFollow={(id) => send({ type: 'follow', id })}
              onReadOn={onReadOn}
            />
          ))}
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

function labelOf({ content, ids }: View): string {
  if (content.kind === 'ready') return eitherOf(content.entries.map(({ term }) => term));
  if (content.kind === 'unknown') return content.text;
  return ids.length > 0 ? eitherOf(ids.map((id) => id.replaceAll('-', ' '))) : t('manifest.shortName');
}
