// How sites are named in lists: what people type, what a list names, and switching one site where patterns name many.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DEFAULTS, type Settings } from '../../src/settings/settings.ts';
import {
  inOrder,
  isListed,
  isPattern,
  readPattern,
  withOrWithout,
  withoutEntry,
} from '../../src/settings/site-patterns.ts';
import { isAlways, isOn, isSiteOn, siteOf, switchSite } from '../../src/settings/site-rules.ts';

describe('what is typed', () => {
  test.each<[typed: string, pattern: string]>([
    ['example.org', 'example.org'],
    ['  www.Example.ORG ', 'example.org'],
    ['*.example.org', '*.example.org'],
    ['*.WWW.nhs.uk', '*.nhs.uk'],
    ['https://www.nhs.uk/conditions/asthma?a=*#b', 'nhs.uk'],
    ['HTTP://forum.example.org:8080', 'forum.example.org'],
    ['https://*.example.org/*', '*.example.org'],
    ['example.org:3000/path', 'example.org'],
    ['example.org.', 'example.org'],
    ['https://reader:secret@example.org', 'example.org'],
    ['bücher.example', 'xn--bcher-kva.example'],
    ['*.bücher.example', '*.xn--bcher-kva.example'],
    ['例え.テスト', 'xn--r8jz45g.xn--zckzah'],
    ['127.0.0.1:8000', '127.0.0.1'],
    ['http://[::1]/', '[::1]'],
    ['localhost', 'localhost'],
    ['localhost:3000', 'localhost'],
    ['http://intranet/wiki', 'intranet'],
    ['*.gov', '*.gov'],
    ['my_site.example.org', 'my_site.example.org'],
  ])('%j is %s', (typed, pattern) => {
    expect(readPattern(typed)).toEqual({ ok: true, pattern });
    expect(isPattern(pattern)).toBe(true);
    if (!pattern.startsWith('*')) expect(isPattern(`!${pattern}`)).toBe(true);
  });

  test.each<[typed: string, fault: string]>([
    ['', 'empty'],
    ['  ', 'empty'],
    ['file:///home/reader/letter.html', 'scheme'],
    ['chrome://extensions', 'scheme'],
    ['about:blank', 'scheme'],
    ['mailto:someone@example.org', 'scheme'],
    ['*', 'wildcard'],
    ['example.*', 'wildcard'],
    ['*example.org', 'wildcard'],
    ['forum.*.org', 'wildcard'],
    ['*.*.org', 'wildcard'],
    ['*.127.0.0.1', 'wildcard'],
    ['nhs', 'no-ending'],
    ['12', 'no-site'],
    ['1.2.3', 'no-site'],
    ['two words', 'no-site'],
    ['a.org, b.org', 'no-site'],
    ['a.org,b.org', 'no-site'],
    ['a..org', 'no-site'],
    ['.org', 'no-site'],
    ['*.', 'no-site'],
    ['http://', 'no-site'],
    ['exam%20ple.org', 'no-site'],
    [`${'a'.repeat(64)}.org`, 'no-site'],
    [`${'a.'.repeat(130)}org`, 'no-site'],
    ['999.1.1.1', 'no-site'],
  ])('%j is not: %s', (typed, fault) => {
    expect(readPattern(typed)).toEqual({ ok: false, fault });
  });

  test('whatever it is, without a throw; what is read is read alike again, and is the host of its own pages', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.domain(), fc.webUrl()), (typed) => {
        const read = readPattern(typed);
        if (!read.ok) return;
        expect(isPattern(read.pattern)).toBe(true);
        const host = read.pattern.replace('*.', '');
        expect(siteOf(`https://www.${host}/`) ?? host).toBe(host);
      }),
    );
  });

  test.each(['*', '', '!', '!*.a.org', 'A.org', 'www.a.org', ' a.org', 'https://a.org', '!!a.org'])(
    '%j is no entry of a list',
    (entry) => expect(isPattern(entry)).toBe(false),
  );
});

describe('a list', () => {
  test.each<[list: string[], site: string, listed: boolean]>([
    [[], 'a.org', false],
    [['a.org'], 'a.org', true],
    [['a.org'], 'b.a.org', false],
    [['*.a.org'], 'a.org', true],
    [['*.a.org'], 'c.b.a.org', true],
    [['*.a.org'], 'aa.org', false],
    [['*.a.org', '!b.a.org'], 'b.a.org', false],
    [['*.a.org', '!b.a.org'], 'c.b.a.org', true],
    [['*.org', '*.a.org', '!b.a.org'], 'b.a.org', false],
    [['*.gov'], 'cdc.gov', true],
  ])('%j and %s: %s', (list, site, listed) => {
    expect(isListed(list, site)).toBe(listed);
  });

  test('is in order by what ends a name, and an entry is in it once', () => {
    const order = ['*.a.org', 'a.org', 'b.a.org', '!x.a.org', 'b.org', 'a.uk'];
    expect(inOrder([...order].reverse().concat('a.org'))).toEqual(order);
  });

  test('loses an entry with the exceptions to it alone', () => {
    const list = ['*.a.org', '!b.a.org', '*.c.org', '!d.c.org'];
    expect(withoutEntry(list, '*.a.org')).toEqual(['*.c.org', '!d.c.org']);
    expect(withoutEntry(['*.org', ...list], '*.a.org')).toEqual(['*.org', '!b.a.org', '*.c.org', '!d.c.org']);
    expect(withoutEntry(list, '!b.a.org')).toEqual(['*.a.org', '*.c.org', '!d.c.org']);
  });

  test('has one site or not, whatever patterns it has', () => {
    expect(withOrWithout(['*.a.org'], 'b.a.org', false)).toEqual(['*.a.org', '!b.a.org']);
    expect(withOrWithout(['*.a.org', '!b.a.org'], 'b.a.org', true)).toEqual(['*.a.org']);
    expect(withOrWithout(['*.a.org'], 'b.a.org', true)).toEqual(['*.a.org']);
    expect(withOrWithout(['a.org', 'b.org'], 'a.org', false)).toEqual(['b.org']);
  });
});

describe('in either mode', () => {
  const host = fc.constantFrom('a.org', 'b.a.org', 'c.b.a.org', 'd.org', 'e.d.org');
  const entry = fc.constantFrom('a.org', '*.a.org', '!b.a.org', '*.b.a.org', 'd.org', '*.org', '!e.d.org');
  const settings = fc
    .record({
      enabled: fc.boolean(),
      siteMode: fc.constantFrom('all-but' as const, 'only' as const),
      offSites: fc.uniqueArray(entry),
      onSites: fc.uniqueArray(entry),
    })
    .map((some): Settings => ({ ...DEFAULTS, ...some }));

  test('a switch does what it says to one site and to no other, and leaves the other mode’s list', () => {
    fc.assert(
      fc.property(settings, host, host, fc.boolean(), (before, site, other, on) => {
        const after = switchSite(before, site, on);
        expect(isOn(after, site)).toBe(before.enabled && on);
        expect(isSiteOn(after, site)).toBe(on);
        if (other !== site) expect(isOn(after, other)).toBe(isOn(before, other));
        const idle = before.siteMode === 'only' ? 'offSites' : 'onSites';
        expect(after[idle]).toBe(before[idle]);
        expect(switchSite(after, site, on)).toEqual(after);
      }),
    );
  });

  test.each<[name: string, settings: Partial<Settings>, site: string | null, on: boolean]>([
    ['only on: not listed', { siteMode: 'only' }, 'a.org', false],
    ['only on: listed', { siteMode: 'only', onSites: ['a.org'] }, 'a.org', true],
    ['only on: a pattern', { siteMode: 'only', onSites: ['*.a.org'] }, 'b.a.org', true],
    [
      'only on: the list of the other mode does not count',
      { siteMode: 'only', offSites: ['b.org'] },
      'a.org',
      false,
    ],
    ['only on: what has no site', { siteMode: 'only' }, null, true],
    ['only on, and off', { siteMode: 'only', onSites: ['a.org'], enabled: false }, 'a.org', false],
    ['all but: the list of the other mode does not count', { onSites: ['b.org'] }, 'a.org', true],
    ['all but: a pattern', { offSites: ['*.a.org'] }, 'b.a.org', false],
    ['all but: an exception', { offSites: ['*.a.org', '!b.a.org'] }, 'b.a.org', true],
  ])('%s', (_name, some, site, on) => {
    expect(isOn({ ...DEFAULTS, ...some }, site)).toBe(on);
  });

  test('always marked takes patterns too', () => {
    const always: Settings = { ...DEFAULTS, alwaysSites: ['*.nhs.uk'] };
    expect(['nhs.uk', 'www2.nhs.uk', 'example.org'].map((site) => isAlways(always, site))).toEqual([
      true,
      true,
      false,
    ]);
  });
});
