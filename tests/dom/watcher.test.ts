// The watcher hears every change the page makes and none of our own.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { BROWSERS, type Lab, startLab } from './lab.ts';

describe.each(BROWSERS)('watcher in %s', (kind) => {
  let lab: Lab;
  beforeAll(async () => {
    lab = await startLab(kind);
  });
  beforeEach(() => lab.open('<p>text</p>'));
  afterAll(() => lab?.close());

  test.each<
    [name: string, act: (page: (what: string) => void, ours: (what: string) => void) => void, heard: string[]]
  >([
    ['nothing', () => undefined, []],
    ['the page, together', (page) => [page('a'), page('b')], ['a b']],
    ['not us', (_page, ours) => ours('A'), []],
    ['the page before us', (page, ours) => [page('a'), ours('A')], ['a']],
    ['the page after us', (page, ours) => [ours('A'), page('a')], ['a']],
    [
      'the page between us',
      (page, ours) => [ours('A'), page('a'), ours('B'), page('b'), ours('C')],
      ['a', 'b'],
    ],
  ])('%s', async (_name, act, heard) => {
    const got = await lab.run(async (change) => {
      const said: string[] = [];
      const add = (what: string): void =>
        void document.querySelector('p')?.append(document.createComment(what));
      const watcher = new window.lab.Watcher((records) => {
        said.push(
          records.flatMap(({ addedNodes }) => Array.from(addedNodes, (node) => node.nodeValue)).join(' '),
        );
        // What it does when it hears is its own doing.
        add('echo');
      });
      watcher.watch(document);
      change(add, (what) => watcher.unobserved(() => add(what)));
      await null;
      await null;
      watcher.stop();
      add('z');
      await null;
      return said;
    }, act);
    expect(got).toEqual(heard);
  });

  test('text written, nodes moved and removed; the result of our own change is handed back', async () => {
    const got = await lab.run(async () => {
      const kinds: string[] = [];
      const watcher = new window.lab.Watcher((records) => kinds.push(...records.map(({ type }) => type)));
      watcher.watch(document);
      const p = document.querySelector('p');
      if (p?.firstChild) p.firstChild.nodeValue = 'other';
      document.documentElement.append(p ?? '');
      p?.remove();
      return { result: watcher.unobserved(() => 'result'), kinds };
    });
    expect(got).toEqual({
      result: 'result',
      kinds: ['characterData', 'childList', 'childList', 'childList'],
    });
  });
});
