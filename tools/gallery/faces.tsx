// Every state of every face, each with made-up contents: what the gallery takes pictures of, and what accessibility is checked on. Runs in a plain page.
import { type ComponentChild, render } from 'preact';
import { Card, type CardProps } from '../../src/card/Card.tsx';
import cardCss from '../../src/card/card.css?inline';
import { provideDrawings } from '../../src/card/drawing-source.ts';
import entryCss from '../../src/card/entry.css?inline';
import type { View } from '../../src/card/state.ts';
import type { Explanation } from '../../src/glossary/lookup.ts';
import tokensCss from '../../src/look/tokens.css?inline';
import { Options, type OptionsProps } from '../../src/panels/Options.tsx';
import optionsCss from '../../src/panels/options.css?inline';
import { Popup, type PopupProps } from '../../src/panels/Popup.tsx';
import pageCss from '../../src/panels/page.css?inline';
import popupCss from '../../src/panels/popup.css?inline';
import type { PopupState } from '../../src/panels/popup-state.ts';
import searchCss from '../../src/panels/search.css?inline';
import { Welcome } from '../../src/panels/Welcome.tsx';
import welcomeCss from '../../src/panels/welcome.css?inline';
import { DEFAULTS, type Settings } from '../../src/settings/settings.ts';
import {
  APPENDICITIS,
  DISCHARGE_FROM_HOSPITAL,
  DISCHARGE_OF_A_WOUND,
  DRAWING,
  EDEMA,
  FINDINGS,
  LONG_WORD,
  MANY_WORDS,
  WORDS,
} from './samples.ts';

/** One state of a face. */
interface Face {
  /** A card stands in a shadow tree of its own, beside a page's text; all others are pages. */
  readonly kind: 'card' | 'page';
  readonly css: readonly string[];
  readonly content: () => ComponentChild;
  /** What the reader does first. */
  readonly act?: () => Promise<void>;
}

provideDrawings(() => Promise.resolve(DRAWING));

const nothing = (): void => undefined;

// The card.

const EDITION = { version: '1.2.3', glossary: '2026-11-24' };

const card = (content: View['content'], more: Partial<CardProps> = {}): Face => ({
  kind: 'card',
  css: [tokensCss, cardCss, entryCss],
  content: () => (
    <Card
      view={{ ids: ['edema'], content }}
      before={[]}
      more={false}
      known={null}
      look={{ theme: 'system', textSize: 'normal' }}
      edition={EDITION}
      {...more}
      send={nothing}
      onReadOn={nothing}
      onSearch={nothing}
    />
  ),
});
const ready = (...entries: readonly Explanation[]): View['content'] => ({ kind: 'ready', entries });

const BEFORE: readonly View[] = [LONG_WORD, DISCHARGE_OF_A_WOUND].map((entry) => ({
  ids: [entry.id],
  content: ready(entry),
}));

// The popup.

const popup = (state: PopupState, more: Partial<PopupProps> = {}): Face => ({
  kind: 'page',
  css: [tokensCss, popupCss, searchCss, entryCss],
  content: () => (
    <Popup
      state={state}
      site="forum.example.org"
      enabled={state.kind !== 'off'}
      siteOn={state.kind !== 'off-here'}
      error={null}
      onEnabled={nothing}
      onSite={nothing}
      onDensity={nothing}
      onOptions={nothing}
      onPause={nothing}
      density="section"
      onShow={nothing}
      onMarkAnyway={nothing}
      onStart={nothing}
      find={(query) => Promise.resolve(query === 'zzz' ? [] : FINDINGS)}
      explain={() => Promise.resolve(EDEMA)}
      onReadOn={nothing}
      edition={EDITION}
      {...more}
    />
  ),
});

// The options page.

const options = (settings: Partial<Settings> = {}, more: Partial<OptionsProps> = {}): Face => ({
  kind: 'page',
  css: [tokensCss, pageCss, optionsCss, entryCss],
  content: () => (
    <Options
      settings={{ ...DEFAULTS, ...settings }}
      notice={null}
      edition={EDITION}
      terms={
        new Map([
          [EDEMA.id, EDEMA.term],
          [LONG_WORD.id, LONG_WORD.term],
        ])
      }
      example={EDEMA}
      onChoose={nothing}
      onAddSite={nothing}
      onRemoveSite={nothing}
      onPutBack={nothing}
      onExport={nothing}
      onImport={nothing}
      onReset={nothing}
      onUndo={nothing}
      onShortcuts={nothing}
      {...more}
    />
  ),
});

/** How long anything is waited for, in ms. */
const PATIENCE = 5000;

/** Waits until something is on the page. */
async function seen(selector: string): Promise<HTMLElement> {
  for (const end = performance.now() + PATIENCE; performance.now() < end; ) {
    const element = document.querySelector<HTMLElement>(selector);
    if (element) return element;
    await new Promise(requestAnimationFrame);
  }
  throw new Error(`Nothing on the page is "${selector}".`);
}

async function press(selector: string): Promise<void> {
  const root = document.querySelector('bedside-card')?.shadowRoot ?? document;
  root.querySelector<HTMLElement>(selector)?.click();
}

const typing = (query: string): Face => ({
  ...popup({ kind: 'words', words: WORDS, more: false }),
  act: async () => {
    const field = await seen('search input');
    if (field instanceof HTMLInputElement) field.value = query;
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await seen(query === 'zzz' ? '.summary:not(:empty)' : '.found button');
  },
});

const FACES: Readonly<Record<string, Face>> = {
  'card, loading': card({ kind: 'loading' }),
  'card, failed': card({ kind: 'failed' }),
  'card, short': card(ready(EDEMA)),
  'card, whole': card(ready(EDEMA), { more: true, before: BEFORE }),
  'card, word parts and place': card(ready(APPENDICITIS), { more: true }),
  'card, known': card(ready(EDEMA), { known: 'edema' }),
  'card, larger text': card(ready(EDEMA), { look: { theme: 'dark', textSize: 'larger' } }),
  'card, report': { ...card(ready(EDEMA), { more: true }), act: () => press('.tool:last-child') },
  'card, two senses': card(ready(DISCHARGE_OF_A_WOUND, DISCHARGE_FROM_HOSPITAL)),
  'card, long word': card(ready(LONG_WORD), { more: true }),
  options: options(),
  'options, much chosen': options(
    {
      ...{ more: true, textSize: 'larger', markStyle: 'soft', markColor: 'orange', siteMode: 'only' },
      onSites: ['*.a-very-long-name-of-a-site-that-nobody-would-type.example.org', 'example.org'],
      known: [EDEMA.id, LONG_WORD.id, 'gone-from-the-glossary'],
    },
    { notice: { kind: 'done', done: { kind: 'reset' }, undo: (settings) => settings } },
  ),
  'options, a file that cannot be read': options(
    {},
    { notice: { kind: 'not-imported', fault: { kind: 'unreadable' } } },
  ),
  welcome: {
    kind: 'page',
    css: [tokensCss, pageCss, welcomeCss],
    content: () => <Welcome tried={false} shortcut="Alt+Shift+N" onOptions={nothing} onDone={nothing} />,
  },
  'card, asked for what is unknown': card({ kind: 'unknown', text: LONG_WORD.term }),
  'card, asked for too much': card({ kind: 'unclear' }),
  'card, a guess': card(ready(EDEMA), {
    view: { ids: ['edema'], content: ready(EDEMA), guess: 'edeema' },
  }),
  'popup, loading': popup({ kind: 'loading' }),
  'popup, busy': popup({ kind: 'loading', busy: true }),
  'popup, words': popup({ kind: 'words', words: WORDS, more: false }),
  'popup, words so far': popup({ kind: 'words', words: WORDS, more: true }),
  'popup, 300 words': popup({ kind: 'words', words: MANY_WORDS, more: false }),
  'popup, no words': popup({ kind: 'no-words' }),
  'popup, not about health': popup({ kind: 'not-health', found: 2 }),
  'popup, not English': popup({ kind: 'not-english' }),
  'popup, off': popup({ kind: 'off' }),
  'popup, paused': popup({ kind: 'paused', until: 1_800_000_000_000 }),
  'popup, off here': popup({ kind: 'off-here' }),
  'popup, browser page': popup({ kind: 'unreadable', why: 'browser-page' }, { site: null }),
  'popup, store': popup({ kind: 'unreadable', why: 'store' }),
  'popup, PDF': popup({ kind: 'unreadable', why: 'pdf' }),
  'popup, file': popup({ kind: 'unreadable', why: 'file' }, { site: null }),
  'popup, closed': popup({ kind: 'unreadable', why: 'closed' }),
  'popup, not started': popup({ kind: 'not-started' }),
  'popup, outdated': popup({ kind: 'outdated' }),
  'popup, error': popup({ kind: 'words', words: WORDS, more: false }, { error: EDEMA.more }),
  'popup, search': typing('edema'),
  'popup, search without a hit': typing('zzz'),
  'popup, search beyond the page': typing('disch'),
};

/** The names of all states. */
export const names = (): string[] => Object.keys(FACES);

/** Draws one state on the page, alone. */
export async function show(name: string): Promise<void> {
  const face = FACES[name];
  if (face === undefined) throw new Error(`There is no face called "${name}".`);
  // What was shown before goes, with its state.
  render(null, document.body);
  document.body.replaceWith(document.createElement('body'));
  const style = new CSSStyleSheet();
  style.replaceSync(face.css.join('\n'));
  document.adoptedStyleSheets = face.kind === 'page' ? [style] : [];
  document.body.className = face.kind === 'page' ? 'face' : '';
  if (face.kind === 'card') {
    // As mount.tsx does it, but in an open root and in one place.
    const host = document.createElement('bedside-card');
    const root = host.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [style];
    host.style.cssText = '--bedside-x: 8px !important; --bedside-y: 8px !important';
    document.body.append(host);
    render(face.content(), root);
  } else render(face.content(), document.body);
  await face.act?.();
  // Effects have run and everything is laid out.
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
}
