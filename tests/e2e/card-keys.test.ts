// The card by keys alone, and as a screen reader has it.
import type { Protocol } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { type Tab, until } from '../../tools/browsers/browser.ts';
import { DEMO, healthPage, KINDS, noCard, pressInCard, seeCard, seeMark, useBedside } from './harness.ts';

const PAGES = {
  '/demo': DEMO,
  '/dialog': healthPage(
    `<dialog id="d"><p>A biopsy takes a sample.</p></dialog><script>d.showModal()</script>`,
  ),
  '/biopsy': healthPage('<p>A biopsy came first.</p>'),
};

/** What has the focus in the card: its label or text; the card itself is `card`, nothing `none`. */
const focused = (tab: Tab) =>
  tab.inCard((root) => {
    const at = root.activeElement;
    if (at === null) return 'none';
    if (at.classList.contains('card')) return 'card';
    return at.getAttribute('aria-label') ?? at.textContent?.trim() ?? '';
  });

/** Everything that Tab reaches in the card from where the focus is, until it comes round. */
async function walk(tab: Tab, key: () => Promise<void>): Promise<string[]> {
  const seen: string[] = [];
  for (let presses = 0; presses < 60; presses++) {
    await key();
    const at = (await focused(tab)) ?? 'no card';
    if (at === seen[0]) return seen;
    seen.push(at);
  }
  throw new Error(`Never came round: ${seen.join(', ')}`);
}

describe.each(KINDS)('the card by keys in %s', (kind) => {
  const { bedside, open } = useBedside(kind, PAGES);

  test('Tab goes round in it, both ways, and what is opened keeps the focus', async () => {
    const tab = await open('/demo');
    await seeMark(tab, 'bone-marrow-edema');
    await tab.page.$eval('input', (input) => input.focus({ preventScroll: true }));
    await tab.command('next-mark');
    await seeCard(tab, 'A patch inside a bone');
    expect(await focused(tab)).toBe('card');
    const { keyboard } = tab.page;
    const forth = await walk(tab, () => keyboard.press('Tab'));
    expect(forth[0]).toBe('Close');
    expect(forth).toContain('More');
    expect(forth).toContain('I know this word');
    expect(forth).not.toContain('none');
    const shiftTab = async (): Promise<void> => {
      await keyboard.down('Shift');
      await keyboard.press('Tab');
      await keyboard.up('Shift');
    };
    const backwards = await walk(tab, shiftTab);
    expect(backwards).toEqual([...forth].reverse());

    // A word in the sentence, opened by Enter; Back by the space bar.
    const link = (await tab.inCard((root) => root.querySelector('.short .inline')?.textContent)) ?? '';
    expect(forth).toContain(link);
    while ((await focused(tab)) !== link) await keyboard.press('Tab');
    await keyboard.press('Enter');
    await seeCard(tab, 'Back');
    await until('another sentence', async () => {
      const short = await tab.inCard((root) => root.querySelector('.short')?.textContent ?? '');
      return short && !short.includes('A patch inside a bone');
    });
    expect(await focused(tab)).not.toBe('none');
    while (!(await focused(tab))?.includes('Back')) await keyboard.press('Tab');
    await keyboard.press(' ');
    await seeCard(tab, 'A patch inside a bone');
    expect(await focused(tab)).not.toBe('none');

    await keyboard.press('Escape');
    await noCard(tab);
    expect(await tab.page.evaluate(() => document.activeElement?.localName)).toBe('input');
    await tab.close();
  });

  test('opened by pointing or pressing it leaves the focus where it is', async () => {
    const tab = await open('/demo');
    await tab.page.$eval('input', (input) => input.focus({ preventScroll: true }));
    await (await seeMark(tab, 'bone-marrow-edema'))?.hover();
    await seeCard(tab, 'A patch inside a bone');
    expect(await focused(tab)).toBe('none');
    expect(await tab.page.evaluate(() => document.activeElement?.localName)).toBe('input');
    await tab.close();
  });

  test('Esc closes the card alone, not the dialog that its word is in', async () => {
    const tab = await open('/dialog');
    await tab.page.waitForSelector('dialog bedsideterm');
    await tab.page.$eval('#opening', (opening) => opening.remove());
    await tab.command('next-mark');
    await seeCard(tab, 'biopsy');
    await tab.page.keyboard.press('Escape');
    await noCard(tab);
    expect(await tab.page.$eval('dialog', (dialog) => (dialog as HTMLDialogElement).open)).toBe(true);
    await tab.page.keyboard.press('Escape');
    await tab.page.waitForFunction(() => !document.querySelector('dialog')?.open);
    await tab.close();
  });

  test('what is read out is put into a place that was there before', async () => {
    const tab = await open('/biopsy');
    await seeMark(tab, 'osteoporosis');
    await bedside().inBackground(() => {
      const broken = self as unknown as { fetch: unknown; realFetch: unknown };
      broken.realFetch = self.fetch.bind(self);
      broken.fetch = () => Promise.reject(new Error('out of reach'));
    });
    await (await seeMark(tab, 'osteoporosis'))?.click();
    await seeCard(tab, 'could not be loaded');
    const before = await tab.inCard((root) => {
      const place = root.querySelector<HTMLElement>('[role="status"]');
      if (place) place.dataset.same = 'yes';
      return place?.textContent;
    });
    expect(before).toBe('');
    await bedside().inBackground(() => {
      const mended = self as unknown as { fetch: unknown; realFetch: unknown };
      mended.fetch = mended.realFetch;
    });
    await pressInCard(tab, 'Try again');
    await seeCard(tab, 'General explanation');
    const after = await tab.inCard((root) => {
      const place = root.querySelector<HTMLElement>('[role="status"]');
      return [place?.dataset.same, place?.textContent];
    });
    expect(after).toEqual(['yes', expect.stringMatching(/^osteoporosis: .+\.$/)]);
    await tab.close();
  });
});

type Node = Protocol.Accessibility.AXNode;

describe('the card as a screen reader has it', () => {
  const { open } = useBedside('chromium', PAGES);

  test('a dialog with a name, a polite word and sentence, and a name for all that can be pressed', async () => {
    const tab = await open('/biopsy');
    await (await seeMark(tab, 'biopsy'))?.click();
    await pressInCard(tab, 'More');
    await seeCard(tab, 'Less');
    const session = await tab.page.createCDPSession();
    const nodes = await until('the tree', async () => {
      const { nodes } = await session.send('Accessibility.getFullAXTree');
      return nodes.some(({ role }) => role?.value === 'dialog') && nodes;
    });
    const byId = new Map(nodes.map((node) => [node.nodeId, node]));
    const below = (node: Node): Node[] =>
      (node.childIds ?? []).flatMap((id) => {
        const child = byId.get(id);
        return child ? [child, ...below(child)] : [];
      });
    const dialog = nodes.find(({ role }) => role?.value === 'dialog');
    expect(dialog?.name?.value).toBe('biopsy');
    const inside = dialog ? below(dialog).filter(({ ignored }) => !ignored) : [];
    const status = inside.find(({ role }) => role?.value === 'status');
    const live = status?.properties?.find(({ name }) => name === 'live')?.value.value;
    expect(live).toBe('polite');
    const said = status
      ? below(status).map(({ role, name }) => (role?.value === 'StaticText' ? name?.value : ''))
      : [];
    expect(said.join('')).toMatch(/^biopsy: .+\.$/);
    expect(inside.find(({ role }) => role?.value === 'heading')?.name?.value).toBe('biopsy');
    const pressed = inside.filter(({ role }) => role?.value === 'button' || role?.value === 'link');
    const names = pressed.map(({ name }) => String(name?.value ?? ''));
    expect(names).toEqual(
      expect.arrayContaining(['Close', 'Less', 'I know this word', 'Copy', 'Something wrong?']),
    );
    expect(names.filter((name) => name.trim() === '')).toEqual([]);
    // Icons, arrows and the cross say nothing.
    expect(inside.filter(({ role }) => role?.value === 'image')).toEqual([]);
    await tab.close();
  });
});
