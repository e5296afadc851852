// One explanation: the word, how to say it, what kind of thing it is, a plain sentence, and all the rest.
import type { ComponentChildren } from 'preact';
import type { Kind } from '../glossary/entry.ts';
import type { Explanation } from '../glossary/lookup.ts';
import { READING_SITES, type ReadingSite } from '../glossary/read-on.ts';

const KIND_NAMES: Readonly<Record<Kind, string>> = {
  condition: 'Condition',
  symptom: 'Symptom',
  'body-part': 'Part of the body',
  process: 'What happens',
  test: 'Test',
  procedure: 'Procedure',
  treatment: 'Treatment',
  medicine: 'Medicine',
  germ: 'Germ',
  substance: 'Substance',
  measurement: 'Number or amount',
  device: 'Device',
  person: 'Who',
  place: 'Where',
  description: 'Term',
};

/** A site's search for the term of an entry is wanted in a new tab. */
export type ReadOn = (entry: Explanation, site: ReadingSite) => void;

interface EntryProps {
  readonly entry: Explanation;
  /** Whether to show all, or the first sentence alone. */
  readonly more: boolean;
  /** A word in it was pressed that has an entry of its own. */
  readonly onFollow: (id: string) => void;
  readonly onReadOn: ReadOn;
}

/** One explanation, in the card and in the popup; `entry.css` is its style. */
export function Entry({ entry, more, onFollow, onReadOn }: EntryProps) {
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
          <div>
            <span class="label">Read on at another site</span>
            <ul class="links">
              {READING_SITES.map(({ site, name }) => (
                <li key={site}>
                  {/* biome-ignore lint/a11y/useSemanticElements: browsers look up the names of sites that a page's <a> elements lead to, and a page can have
                      such addresses loaded by its speculation rules, in closed shadow trees too: the address is made only when this is pressed. */}
                  <button
                    type="button"
                    role="link"
                    class="link"
                    aria-label={`Search ${name} for ${term} (opens a new tab)`}
                    onClick={() => onReadOn(entry, site)}
                  >
                    Search {name} <span aria-hidden="true">↗</span>
                  </button>
                </li>
              ))}
            </ul>
          </div>
        </div>
      )}
    </section>
  );
}
