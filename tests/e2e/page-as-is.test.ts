// What people and pages do with a marked page comes to what it comes to without Bedside: copying, finding, printing, selecting, pressing, dragging.
import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { type Tab, until } from '../../tools/browsers/browser.ts';
import { pagesAsIs } from '../editors/as-is-pages.ts';
import { scriptOf } from '../editors/bundle.ts';
import {
  clickOn,
  control,
  drag,
  POLL,
  paste,
  pointAt,
  pointNowhere,
  selectByMouse,
  selection,
  useTwins,
} from '../editors/twins.ts';
import { KINDS, marksOf } from './harness.ts';

const PAGES = pagesAsIs(await scriptOf('sortable.ts'));

/** What the page wrote down under a global name. */
const noted = (tab: Tab, name: string): Promise<unknown[]> => tab.page.evaluate(name) as Promise<unknown[]>;

/** A PDF without what tells when it was made: dates, and packed objects that hold one. */
const undated = (pdf: string): string =>
  pdf
    .split('endobj')
    .slice(0, -1)
    .filter((object) => !/\/Type\s*\/(?:ObjStm|XRef)|^\s*\d+ 0 obj\s+\d+\s*$/.test(object))
    .join('')
    .replace(/\/(?:Creation|Mod)Date\s*\([^)]*\)|\/ID\s*\[[^\]]*\]/g, '');

describe.each(KINDS)('a page as it is in %s', (kind) => {
  const { same, openMarked } = useTwins(kind, PAGES);

  test('its text', async () => {
    const [text] = await same('/article', (tab) =>
      tab.page.evaluate(() => [
        document.body.innerText,
        document.body.textContent,
        ...Array.from(document.querySelectorAll<HTMLElement>('p, li, b, i'), (element) => element.innerText),
      ]),
    );
    expect(text).toContain('bone marrow edema');
  });

  test('copying what the mouse selected', async () => {
    const copied = await same('/article', async (tab) => {
      const marks = await marksOf(tab);
      const results: Record<string, unknown> = {};
      for (const [name, from, to] of [
        ['round marks', ['#first', 'found'], ['#first', 'planned']],
        ['from within one mark into another', ['#first', 'marrow', 0], ['#first', 'necrosis', 0.5]],
        ['just a mark', ['#first', 'osteonecrosis'], ['#first', 'osteonecrosis']],
        ['over blocks', ['#first', 'biopsy', 0.5], ['#item', 'osteo']],
        ['backwards', ['#second', 'near', 1], ['#first', 'edema', 0.5]],
      ] as const) {
        await tab.page.mouse.click(500, 700);
        await selectByMouse(tab, from, to);
        const before = await selection(tab);
        await control(tab, 'c');
        expect(await selection(tab), name).toEqual(before);
        results[name] = [before, await paste(tab)];
        // The marks come back, and the selection stays.
        await expect.poll(() => marksOf(tab), { message: name, ...POLL }).toEqual(marks);
        expect(await selection(tab), name).toEqual(before);
      }
      return results;
    });
    for (const [name, result] of Object.entries(copied))
      expect(JSON.stringify(result), name).toMatch(/marrow|osteo/);
  });

  test('copying the whole page', async () => {
    const pasted = await same('/article', async (tab) => {
      await control(tab, 'a');
      await control(tab, 'c');
      return paste(tab);
    });
    expect(pasted?.html).toContain('bone marrow edema');
  });

  test('copying by the page’s own listener, and by a script', async () => {
    const [own] = await same('/own-copy', async (tab) => {
      await selectByMouse(tab, ['#first', 'found'], ['#second', 'hip']);
      await control(tab, 'c');
      const first = await paste(tab);
      const done = await tab.page.evaluate(() => document.execCommand('copy'));
      return [first, done, await paste(tab)];
    });
    expect(JSON.stringify(own)).toContain('(from our page)');
  });

  test('dragging what is selected', async () => {
    const carried = await same('/dragged-text', async (tab) => {
      await selectByMouse(tab, ['#first', 'found'], ['#first', 'osteonecrosis']);
      await drag(tab, await pointAt(tab, '#first', 'marrow'), await pointAt(tab, '#bottom', 'drop', 1));
      return noted(tab, 'carried');
    });
    expect(carried).toContainEqual(expect.arrayContaining([expect.stringContaining('bone marrow edema')]));
  });

  test('window.find, over the edges of marks and again and again', async () => {
    const found = await same('/article', (tab) =>
      tab.page.evaluate(() => {
        const page = window as unknown as { find(text: string): boolean };
        const texts = [
          'bone marrow edema',
          'severe bone marrow edema of',
          'found bone',
          'arthritis',
          'no such',
        ];
        const results: unknown[] = [];
        for (const text of texts) {
          getSelection()?.removeAllRanges();
          for (let i = 0; i < 4; i++) {
            const hit = page.find(text);
            const { anchorNode, anchorOffset } = getSelection() ?? {};
            const before = document.createRange();
            before.setStart(document.body, 0);
            if (anchorNode) before.setEnd(anchorNode, anchorOffset ?? 0);
            results.push([hit, String(getSelection()), before.toString().length]);
          }
        }
        return results;
      }),
    );
    expect(found).toContainEqual([true, 'severe bone marrow edema of', expect.any(Number)]);
  });

  test('an address with a text fragment, loaded', async () => {
    const lit = await same('/long#:~:text=osteomyelitis%20of%20the%20left%20heel', (tab) =>
      until('the light', async () => {
        const found = await whatIsLit(tab);
        return found.width > 50 && found;
      }),
    );
    expect(lit.scrolled).toBeGreaterThan(2500);
    expect(lit.width).toBeGreaterThan(50);
  });

  test('a text fragment, followed on the marked page', async () => {
    const lit = await same('/long', async (tab) => {
      await tab.page.click('#jump');
      await tab.page.waitForFunction(() => scrollY > 5000);
      return whatIsLit(tab);
    });
    expect(lit.width).toBeGreaterThan(50);
  });

  test('printing', async () => {
    const { pages } = await same('/printed', async (tab) => {
      const marks = await marksOf(tab);
      const pdf = Buffer.from(await tab.page.pdf()).toString('latin1');
      await expect.poll(() => marksOf(tab), POLL).toEqual(marks);
      return {
        pages: pdf.match(/\/Type\s*\/Page\b/g)?.length,
        print: createHash('sha256').update(undated(pdf)).digest('hex'),
      };
    });
    // Firefox packs its page objects.
    expect(pages).toBe(kind === 'chromium' ? 2 : undefined);
  });

  test('selecting with the mouse, by two clicks and by three', async () => {
    const texts = await same('/article', async (tab) => {
      const results: unknown[] = [];
      await selectByMouse(tab, ['#first', 'marrow', 0.5], ['#second', 'osteomyelitis', 0.5]);
      results.push(await selection(tab));
      for (const [word, count] of [
        ['marrow', 2],
        ['osteonecrosis', 2],
        ['osteonecrosis', 3],
        ['found', 3],
      ] as const) {
        const { x, y } = await pointAt(tab, '#first', word);
        await tab.page.mouse.click(x, y, { count });
        results.push(await selection(tab));
        await pointNowhere(tab);
      }
      return results;
    });
    expect(texts).toContainEqual(['osteonecrosis', expect.any(Number), expect.any(Number)]);
  });

  test('what stands at a point', async () => {
    const points = await same('/article', (tab) =>
      tab.page.evaluate(() => {
        const name = (element: Element | null): string =>
          element ? `${element.localName}#${element.id}` : '';
        const placeAt = (x: number, y: number): number => {
          const at = document.caretPositionFromPoint(x, y);
          const range = document.createRange();
          range.setStart(document.body, 0);
          if (at) range.setEnd(at.offsetNode, at.offset);
          return range.toString().length;
        };
        const rows: string[] = [];
        for (let y = 5; y < 300; y += 9) {
          let row = '';
          for (let x = 5; x < 700; x += 15)
            row += `${name(document.elementFromPoint(x, y))} in ${document.elementsFromPoint(x, y).length} at ${placeAt(x, y)}, `;
          rows.push(row);
        }
        return rows;
      }),
    );
    expect(new Set(points).size).toBeGreaterThan(10);
  });

  test('what is pressed', async () => {
    const { did, hash } = await same('/controls', async (tab) => {
      for (const [selector, word] of [
        ['#link', 'osteoporosis'],
        ['#button', 'Osteomyelitis'],
        ['#menu', 'arthritis'],
        ['#inline', 'hepatitis'],
        ['#label', 'osteoporosis'],
        ['#for', 'arthritis'],
        ['#tab-1', 'Arthritis'],
        ['#tab-2', 'Osteoporosis'],
        ['#title', 'osteomyelitis'],
        ['#text', 'biopsy'],
        ['#li-1', 'hepatitis'],
        ['#li-2', 'osteonecrosis'],
        ['#itself', 'arthritis'],
        // Last, for it moves what stands below.
        ['#summary', 'osteonecrosis'],
      ] as const)
        await clickOn(tab, selector, word);
      await tab.page.waitForFunction("did.includes('details true')");
      return {
        did: await noted(tab, 'did'),
        hash: new URL(tab.page.url()).hash,
        heard: await noted(tab, 'heard'),
      };
    });
    expect(hash).toBe('#there');
    expect(did).toEqual([
      'button',
      'menu true',
      'inline',
      'check true',
      'radio true',
      'tab tab-1',
      'tab tab-2',
      'card title',
      'title',
      'card text',
      'item li-1',
      'item li-2',
      'itself true',
      'details true',
    ]);
  });

  test('the right button', async () => {
    const heard = await same('/controls', async (tab) => {
      const { x, y } = await pointAt(tab, '#text', 'biopsy');
      await tab.page.mouse.click(x, y, { button: 'right' });
      return noted(tab, 'heard');
    });
    expect(heard).toContainEqual(['contextmenu', 'p#text', expect.anything(), expect.anything()]);
  });

  test('the way of the focus', async () => {
    const way = await same('/controls', async (tab) => {
      const steps: string[] = [];
      for (let i = 0; i < 11; i++) {
        await tab.page.keyboard.press('Tab');
        steps.push(await tab.page.evaluate(() => document.activeElement?.id ?? ''));
      }
      return [steps, await tab.page.evaluate(() => String(getSelection()))];
    });
    expect(way[0]).toEqual(expect.arrayContaining(['link', 'summary', 'tab-1', 'field', 'editable-less']));
  });

  test('a pointer that passes over words', async () => {
    const passed = await same('/hovered', async (tab) => {
      const [from, to] = [await pointAt(tab, '#over', 'Here', 0), await pointAt(tab, '#over', 'pointer', 1)];
      await tab.page.mouse.move(from.x - 5, from.y);
      await tab.page.mouse.move(to.x + 5, to.y, { steps: 20 });
      await tab.page.mouse.move(to.x, to.y + 200);
      return noted(tab, 'passed');
    });
    expect(passed).toContain('mouseover bold');
  });

  test('dragging by a word: natively, by pointer events, in a sorted list', async () => {
    const { last, several, order, heard } = await same('/dragged', async (tab) => {
      await drag(tab, await pointAt(tab, '#handle', 'arthritis'), await pointAt(tab, '#handle', 'handle'));
      await drag(
        tab,
        await pointAt(tab, '#sorted > :nth-child(1)', 'osteomyelitis'),
        await pointAt(tab, '#sorted > :nth-child(3)', 'hepatitis', 0.9),
        // The list looks where the pointer is from time to time.
        () =>
          tab.page.waitForFunction("document.querySelector('#sorted').textContent.endsWith('osteomyelitis')"),
      );
      const sorted = await tab.page.$eval('#sorted', (list) => list.textContent);
      await drag(tab, await pointAt(tab, '#native', 'osteoporosis'), await pointAt(tab, '#goal', 'goal'));
      const moves = await noted(tab, 'moves');
      // How many moves a drag is made of is another matter each time; what is told, and of what, is not.
      const heard = (await noted(tab, 'heard')) as readonly (readonly string[])[];
      const told = [...new Set(heard.map(([type, target]) => `${type} ${target}`))];
      return { last: moves.at(-1), several: moves.length > 2, order: sorted, heard: told.sort() };
    });
    expect({ last, several }).toEqual({ last: 'end', several: true });
    expect(order).toMatch(/^2.*3.*1/);
    expect(heard).toContain('dragstart div#native');
  });

  test('after a copy the marks are those from before, on nodes that are as the page made them', async () => {
    const tab = await openMarked('/article');
    const marks = await marksOf(tab);
    const html = (): Promise<string> =>
      tab.page.evaluate(() => document.body.innerHTML.replace(/<\/?bedsideterm\b[^>]*>/g, ''));
    const before = await html();
    await control(tab, 'a');
    await control(tab, 'c');
    await expect.poll(() => marksOf(tab), POLL).toEqual(marks);
    expect(await html()).toBe(before);
    await tab.close();
  });
});

/** How far the page is scrolled, and the box of what is lit as the target of a text fragment. */
async function whatIsLit(tab: Tab) {
  const picture = await tab.page.screenshot({ encoding: 'base64' });
  return tab.page.evaluate(async (png) => {
    const image = new Image();
    image.src = `data:image/png;base64,${png}`;
    await image.decode();
    const { width, height } = image;
    const context = new OffscreenCanvas(width, height).getContext('2d');
    context?.drawImage(image, 0, 0);
    const { data = [] } = context?.getImageData(0, 0, width, height) ?? {};
    let [left, right, top, bottom] = [width, 0, height, 0];
    for (let i = 0; i < data.length; i += 4) {
      if (data[i] !== 255 || data[i + 1] !== 0 || data[i + 2] !== 255) continue;
      const [x, y] = [(i / 4) % width, Math.floor(i / 4 / width)];
      [left, right] = [Math.min(left, x), Math.max(right, x)];
      [top, bottom] = [Math.min(top, y), Math.max(bottom, y)];
    }
    return { scrolled: scrollY, left, top, width: right - left, height: bottom - top };
  }, picture);
}
