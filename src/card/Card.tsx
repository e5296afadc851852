// The card itself: renders a state, says what was pressed. Knows nothing of pages, timers or loading.
import type { ComponentChildren } from 'preact';
import type { Kind } from '../glossary/entry.ts';
import type { Explanation } from '../glossary/lookup.ts';
import type { CardEvent, View } from './state.ts';

const KIND_NAMES: Readonly<Record<Kind, string>> = {
  condition: 'Condition',
  symptom: 'Symptom',
  'body-part': 'Part of the body',
  process: 'What the body does',
  test: 'Test',
  procedure: 'Procedure',
  treatment: 'Treatment',
  medicine: 'Medicine',
  germ: 'Germ',
  substance: 'Substance',
  measurement: 'Measurement',
  device: 'Device',
  person: 'Who',
  place: 'Where',
  description: 'Describing word',
};

export interface CardProps {
  readonly view: View;
  readonly canGoBack: boolean;
  readonly more: boolean;
  readonly send: (event: CardEvent) => void;
}

/** The card's content for one view: loading, failed, or one explanation for each sense. */
export function Card({ view, canGoBack, more, send }: CardProps) {
  const { content } = view;
  return (
    <div class="card" role="dialog" aria-label={labelOf(view)} tabIndex={-1}>
      <div class="bar">
        {canGoBack && (
          <button type="button" class="quiet back" onClick={() => send({ type: 'back' })}>
            <span aria-hidden="true">←</span> Back
          </button>
        )}
        <button type="button" class="quiet close" aria-label="Close" onClick={() => send({ type: 'close' })}>
          <span aria-hidden="true">×</span>
        </button>
      </div>
      {content.kind === 'loading' && (
        <p class="note" role="status">
          Looking it up…
        </p>
      )}
      {content.kind === 'failed' && (
        <div role="alert">
          <p class="note">The explanation could not be loaded.</p>
          <button type="button" class="retry" onClick={() => send({ type: 'retry' })}>
            Try again
          </button>
        </div>
      )}
      {content.kind === 'ready' && (
        <>
          {content.entries.length > 1 && <p class="note">This word has more than one meaning:</p>}
          {content.entries.map((entry) => (
            <Entry key={entry.id} entry={entry} more={more} send={send} />
          ))}
          <button
            type="button"
            class="quiet toggle"
            aria-expanded={more}
            onClick={() => send({ type: 'toggle-more' })}
          >
            {more ? 'Less' : 'More'}
          </button>
          <p class="advice">General explanation, not advice about you.</p>
        </>
      )}
    </div>
  );
}

const labelOf = ({ content, ids }: View): string =>
  content.kind === 'ready'
    ? content.entries.map(({ term }) => term).join(' or ')
    : ids.join(' or ').replaceAll('-', ' ');

interface EntryProps {
  readonly entry: Explanation;
  readonly more: boolean;
  readonly send: (event: CardEvent) => void;
}

function Entry({ entry, more, send }: EntryProps) {
  const { term, sense, kind, say, short, also, see, mixup } = entry;
  const link = (id: string, label: string): ComponentChildren => (
    <button type="button" class="link" onClick={() => send({ type: 'follow', id })}>
      {label}
    </button>
  );
  return (
    <section class="entry">
      <h2 class="term">{term}</h2>
      <p class="kind">
        {sense ? `${KIND_NAMES[kind]} · ${sense}` : KIND_NAMES[kind]}
        {say && <span class="say"> · say “{say}”</span>}
      </p>
      <p class="short">{short}</p>
      {more && (
        <div class="more">
          <p>{entry.more}</p>
          {also.length > 0 && (
            <p>
              <span class="label">Also called</span> {also.join(', ')}
            </p>
          )}
          {mixup.length > 0 && (
            <div>
              <span class="label">Not the same as</span>
              <ul class="plain">
                {mixup.map(({ id, term: other, difference }) => (
                  <li key={id}>
                    {link(id, other)}: {difference}
                  </li>
                ))}
              </ul>
            </div>
          )}
          {see.length > 0 && (
            <div>
              <span class="label">Related words</span>
              <ul class="links">
                {see.map(({ id, term: other }) => (
                  <li key={id}>{link(id, other)}</li>
                ))}
              </ul>
            </div>
          )}
        </div>
      )}
    </section>
  );
}
