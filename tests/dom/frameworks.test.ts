// Apps of six frameworks, updated at random while marks come and go. npm run fuzz does the same for longer.
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { FRAMEWORKS, playRounds, reportOf, showAndUpdate } from '../frameworks/frameworks.ts';
import { BROWSERS, type Lab, startLab } from './lab.ts';

/** One round that is always the same and one that never is: npm run fuzz plays it again by its seed. Development builds are slow and do the same to the page. */
const FIXED = 1;
const ANOTHER = Math.floor(Math.random() * 2 ** 31);
const UPDATES = { built: 250, development: 50 } as const;

describe.each(BROWSERS)('frameworks in %s', (kind) => {
  let lab: Lab;
  beforeAll(async () => {
    lab = await startLab(kind);
  });
  afterEach(() => expect(lab.takeErrors()).toEqual([]));
  afterAll(() => lab?.close());

  describe.each(FRAMEWORKS)('%s', (framework) => {
    const updates = framework.endsWith('development') ? UPDATES.development : UPDATES.built;

    test.each([FIXED, ANOTHER])(`${updates} random updates, seed %i`, async (seed) => {
      const played = await playRounds(lab, framework, seed, updates);
      expect(reportOf(played, framework, kind)).toBeUndefined();
      // Marks stood, came and went, and were off at times.
      const { checks, twinChecks, markChecks, drawn, mostMarks } = played;
      console.log(
        `${framework} in ${kind}: ${played.updates} updates of seed ${seed}, ${checks} + ${twinChecks} + ${markChecks} checks, ${drawn} marks, ${mostMarks} at a time`,
      );
      expect(played.updates).toBe(updates);
      expect(played.ownFaults).toBeLessThan(5);
      expect(mostMarks).toBeGreaterThan(2);
      expect(drawn).toBeGreaterThan(updates / 2);
      expect(twinChecks).toBeGreaterThan(updates / 50);
    });

    // Solid does not write where a text node holds what it would write; docs/ARCHITECTURE.md says what that means.
    if (framework === 'Solid') return;
    test('a text becomes what is left of it beside its mark', async () => {
      const cases = [
        ['Rest. Take bisphosphonates.', 'Rest. Take '],
        ['Edema comes back.', ''],
        ['Edema comes back.', ' comes back.'],
        ['Take bisphosphonates.', 'bisphosphonates'],
      ] as const;
      const shown = await showAndUpdate(lab, framework, cases);
      expect(shown).toEqual(cases.map(([from, to]) => ({ before: from, after: to, off: to })));
    });
  });
});
