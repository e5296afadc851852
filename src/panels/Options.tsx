// The options page: its groups, beside them a text on which choices are seen at once, and what was done last.
import { Entry } from '../card/Entry.tsx';
import type { Edition } from '../card/Tools.tsx';
import type { Explanation } from '../glossary/lookup.ts';
import { t } from '../i18n.ts';
import type { Settings } from '../settings/settings.ts';
import { AboutGroup } from './options/AboutGroup.tsx';
import { AppearanceGroup, CardGroup, MarksGroup, ReadingGroup } from './options/Choices.tsx';
import { Group } from './options/controls.tsx';
import { FileGroup } from './options/FileGroup.tsx';
import { KnownGroup } from './options/KnownGroup.tsx';
import { Notice } from './options/Notice.tsx';
import { SitesGroup } from './options/SitesGroup.tsx';
import type { OptionsNotice, SiteList } from './options-state.ts';
import { Sample } from './Sample.tsx';
import { LETTER } from './sample-text.ts';

export interface OptionsProps {
  readonly settings: Settings;
  readonly notice: OptionsNotice | null;
  readonly edition: Edition;
  /** The terms of all entries by id; empty until they are read. */
  readonly terms: ReadonlyMap<string, string>;
  /** An explanation to show as cards do; null until it is read. */
  readonly example: Explanation | null;
  readonly onChoose: (choice: Partial<Settings>) => void;
  readonly onAddSite: (list: SiteList, pattern: string) => void;
  readonly onRemoveSite: (list: SiteList, entry: string) => void;
  readonly onPutBack: (ids: readonly string[]) => void;
  readonly onExport: () => void;
  readonly onImport: (file: File) => void;
  readonly onReset: () => void;
  readonly onUndo: () => void;
  /** Opens the browser's page of shortcuts; null where none can be opened. */
  readonly onShortcuts: (() => void) | null;
}

const LINKS = [
  ['marks', 'options.marks'],
  ['card', 'options.card'],
  ['reading', 'options.reading'],
  ['appearance', 'options.appearance'],
  ['sites', 'sites.title'],
  ['known', 'known.title'],
  ['file', 'transfer.title'],
  ['about', 'about.title'],
] as const;

/** The card that stands in the sample is there to be looked at. */
const nothing = (): void => undefined;

/** The whole page. */
export function Options(props: OptionsProps) {
  const { settings, notice, edition, terms, example, onChoose } = props;
  return (
    <>
      <header>
        <h1>{t('options.title')}</h1>
        <p>{t('options.savedAtOnce')}</p>
        <nav aria-label={t('options.groups')}>
          <ul>
            {LINKS.map(([id, key]) => (
              <li key={id}>
                <a href={`#${id}`}>{t(key)}</a>
              </li>
            ))}
          </ul>
        </nav>
      </header>
      <main>
        <MarksGroup settings={settings} onChoose={onChoose} />
        <aside>
          <Group id="sample" title={t('sample.title')}>
            <Sample sections={LETTER} choice={settings} />
            <p class="hint">{t('sample.hint')}</p>
            {example && (
              <div class="example" data-text-size={settings.textSize} inert>
                <Entry
                  entry={example}
                  more={settings.more}
                  onFollow={nothing}
                  onReadOn={nothing}
                  edition={edition}
                />
              </div>
            )}
          </Group>
        </aside>
        <CardGroup settings={settings} onChoose={onChoose} />
        <ReadingGroup settings={settings} onChoose={onChoose} onShortcuts={props.onShortcuts} />
        <AppearanceGroup settings={settings} onChoose={onChoose} />
        <SitesGroup
          settings={settings}
          onMode={(siteMode) => onChoose({ siteMode })}
          onAdd={props.onAddSite}
          onRemove={props.onRemoveSite}
        />
        <KnownGroup known={settings.known} terms={terms} onPutBack={props.onPutBack} />
        <FileGroup onExport={props.onExport} onImport={props.onImport} onReset={props.onReset} />
        <AboutGroup edition={edition} entries={terms.size === 0 ? null : terms.size} />
      </main>
      <Notice notice={notice} onUndo={props.onUndo} />
    </>
  );
}
