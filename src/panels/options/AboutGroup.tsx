// What this is, how it was checked, and whose work is in it.
import { Sentence } from '../../card/Sentence.tsx';
import type { Edition } from '../../card/Tools.tsx';
import { inOurs, t } from '../../i18n.ts';
import { CREDITS, DRAWINGS } from '../credits.ts';
import { Group } from './controls.tsx';

interface AboutProps {
  readonly edition: Edition;
  /** How many entries the glossary has; null until it is read. */
  readonly entries: number | null;
}

/** A day as people write it in the interface's language; days have no time zone. */
function dayOf(date: string): string {
  const day = new Date(`${date}T00:00:00Z`);
  return Number.isNaN(day.getTime())
    ? date
    : new Intl.DateTimeFormat(inOurs().lang, { dateStyle: 'long', timeZone: 'UTC' }).format(day);
}

export function AboutGroup({ edition, entries }: AboutProps) {
  return (
    <Group id="about" title={t('about.title')}>
      <p>
        <Sentence
          text={t('about.version', { version: '{version}' })}
          parts={{ version: <bdi>{edition.version}</bdi> }}
        />
        <br />
        <Sentence
          text={t('about.glossary', { date: '{date}' })}
          parts={{ date: <bdi>{dayOf(edition.glossary)}</bdi> }}
        />
        <br />
        {entries !== null && t('about.entries', entries)}
      </p>
      <p>{t('about.checked')}</p>
      <p>{t('about.advice')}</p>
      <p>{t('about.license')}</p>
      <h3>{t('about.credits')}</h3>
      <ul class="credits">
        {CREDITS.map(({ name, license }) => (
          <li key={name}>
            <bdi>{name}</bdi> · <bdi>{license}</bdi>
          </li>
        ))}
        <li>
          <Sentence
            text={t('about.drawings', { name: '{name}', license: '{license}' })}
            parts={{ name: <bdi>{DRAWINGS.name}</bdi>, license: <bdi>{DRAWINGS.license}</bdi> }}
          />
        </li>
      </ul>
    </Group>
  );
}
