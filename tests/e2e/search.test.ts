// The search in the popup of the built extension: on any page, by keyboard, forgiving, and without a trace.
import { describe, expect, test } from 'vitest';
import { type Popup, until } from '../../tools/browsers/browser.ts';
import {
  healthPage,
  KINDS,
  OTHER_PAGE,
  pressInPopup,
  seeMark,
  seePopup,
  typeInPopup,
  useBedside,
} from './harness.ts';

const pages = { '/health': healthPage('<p>A biopsy was planned.</p>'), '/other': OTHER_PAGE };

/** Presses a key where the focus is; says whether the search took it for itself. The browser does nothing more for such a press. */
const press = (popup: Popup, key: string): Promise<boolean> =>
  popup.evaluate(
    (pressed: string) =>
      document.activeElement?.dispatchEvent(
        new KeyboardEvent('keydown', { key: pressed, bubbles: true, cancelable: true }),
      ) === false,
    key,
  );

/** Enter in the field, as the browser does it. */
const submit = (popup: Popup): Promise<void> =>
  popup.evaluate(() => document.querySelector<HTMLFormElement>('search form')?.requestSubmit());

/** What has the focus, by its text or kind. */
const seeFocus = (popup: Popup, what: string): Promise<boolean> =>
  until(`the focus on ${what}`, () =>
    popup.evaluate((wanted: string) => {
      const at = document.activeElement;
      return (
        at?.localName === wanted || (at?.localName !== 'body' && at?.textContent?.includes(wanted) === true)
      );
    }, what),
  );

const fieldText = (popup: Popup): Promise<string | undefined> =>
  popup.evaluate(() => document.querySelector<HTMLInputElement>('input[type="search"]')?.value);

describe.each(KINDS)('the search in %s', (kind) => {
  const { open, bedside } = useBedside(kind, pages);

  test('stands above the page’s words, and what is found takes their place', async () => {
    const tab = await open('/health');
    await seeMark(tab, 'biopsy');
    const popup = await tab.openPopup();
    expect(await seePopup(popup, 'words on this page')).toMatch(/Look up a word[\s\S]*biopsy/);
    await typeInPopup(popup, 'osteoperosis');
    const guess = await seePopup(popup, 'Did you mean');
    expect(guess).toMatch(/Nothing is called “osteoperosis” here. Did you mean:\s+On this page\s+osteoporosis/);
    expect(guess).not.toContain('words on this page');
    await typeInPopup(popup, 'avascular necr');
    expect(await seePopup(popup, 'found')).toMatch(/osteonecrosis · avascular necrosis\s+The death of/);
    await typeInPopup(popup, 'qwertz');
    expect(await seePopup(popup, 'Nothing like “qwertz” in this glossary.')).not.toContain('osteo');
    await typeInPopup(popup, '');
    expect(await seePopup(popup, 'words on this page')).not.toContain('qwertz');
    await popup.close();
    await tab.close();
  });

  test('arrows walk through the list, Enter opens, Back and Esc lead back step by step', async () => {
    const tab = await open('/health');
    const popup = await tab.openPopup();
    await typeInPopup(popup, 'bone marrow ed');
    await seePopup(popup, 'found');
    await seeFocus(popup, 'input');
    expect(await press(popup, 'ArrowDown')).toBe(true);
    await seeFocus(popup, 'bone marrow edema');
    expect(await press(popup, 'ArrowUp')).toBe(true);
    await seeFocus(popup, 'input');

    await submit(popup);
    const card = await seePopup(popup, 'Related words');
    expect(card).toMatch(/bone marrow edema\s+Condition[\s\S]*Also called[\s\S]*not advice about you/);
    expect(card).not.toContain('Look up a word');
    await seeFocus(popup, 'Related words');
    await pressInPopup(popup, 'osteonecrosis');
    await seePopup(popup, 'avascular necrosis');
    await pressInPopup(popup, 'Back');
    await seePopup(popup, 'marrow edema syndrome');
    expect(await press(popup, 'Escape')).toBe(true);
    await seePopup(popup, 'found');
    await seeFocus(popup, 'input');
    expect(await fieldText(popup)).toBe('bone marrow ed');
    expect(await press(popup, 'Escape')).toBe(true);
    await seePopup(popup, 'on this page');
    expect(await fieldText(popup)).toBe('');
    // The next closes the popup: that is the browser's.
    expect(await press(popup, 'Escape')).toBe(false);
    await popup.close();
    await tab.close();
  });

  test('works where no page can be read, and where Bedside is off', async () => {
    const blank = await bedside().blank();
    const there = await blank.openPopup();
    await typeInPopup(there, 'flebitis');
    await seePopup(there, 'phlebitis');
    await there.close();
    await blank.close();

    const tab = await open('/other');
    const popup = await tab.openPopup();
    await seePopup(popup, 'does not look like a health page');
    await pressInPopup(popup, 'On all sites');
    await seePopup(popup, 'Bedside is off');
    await typeInPopup(popup, 'what is a byopsy');
    await seePopup(popup, 'Did you mean');
    await press(popup, 'ArrowDown');
    await pressInPopup(popup, 'biopsy');
    await seePopup(popup, 'Related words');
    await pressInPopup(popup, 'Back');
    await seeFocus(popup, 'biopsy');
    await typeInPopup(popup, '');
    await pressInPopup(popup, 'Switch on');
    await seePopup(popup, 'does not look like a health page');
    await popup.close();
    await tab.close();
  });

  test('keeps nothing of what was typed', async () => {
    const tab = await open('/health');
    const popup = await tab.openPopup();
    await typeInPopup(popup, 'sepsis');
    await seePopup(popup, 'found');
    await submit(popup);
    await seePopup(popup, 'Related words');
    await popup.close();
    const again = await tab.openPopup();
    expect(await seePopup(again, 'on this page')).not.toContain('sepsis');
    expect(await fieldText(again)).toBe('');
    await again.close();
    const stored = await bedside().inBackground(async () => {
      interface Api {
        readonly storage: { readonly local: { get(keys: null): Promise<unknown> } };
      }
      const { browser, chrome } = globalThis as unknown as { browser?: Api; chrome: Api };
      return JSON.stringify(await (browser ?? chrome).storage.local.get(null));
    });
    expect(stored).not.toContain('sepsis');
    await tab.close();
  });
});
