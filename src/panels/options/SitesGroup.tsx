// Where Bedside works: the mode, and the lists of sites that people can edit.
import { useId, useState } from 'preact/hooks';
import { Sentence } from '../../card/Sentence.tsx';
import { t } from '../../i18n.ts';
import type { Settings } from '../../settings/settings.ts';
import { type SiteList, type Typed, typedSite } from '../options-state.ts';
import { Choice, Group } from './controls.tsx';

interface SitesProps {
  readonly settings: Settings;
  readonly onMode: (mode: Settings['siteMode']) => void;
  readonly onAdd: (list: SiteList, pattern: string) => void;
  readonly onRemove: (list: SiteList, entry: string) => void;
}

const FAULTS = {
  scheme: 'sites.scheme',
  wildcard: 'sites.wildcard',
  'no-ending': 'sites.noEnding',
  'no-site': 'sites.noSite',
} as const;

export function SitesGroup({ settings, onMode, onAdd, onRemove }: SitesProps) {
  const list: SiteList = settings.siteMode === 'only' ? 'onSites' : 'offSites';
  const edit = (of: SiteList) => ({
    entries: settings[of],
    onAdd: (pattern: string) => onAdd(of, pattern),
    onRemove: (entry: string) => onRemove(of, entry),
  });
  return (
    <Group id="sites" title={t('sites.title')}>
      <Choice
        legend={t('sites.mode')}
        value={settings.siteMode}
        options={[
          { value: 'all-but', label: t('sites.allBut') },
          { value: 'only', label: t('sites.only') },
        ]}
        onChange={onMode}
      />
      <Sites key={list} name={list === 'onSites' ? t('sites.on') : t('sites.off')} {...edit(list)} />
      <Sites name={t('sites.always')} {...edit('alwaysSites')} />
    </Group>
  );
}

interface ListProps {
  readonly name: string;
  readonly entries: readonly string[];
  readonly onAdd: (pattern: string) => void;
  readonly onRemove: (entry: string) => void;
}

/** One list, with the field that adds to it: what is typed is checked at once. */
function Sites({ name, entries, onAdd, onRemove }: ListProps) {
  const id = useId();
  const [text, setText] = useState('');
  const typed = typedSite(text, entries);
  return (
    <div class="sites">
      <h3 id={`${id}-name`}>{name}</h3>
      {entries.length === 0 ? (
        <p class="hint">{t('sites.none')}</p>
      ) : (
        <ul class="entries" aria-labelledby={`${id}-name`}>
          {entries.map((entry) => (
            <li key={entry}>
              <span>
                <Named entry={entry} />
              </span>
              <button
                type="button"
                class="plain"
                aria-label={t('options.remove', { what: entry })}
                onClick={() => onRemove(entry)}
              >
                <span aria-hidden="true">×</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (typed.kind !== 'site') return;
          onAdd(typed.pattern);
          setText('');
        }}
      >
        <label for={`${id}-field`}>{t('sites.add')}</label>
        <div class="field">
          <input
            id={`${id}-field`}
            type="text"
            inputMode="url"
            dir="ltr"
            value={text}
            autocomplete="off"
            autocapitalize="off"
            spellcheck={false}
            aria-describedby={`${id}-said`}
            aria-invalid={typed.kind === 'fault'}
            onInput={(event) => setText(event.currentTarget.value)}
          />
          <button type="submit" disabled={typed.kind !== 'site'}>
            {t('sites.addButton')}
          </button>
        </div>
        <p id={`${id}-said`} class={typed.kind === 'fault' ? 'hint wrong' : 'hint'} role="status">
          <Said typed={typed} />
        </p>
      </form>
    </div>
  );
}

const OfSite = ({ text, site }: { readonly text: string; readonly site: string }) => (
  <Sentence text={text} parts={{ site: <bdi>{site}</bdi> }} />
);

function Named({ entry }: { readonly entry: string }) {
  if (entry.startsWith('!'))
    return <OfSite text={t('sites.except', { site: '{site}' })} site={entry.slice(1)} />;
  if (entry.startsWith('*.'))
    return <OfSite text={t('sites.allUnder', { site: '{site}' })} site={entry.slice(2)} />;
  return <bdi>{entry}</bdi>;
}

function Said({ typed }: { readonly typed: Typed }) {
  switch (typed.kind) {
    case 'nothing':
      return <>{t('sites.hint')}</>;
    case 'fault':
      return <>{t(FAULTS[typed.fault])}</>;
    case 'listed':
      return <OfSite text={t('sites.listed', { site: '{site}' })} site={typed.pattern} />;
    case 'site':
      return typed.pattern.startsWith('*.') ? (
        <OfSite text={t('sites.willAddAll', { site: '{site}' })} site={typed.pattern.slice(2)} />
      ) : (
        <OfSite text={t('sites.willAdd', { site: '{site}' })} site={typed.pattern} />
      );
  }
}
