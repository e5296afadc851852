// The options page: wires its groups to the settings, keeps the way back from what was done last, and reads and writes files.
import { render } from 'preact';
import { browser } from '../../src/browser.ts';
import { edition } from '../../src/card/wiring.ts';
import type { Explanation } from '../../src/glossary/lookup.ts';
import { NAMES_PATH, type NamedEntry } from '../../src/glossary/names.ts';
import { inOurs, t } from '../../src/i18n.ts';
import { askExplanation } from '../../src/messages.ts';
import { Options } from '../../src/panels/Options.tsx';
import {
  type Done,
  know,
  type OptionsNotice,
  putBack,
  termsOf,
  withSite,
} from '../../src/panels/options-state.ts';
import { serveSample } from '../../src/panels/sample-card.ts';
import { openShortcuts } from '../../src/panels/shortcuts.ts';
import { DEFAULTS, type Settings } from '../../src/settings/settings.ts';
import { inOrder, withoutEntry } from '../../src/settings/site-patterns.ts';
import { changeSettings, loadSettings, watchSettings } from '../../src/settings/store.ts';
import { fileName, LONGEST, readFile, writeFile } from '../../src/settings/transfer.ts';

/** The entry that the sample shows as cards do. */
const EXAMPLE = 'edema';

/** Has the browser save a text as a file. */
function saveAs(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = Object.assign(document.createElement('a'), { href: url, download: name });
  link.click();
  // The browser reads it after this task.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

async function main(): Promise<void> {
  document.title = t('options.title');
  Object.assign(document.documentElement, inOurs());
  let settings: Settings = await loadSettings();
  let notice: OptionsNotice | null = null;
  let terms: ReadonlyMap<string, string> = new Map();
  let example: Explanation | null = null;
  const wearLook = serveSample(() => settings);
  const shortcuts = openShortcuts();

  const draw = (): void => {
    document.body.dataset.theme = settings.theme;
    wearLook();
    render(
      <Options
        settings={settings}
        notice={notice}
        edition={edition()}
        terms={terms}
        example={example}
        onChoose={(choice) => change((old) => ({ ...old, ...choice }), null)}
        onAddSite={(list, pattern) => change((old) => withSite(old, list, pattern), null)}
        onRemoveSite={(list, entry) => {
          const gone = settings[list].filter((other) => !withoutEntry(settings[list], entry).includes(other));
          change((old) => ({ ...old, [list]: withoutEntry(old[list], entry) }), {
            kind: 'done',
            done: { kind: 'site-removed', site: entry },
            undo: (old) => ({ ...old, [list]: inOrder([...old[list], ...gone]) }),
          });
        }}
        onPutBack={(ids) =>
          change((old) => putBack(old, ids), {
            kind: 'done',
            done: { kind: 'put-back', ids },
            undo: (old) => know(old, ids),
          })
        }
        onExport={() => saveAs(fileName(new Date()), writeFile(settings))}
        onImport={(file) => void takeOver(file)}
        onReset={() => replace(DEFAULTS, { kind: 'reset' })}
        onUndo={() => notice?.kind === 'done' && change(notice.undo, { kind: 'undone' })}
        onShortcuts={shortcuts}
      />,
      document.body,
    );
  };
  const say = (next: OptionsNotice | null): void => {
    notice = next;
    draw();
  };
  const change = (how: (old: Settings) => Settings, then: OptionsNotice | null): void => {
    changeSettings(how).then(
      (changed) => {
        settings = changed;
        say(then);
      },
      () => say({ kind: 'not-saved' }),
    );
  };
  /** Puts other settings in the place of all. */
  const replace = (next: Settings, done: Done): void => {
    const before = settings;
    change(() => next, { kind: 'done', done, undo: () => before });
  };
  const takeOver = async (file: File): Promise<void> => {
    if (file.size > 4 * LONGEST) return say({ kind: 'not-imported', fault: { kind: 'too-long' } });
    try {
      const read = readFile(await file.text());
      if (read.ok) replace(read.settings, { kind: 'imported' });
      else say({ kind: 'not-imported', fault: read.fault });
    } catch {
      say({ kind: 'not-imported', fault: { kind: 'unreadable' } });
    }
  };

  watchSettings((changed) => {
    settings = changed;
    draw();
  });
  draw();
  askExplanation(EXAMPLE).then(
    (explanation) => {
      example = explanation;
      draw();
    },
    () => undefined,
  );
  const names: readonly NamedEntry[] = await (await fetch(browser.runtime.getURL(NAMES_PATH))).json();
  terms = termsOf(names);
  draw();
}

void main();
