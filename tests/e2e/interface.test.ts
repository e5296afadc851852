// The interface in other languages, made up for it: everything that is shown or read out is said by a message, nothing is cut off where texts are longer, and
// from right to left all of it lies the other way round, but for the glossary, which is English.
import { describe, expect, test } from 'vitest';
import { type Popup, type Tab, until } from '../../tools/browsers/browser.ts';
import { CLOSING, LANGUAGES, OPENING } from '../languages.ts';
import {
  badgeOf,
  DEMO,
  healthPage,
  KINDS,
  OTHER_PAGE,
  pressInCard,
  pressInPopup,
  seeCard,
  seeMark,
  seePopup,
  typeInPopup,
} from './harness.ts';
import { useMadeUp } from './made-up.ts';

const pages = {
  '/demo': DEMO,
  '/health': healthPage('<p>A biopsy was planned.</p>'),
  '/two': healthPage('<p>The MRI of the MCL showed osteoporosis and arthritis.</p>'),
  '/little': OTHER_PAGE.replace(
    '</body>',
    '<p>My uncle, who has osteoporosis, folds one every day and sends it down the river.</p></body>',
  ),
  '/german': `<html lang="de"><body><p>Das ist ein Text über die Osteoporose und die Arthritis, und er ist nicht auf Englisch.</p></body></html>`,
};

interface Look {
  /** Texts of the interface, and what is read out. */
  readonly said: readonly string[];
  /** What can be read there: it was not said by a message. */
  readonly unsaid: readonly string[];
  /** What was said by a message, but passes for the glossary's or the reader's own. */
  readonly disguised: readonly string[];
  /** Elements that are wider inside than outside. */
  readonly cut: readonly string[];
}

/** Looks at all text under a root. Sent as source: it uses nothing but its arguments and the page's globals. */
const lookAt = (root: ParentNode, opening: string): Look => {
  const OTHERS = '[lang="en"], bdi';
  const visible = (element: Element): boolean => element.checkVisibility({ visibilityProperty: true });
  const readable = /[A-Za-z]/;
  const others = [...root.querySelectorAll(OTHERS)].map(({ textContent }) => textContent ?? '');
  others.sort((one, other) => other.length - one.length);
  const texts: string[] = [];
  const disguised: string[] = [];
  const walker = document.createTreeWalker(root as Element, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode.textContent ?? '';
    const parent = walker.currentNode.parentElement;
    if (!parent || !text.trim() || !visible(parent)) continue;
    if (!parent.closest(OTHERS)) texts.push(text);
    else if (text.includes(opening)) disguised.push(text);
  }
  const elements = [...root.querySelectorAll('*')].filter(visible);
  for (const element of elements)
    for (const name of ['aria-label', 'aria-description', 'title', 'placeholder', 'alt']) {
      const text = element.getAttribute(name);
      if (text) texts.push(others.reduce((rest, other) => rest.replaceAll(other, ''), text));
    }
  return {
    said: texts.filter((text) => !readable.test(text)),
    unsaid: texts.filter((text) => readable.test(text)),
    disguised,
    cut: elements
      // What is only read out, and the names of words that were left behind, are cut on purpose.
      .filter((element) => !element.matches('.spoken, .trail button'))
      .filter(({ scrollWidth, clientWidth }) => clientWidth > 0 && scrollWidth > clientWidth)
      .map(({ localName, className, textContent }) => `${localName}.${className}: ${textContent}`),
  };
};

const lookAtCard = async (tab: Tab): Promise<Look> => {
  const look = await tab.inCard(lookAt, OPENING);
  if (look === null) throw new Error('There is no card.');
  return look;
};

const lookAtPopup = (popup: Popup): Promise<Look> =>
  popup.evaluate(
    new Function('opening', `return (${lookAt})(document, opening)`) as (opening: string) => Look,
    OPENING,
  );

/** All is well, and there was something to look at. */
function expectSaid({ said, unsaid, disguised, cut }: Look): void {
  expect({ unsaid, disguised, cut }).toEqual({ unsaid: [], disguised: [], cut: [] });
  expect(said.join('')).toContain(OPENING);
  expect(said.join('').split(OPENING)).toHaveLength(said.join('').split(CLOSING).length);
}

const see = (popup: Popup, selector: string): Promise<boolean> =>
  until(`"${selector}" in the popup`, () =>
    popup.evaluate((selector: string) => document.querySelector(selector) !== null, selector),
  );

const CASES = KINDS.flatMap((kind) => LANGUAGES.map((language) => ({ kind, language })));

describe.each(CASES)('$language.name in $kind', ({ kind, language }) => {
  const { bedside, open, said, partOf } = useMadeUp(kind, language, pages);
  const [START, END] = language.direction === 'ltr' ? ['left', 'right'] : ['right', 'left'];

  test('the card: the first sentence, all of it, the next one', async () => {
    const tab = await open('/demo');
    await (await seeMark(tab, 'bone-marrow-edema'))?.click();
    await seeCard(tab, partOf('interface_advice'));
    expectSaid(await lookAtCard(tab));
    await pressInCard(tab, said('card_more'));
    await seeCard(tab, partOf('entry_readOn'));
    expectSaid(await lookAtCard(tab));
    const next = await tab.inCard((root) => root.querySelector('.links button')?.textContent ?? '');
    await pressInCard(tab, next ?? '');
    await seeCard(tab, partOf('interface_back'));
    await seeCard(tab, partOf('entry_readOn'));
    expectSaid(await lookAtCard(tab));
    // It is remembered: the next card is to begin as the first did.
    await pressInCard(tab, said('card_less'));
    await seeCard(tab, said('card_more'));
    await tab.close();
  });

  test('the card: a word that stands for several things', async () => {
    const tab = await open('/two');
    await (await seeMark(tab, 'medial-collateral-ligament'))?.click();
    await seeCard(tab, partOf('card_several'));
    expectSaid(await lookAtCard(tab));
    const label = await tab.inCard((root) => root.querySelector('.card')?.getAttribute('aria-label'));
    expect(label).toMatch(new RegExp(`^${OPENING}\\P{ASCII}*[a-z ]+.*${CLOSING}$`, 'u'));
    const popup = await tab.openPopup();
    await see(popup, '.words .word');
    expectSaid(await lookAtPopup(popup));
    expect(await popup.evaluate(() => document.body.innerText)).toContain(label);
    await popup.close();
    await tab.close();
  });

  test('the card: an explanation that cannot be loaded', async () => {
    const tab = await open('/health');
    const mark = await seeMark(tab, 'osteoporosis');
    await bedside().inBackground(() => {
      const broken = self as unknown as { fetch: unknown; realFetch: unknown };
      broken.realFetch = self.fetch.bind(self);
      broken.fetch = () => Promise.reject(new Error('out of reach'));
    });
    await mark?.click();
    await seeCard(tab, partOf('card_failed'));
    await bedside().inBackground(() => {
      const mended = self as unknown as { fetch: unknown; realFetch: unknown };
      mended.fetch = mended.realFetch;
    });
    const look = await lookAtCard(tab);
    // The label is made of the id: there is no other text of the glossary yet.
    expectSaid({ ...look, unsaid: look.unsaid.filter((text) => text !== 'osteoporosis') });
    await tab.close();
  });

  test('the card lies as its language does, the glossary as English does', async () => {
    const tab = await open('/demo');
    await (await seeMark(tab, 'bone-marrow-edema'))?.click();
    await seeCard(tab, partOf('interface_advice'));
    await pressInCard(tab, said('card_more'));
    await seeCard(tab, partOf('entry_readOn'));
    const sides = await tab.inCard((root) => {
      const card = root.querySelector<HTMLElement>('.card');
      const boxOf = (selector: string): DOMRect =>
        root.querySelector(selector)?.getBoundingClientRect() ?? new DOMRect();
      const { left, right } = boxOf('.card');
      const sideOf = (selector: string): string =>
        boxOf(selector).left - left < right - boxOf(selector).right ? 'left' : 'right';
      const arrow = root.querySelector('.links .arrow');
      return {
        language: [card?.lang, card?.dir],
        close: sideOf('.close'),
        toggle: sideOf('.toggle'),
        firstLink: sideOf('.links li'),
        arrow: arrow && getComputedStyle(arrow).transform.includes('-1') ? 'left' : 'right',
        glossary: [...root.querySelectorAll('.term, .short, [lang="en"]')].every(
          (element) => getComputedStyle(element).direction === 'ltr',
        ),
      };
    });
    expect(sides).toEqual({
      language: [language.tag, language.direction],
      close: END,
      toggle: START,
      firstLink: START,
      arrow: END,
      glossary: true,
    });
    await tab.close();
  });

  test('the popup: words, switches', async () => {
    const tab = await open('/demo');
    await seeMark(tab, 'hip-replacement');
    const popup = await tab.openPopup();
    await seePopup(popup, partOf('popup_words'));
    expectSaid(await lookAtPopup(popup));
    const site = said('popup_switchSite').replace('{site}', '127.0.0.1');
    await pressInPopup(popup, site);
    await seePopup(popup, partOf('popup_isOffHere'));
    expectSaid(await lookAtPopup(popup));
    await until('the badge', async () => (await badgeOf(bedside())) === said('badge_off'));
    await pressInPopup(popup, said('popup_switchOnHere'));
    await seePopup(popup, partOf('popup_words'));
    await pressInPopup(popup, said('popup_switch'));
    await seePopup(popup, partOf('popup_isOff'));
    expectSaid(await lookAtPopup(popup));
    await pressInPopup(popup, said('popup_switchOn'));
    await seePopup(popup, partOf('popup_words'));
    await popup.close();
    await tab.close();
  });

  test('the popup: pages that are not marked', async () => {
    const tab = await open('/little');
    const popup = await tab.openPopup();
    await see(popup, '.remedies');
    expectSaid(await lookAtPopup(popup));
    await popup.close();
    await tab.close();
    const german = await open('/german');
    const other = await german.openPopup();
    await seePopup(other, partOf('popup_notEnglish'));
    expectSaid(await lookAtPopup(other));
    await other.close();
    await german.close();
  });

  test('the popup: the search', async () => {
    const tab = await open('/health');
    const popup = await tab.openPopup();
    await typeInPopup(popup, 'avascular necr');
    await seePopup(popup, partOf('search_found'));
    expectSaid(await lookAtPopup(popup));
    await typeInPopup(popup, 'osteoperosis');
    await seePopup(popup, partOf('search_guess'));
    expectSaid(await lookAtPopup(popup));
    await typeInPopup(popup, 'qwertz');
    await seePopup(popup, partOf('search_none'));
    expectSaid(await lookAtPopup(popup));
    await typeInPopup(popup, 'bone marrow ed');
    await seePopup(popup, 'bone marrow edema');
    await pressInPopup(popup, 'bone marrow edema');
    await seePopup(popup, partOf('entry_readOn'));
    expectSaid(await lookAtPopup(popup));
    await popup.close();
    await tab.close();
  });

  test('the popup lies as its language does', async () => {
    const tab = await open('/health');
    const popup = await tab.openPopup();
    await seePopup(popup, partOf('popup_words'));
    const sides = await popup.evaluate(() => {
      const { lang, dir } = document.documentElement;
      const sideOf = (selector: string): string => {
        const { left, right } = document.querySelector(selector)?.getBoundingClientRect() ?? new DOMRect();
        const body = document.body.getBoundingClientRect();
        return left - body.left < body.right - right ? 'left' : 'right';
      };
      const knob = document.querySelector('.site input');
      return {
        language: [lang, dir],
        title: document.title,
        name: sideOf('h1'),
        switch: sideOf('.site input'),
        knob: knob && Number.parseFloat(getComputedStyle(knob, '::before').left) > 8 ? 'right' : 'left',
        label: getComputedStyle(document.querySelector('search label') ?? document.body).direction,
        glossary: ['.word', '.short'].map(
          (selector) =>
            getComputedStyle(document.querySelector(`.words ${selector}`) ?? document.body).direction,
        ),
      };
    });
    expect(sides).toEqual({
      language: [language.tag, language.direction],
      title: said('popup_title'),
      name: START,
      switch: END,
      // It is on: its knob is where the line ends.
      knob: END,
      label: language.direction,
      glossary: ['ltr', 'ltr'],
    });
    await popup.close();
    await tab.close();
  });

  test('what the browser shows of Bedside is said too', async () => {
    const shown = await bedside().inBackground(async () => {
      interface Action {
        getTitle(details: object): Promise<string>;
      }
      interface Api {
        readonly runtime: { getManifest(): Record<'name' | 'short_name' | 'description', string> };
        readonly commands: { getAll(): Promise<readonly { name?: string; description?: string }[]> };
        readonly action?: Action;
        readonly browserAction?: Action;
      }
      const { browser, chrome } = globalThis as unknown as { browser?: Api; chrome: Api };
      const api = browser ?? chrome;
      const { name, short_name, description } = api.runtime.getManifest();
      const commands = await api.commands.getAll();
      const command = commands.find((one) => one.name === 'next-mark')?.description;
      const title = await (api.action ?? api.browserAction)?.getTitle({});
      return { name, short_name, description, command, title };
    });
    expect(shown).toEqual({
      name: said('manifest_name'),
      short_name: said('manifest_shortName'),
      description: said('manifest_description'),
      command: said('manifest_nextMark'),
      title: said('manifest_shortName'),
    });
  });
});
