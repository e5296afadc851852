// The frameworks: how the app of each is built, and rounds of random updates in a browser.
import type { Lab } from '../dom/lab.ts';
import { type Building, bundle, pathOf, SOLID, SVELTE, VUE } from './bundle.ts';
import type { play, Round, showMarked } from './play.ts';

interface Built extends Building {
  /** In `apps/`. */
  readonly app: string;
  /** It leaves a text node unwritten whose data is what it would write: what stands before a mark, it may be. */
  readonly compares?: true;
}

const BUILT = {
  React: { app: 'react.tsx' },
  'React in development': { app: 'react.tsx', development: true },
  Preact: { app: 'preact.tsx' },
  Vue: { app: 'vue.ts', ...VUE },
  Svelte: { app: 'svelte.ts', ...SVELTE },
  Solid: { app: 'solid.tsx', compares: true, ...SOLID },
  Lit: { app: 'lit.ts' },
} as const satisfies Readonly<Record<string, Built>>;

export type Framework = keyof typeof BUILT;
export const FRAMEWORKS = Object.keys(BUILT) as Framework[];

declare global {
  interface Window {
    readonly frameworks: {
      play(seed: number, updates: number): ReturnType<typeof play>;
      readonly showMarked: (from: string, to: string) => ReturnType<typeof showMarked>;
    };
  }
}

const scripts = new Map<Framework, Promise<string>>();

/** The script that lets a page play with a framework's app, built once. */
function scriptOf(framework: Framework): Promise<string> {
  const built: Built = BUILT[framework];
  let script = scripts.get(framework);
  if (script === undefined)
    scripts.set(
      framework,
      (script = bundle(
        [
          `import { mount } from ${JSON.stringify(pathOf(`apps/${built.app}`))};`,
          `import { play, showMarked } from ${JSON.stringify(pathOf('play.ts'))};`,
          `window.frameworks = { play: (...args) => play(mount, ${built.compares === true}, ...args), showMarked: (...args) => showMarked(mount, ...args) };`,
        ].join('\n'),
        built,
      )),
    );
  return script;
}

async function openWith(lab: Lab, framework: Framework): Promise<void> {
  await lab.open('<!doctype html><title>An app</title><body>');
  await lab.page.evaluate(await scriptOf(framework));
}

/** How many updates an app lives. */
const ROUND = 250;

/** What is told of a failure, with how to see it again. */
export const reportOf = (
  { seed, failure }: Played,
  framework: Framework,
  browser: string,
): string | undefined =>
  failure &&
  [
    `${framework} in ${browser}: ${failure.what} at step ${failure.step} of seed ${seed}`,
    `done: ${failure.done.join(', ')}`,
    `got: ${JSON.stringify(failure.got)}`,
    `expected: ${JSON.stringify(failure.expected)}`,
    `again: npm run fuzz -- --framework '${framework}' --browser ${browser} --seed ${seed} --updates ${ROUND}`,
  ].join('\n');

/** What came of many updates. */
export interface Played extends Round {
  /** Where the failure is seen again: the seed of its round. */
  readonly seed: number;
}

/** Lets a framework's app live through so many updates in rounds, each with the next seed, up to the first failure. */
export async function playRounds(
  lab: Lab,
  framework: Framework,
  seed: number,
  updates: number,
): Promise<Played> {
  await openWith(lab, framework);
  let total: Played = {
    seed,
    updates: 0,
    checks: 0,
    twinChecks: 0,
    markChecks: 0,
    drawn: 0,
    mostMarks: 0,
    ownFaults: 0,
  };
  for (let i = 0; total.updates < updates && total.failure === undefined; i++) {
    const { failure, ...round } = await lab.run(
      (...args: [seed: number, updates: number]) => window.frameworks.play(...args),
      seed + i,
      Math.min(ROUND, updates - total.updates),
    );
    total = {
      seed: seed + i,
      updates: total.updates + round.updates,
      checks: total.checks + round.checks,
      twinChecks: total.twinChecks + round.twinChecks,
      markChecks: total.markChecks + round.markChecks,
      drawn: total.drawn + round.drawn,
      ownFaults: total.ownFaults + round.ownFaults,
      mostMarks: Math.max(total.mostMarks, round.mostMarks),
      ...(failure && { failure }),
    };
  }
  return total;
}

/** What an app looks like whose text is marked and then becomes another, from case to case. */
export async function showAndUpdate(
  lab: Lab,
  framework: Framework,
  cases: readonly (readonly [from: string, to: string])[],
): Promise<Awaited<ReturnType<typeof showMarked>>[]> {
  await openWith(lab, framework);
  return await lab.run(async (all: typeof cases) => {
    const shown = [];
    for (const [from, to] of all) shown.push(await window.frameworks.showMarked(from, to));
    return shown;
  }, cases);
}
