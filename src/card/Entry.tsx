// One explanation: the word, how to say it, what kind of thing it is, a plain sentence, and all the rest.
import type { ComponentChildren } from 'preact';
import type { Kind } from '../glossary/entry.ts';
import type { Explanation } from '../glossary/lookup.ts';

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

interface EntryProps {
  readonly entry: Explanation;
  /** Whether to show all, or the first sentence alone. */
  readonly more: boolean;
  /** A word in it was pressed that has an entry of its own. */
  readonly onFollow: (id: string) => void;
}

/** One explanation, in the card and in the popup; `entry.css` is its style. */
export function Entry({ entry, more, onFollow }: EntryProps) {
  const { term, sense, kind, say, short, also, see, mixup } = entry;
  const link = (id: string, label: string): ComponentChildren => (
    <button type="button" class="link" onClick={() => onFollow(id)}>
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
