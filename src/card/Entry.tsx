// One explanation: the word, how to say it, what kind of thing it is, a plain sentence, and all the rest.
import type { ComponentChildren } from 'preact';
import type { Kind } from '../glossary/entry.ts';
import type { Explanation } from '../glossary/lookup.ts';
import type { ReadingSite } from '../glossary/read-on.ts';
import { IN_ENGLISH, t } from '../i18n.ts';
import { Icon } from '../look/Icon.tsx';
import { KIND_ICONS } from '../look/icons.ts';
import { Linked } from './Linked.tsx';
import { Place } from './Place.tsx';
import { ReadOnLinks } from './ReadOnLinks.tsx';
import { Say } from './Say.tsx';
import { type Edition, Tools } from './Tools.tsx';
import { WordParts } from './WordParts.tsx';

const KIND_NAMES = {
  condition: 'kind.condition',
  symptom: 'kind.symptom',
  'body-part': 'kind.bodyPart',
  process: 'kind.process',
  test: 'kind.test',
  procedure: 'kind.procedure',
  treatment: 'kind.treatment',
  medicine: 'kind.medicine',
  germ: 'kind.germ',
  substance: 'kind.substance',
  measurement: 'kind.measurement',
  device: 'kind.device',
  person: 'kind.person',
  place: 'kind.place',
  description: 'kind.description',
} as const satisfies Readonly<Record<Kind, string>>;

/** A site's search for the term of an entry is wanted in a new tab. */
export type ReadOn = (entry: Explanation, site: ReadingSite) => void;

interface EntryProps {
  readonly entry: Explanation;
  /** Whether to show all, or the first sentence alone. */
  readonly more: boolean;
  /** A word in it was pressed that has an entry of its own. */
  readonly onFollow: (id: string) => void;
  readonly onReadOn: ReadOn;
  readonly edition: Edition;
  /** The reader knows the word. Left out where nothing is marked. */
  readonly onKnow?: ((id: string) => void) | undefined;
}

/** One explanation, in the card and in the popup; `entry.css` is its style. */
export function Entry({ entry, more, onFollow, onReadOn, edition, onKnow }: EntryProps) {
  const { term, sense, kind, say, short, also, see, mixup, links } = entry;
  const link = (id: string, label: string): ComponentChildren => (
    <button type="button" class="link" onClick={() => onFollow(id)} {...IN_ENGLISH}>
      {label}
    </button>
  );
  return (
    <section class="entry">
      <h2 class="term" {...IN_ENGLISH}>
        {term}
      </h2>
      <p class="kind">
        <Icon of={KIND_ICONS[kind]} /> {t(KIND_NAMES[kind])}
        {sense && (
          <>
            {' · '}
            <span {...IN_ENGLISH}>{sense}</span>
          </>
        )}
        <Say term={term} say={say} />
      </p>
      <p class="short" {...IN_ENGLISH}>
        <Linked text={short} links={links.short} onFollow={onFollow} />
      </p>
      {more && (
        <div class="more">
          <p {...IN_ENGLISH}>
            <Linked text={entry.more} links={links.more} onFollow={onFollow} />
          </p>
          {also.length > 0 && (
            <p>
              <span class="label">{t('entry.alsoCalled')}</span>{' '}
              <span {...IN_ENGLISH}>{also.join(', ')}</span>
            </p>
          )}
          {mixup.length > 0 && (
            <div>
              <span class="label">{t('entry.notTheSame')}</span>
              <ul class="plain" {...IN_ENGLISH}>
                {mixup.map(({ id, term: other, difference }) => (
                  <li key={id}>
                    {link(id, other)}: {difference}
                  </li>
                ))}
              </ul>
            </div>
          )}
          <WordParts parts={entry.parts} />
          <Place where={entry.where} />
          {see.length > 0 && (
            <div>
              <span class="label">{t('entry.related')}</span>
              <ul class="links">
                {see.map(({ id, term: other }) => (
                  <li key={id}>{link(id, other)}</li>
                ))}
              </ul>
            </div>
          )}
          <ReadOnLinks term={term} onPress={(site) => onReadOn(entry, site)} />
          <Tools key={entry.id} entry={entry} edition={edition} onKnow={onKnow} />
        </div>
      )}
    </section>
  );
}
