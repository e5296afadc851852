// In the page: an app is updated at random while marks come and go, and looks at every step as its framework meant it.
import type { App, Mount } from './app.ts';
import { Own } from './app.ts';
import { Author, htmlOf, type Tree } from './model.ts';
import { randomOf } from './random.ts';

/** What a round was. */
export interface Round {
  updates: number;
  /** How often the page was compared with what it should be. */
  checks: number;
  /** How often it was compared node by node with a twin that never had marks. */
  twinChecks: number;
  /** How often marks were compared with those that a fresh reading draws. */
  markChecks: number;
  /** Marks that were drawn, and the most that stood at one time. */
  drawn: number;
  mostMarks: number;
  /** Whether the app came to show another page than meant, with marks and without alike: a fault of its framework, which ends the round. */
  ownFaults: number;
  /** Only in a round that went wrong, which ends there. */
  failure?: Failure;
}

/** What went wrong first. */
interface Failure {
  readonly step: number;
  /** What was done in this step and the one before. */
  readonly done: readonly string[];
  readonly what: string;
  readonly got: unknown;
  readonly expected: unknown;
}

/** Ends a round. */
class Wrong extends Error {
  readonly got: unknown;
  readonly expected: unknown;

  constructor(what: string, got: unknown, expected: unknown) {
    super(what);
    this.got = got;
    this.expected = expected;
  }
}

/** Comments and elements that are the framework's own, and our marks. */
const BETWEEN = /<!--.*?-->|<\/?(?:bedsideterm|own-text)\b[^>]*>/g;

const shownIn = (root: Element): string => root.innerHTML.replace(BETWEEN, '');
const marksIn = (root: Element): number => root.querySelectorAll('bedsideterm').length;

/** The numbers of marks grow as long as one reader reads. */
const highestMark = (): number =>
  Math.max(
    0,
    ...[...document.querySelectorAll<HTMLElement>('bedsideterm')].map((mark) => Number(mark.dataset.mark)),
  );

/**
 * Plays one round: a fresh app and so many updates.
 * @param distinct no text is how another begins
 */
export async function play(mount: Mount, distinct: boolean, seed: number, updates: number): Promise<Round> {
  const random = randomOf(seed);
  const author = new Author(random, distinct);
  const own = new Own();
  const round: Round = {
    updates: 0,
    checks: 0,
    twinChecks: 0,
    markChecks: 0,
    drawn: 0,
    mostMarks: 0,
    ownFaults: 0,
  };
  let done: string[] = [];
  let doneBefore: string[] = [];

  const errors: string[] = [];
  const stopListening = hearErrors(errors);
  const [root, twinRoot] = [document.createElement('main'), document.createElement('main')];
  // No line is broken, for a mark that would break it elsewhere is taken back.
  root.style.whiteSpace = 'nowrap';
  // Nothing hidden is ever marked.
  twinRoot.hidden = true;
  document.body.replaceChildren(root, twinRoot);
  let tree = author.page();
  const apps: App[] = [mount(root, tree, own), mount(twinRoot, tree, own)];
  const flush = async (): Promise<void> => {
    for (const app of apps) await app.flush();
    await null;
  };

  // As if a reader were busy here all the time: then nothing that an app does counts as a fight against marks, which would have it left alone.
  Object.defineProperty(navigator, 'userActivation', { value: { isActive: true }, configurable: true });
  let reader = window.lab.readerOf();
  let on = false;
  let highest = 0;
  const count = (): void => {
    round.mostMarks = Math.max(round.mostMarks, marksIn(root));
    highest = Math.max(highest, highestMark());
  };
  const stop = (): void => {
    count();
    round.drawn += highest;
    highest = 0;
    reader.stop();
    on = false;
  };
  const start = (): void => {
    if (on) return;
    reader = window.lab.readerOf();
    reader.start();
    on = true;
  };
  const readings: Readonly<Record<string, () => unknown>> = {
    'read all': () => on && reader.finish(),
    'read all again': () => {
      start();
      return reader.finish();
    },
    'read some': () => on && new Promise((resolve) => requestIdleCallback(resolve, { timeout: 5 })),
    'read on': () => on && reader.finish(),
    'read what has come': () => on && reader.finish(),
    start,
    'stop and start': () => [stop(), start()],
    'stop, start and read all': () => {
      stop();
      start();
      return reader.finish();
    },
    stop: () => on && stop(),
  };
  /**
   * Lays the page out from the start. After some changes Firefox leaves a box as it was (the margin of an empty paragraph behind text that comes) until
   * something else in it changes: a mark that seems to move it so is not drawn, and a fresh reading draws it.
   */
  const layOut = (): void => {
    root.style.display = 'none';
    root.getBoundingClientRect();
    root.style.display = '';
    root.getBoundingClientRect();
  };

  /** More often than not marks live on, so that they are healed and not only drawn anew. */
  const readAtRandom = async (): Promise<void> => {
    layOut();
    if (random.oneIn(3)) return;
    const name = random.pick(Object.keys(readings));
    done.push(`(${name})`);
    await readings[name]?.();
    count();
  };

  const check = (when: string): void => {
    round.checks++;
    const expected = htmlOf(tree, own.get);
    const got = shownIn(root);
    if (got !== expected) throw new Wrong(`another page ${when}`, got, expected);
    if (errors.length > 0) throw new Wrong(`an error ${when}`, errors, []);
  };
  /** With the marks off the page has the very pieces that its framework made. */
  const checkTwin = (): void => {
    round.twinChecks++;
    const expected0 = htmlOf(tree, own.get);
    if (shownIn(twinRoot) !== expected0)
      throw new Wrong(
        'another page without marks: a fault of the app or its framework',
        shownIn(twinRoot),
        expected0,
      );
    if (marksIn(document.body) > 0) throw new Wrong('marks when off', document.body.innerHTML, 'none');
    const [got, expected] = [root, twinRoot].map(piecesOf);
    if (String(got) !== String(expected)) throw new Wrong('other nodes when off', got, expected);
  };
  /** What was marked bit by bit is what would be marked now. Nodes are the same objects when the marks are off and on again. */
  const checkMarks = async (): Promise<void> => {
    round.markChecks++;
    await reader.finish();
    const got = [reader.finding.kind, ...window.lab.marked()];
    stop();
    checkTwin();
    const nodes = window.lab.nodesIn(root);
    start();
    await reader.finish();
    const expected = [reader.finding.kind, ...window.lab.marked()];
    if (String(got) !== String(expected)) throw new Wrong('other marks', got, expected);
    stop();
    const after = window.lab.nodesIn(root);
    if (after.length !== nodes.length || after.some((node, i) => node !== nodes[i]))
      throw new Wrong('other objects when off', piecesOf(root), piecesOf(twinRoot));
    start();
  };

  const update = async (): Promise<void> => {
    for (let changes = 1 + random.below(3); changes > 0; changes--) {
      const components = author.componentsIn(tree);
      if (components.length > 0 && random.oneIn(5)) {
        done.push('a component changes itself');
        own.set(random.pick(components), author.phrase());
      } else {
        const [change, changed] = author.change(tree);
        done.push(change);
        tree = changed;
        for (const app of apps) app.update(tree);
      }
      if (random.oneIn(8)) await readAtRandom();
      if (random.oneIn(4)) await null;
    }
  };

  try {
    await flush();
    check('before all');
    start();
    await reader.finish();
    for (let step = 1; step <= updates; step++) {
      [doneBefore, done] = [done, []];
      round.updates = step;
      await update();
      // The first app alone is looked at at once: the twin's turn may come after the next paint.
      await apps[0]?.flush();
      await null;
      check('at once');
      await flush();
      await readAtRandom();
      check('after reading');
      if (!on) checkTwin();
      if (step % 10 === 0) {
        await new Promise((resolve) => requestAnimationFrame(resolve));
        check('in the next frame');
        // Nothing goes on after a stop.
        if (!on) await window.lab.idle();
        if (on) await checkMarks();
        else checkTwin();
      }
    }
    if (on) stop();
    check('at the end');
    checkTwin();
    for (const app of apps) app.unmount();
    if (root.textContent !== '') throw new Wrong('text after the end', root.textContent, '');
    if (errors.length > 0) throw new Wrong('an error at the end', errors, []);
  } catch (error) {
    await flush();
    const ownFault = shownIn(twinRoot) !== htmlOf(tree, own.get) && shownIn(twinRoot) === shownIn(root);
    const wrong = error instanceof Wrong ? error : new Wrong(String(error), errors, []);
    const { message: what, got, expected } = wrong;
    if (ownFault) round.ownFaults++;
    else
      round.failure = {
        step: round.updates,
        done: [...doneBefore, '/', ...done],
        what,
        got,
        expected,
      };
    if (on) stop();
  }
  stopListening();
  return round;
}

/** Shows a text among others, marks it, and has it become another. */
export async function showMarked(mount: Mount, from: string, to: string) {
  const root = document.createElement('main');
  document.body.replaceChildren(root);
  const text = (words: string): Tree => ({ id: 2, kind: 'text', text: words });
  const tree = (words: string): Tree => ({
    id: 1,
    kind: 'element',
    tag: 'p',
    children: [text(words), { id: 3, kind: 'number', value: 1 }],
  });
  const app = mount(root, tree(from), new Own());
  await app.flush();
  const reader = window.lab.readerOf();
  reader.start();
  await reader.finish();
  const shown = (): string => root.textContent.slice(0, -1);
  const before = marksIn(root) === 1 ? shown() : 'There is no mark.';
  app.update(tree(to));
  await app.flush();
  await null;
  const after = shown();
  reader.stop();
  const off = shown();
  app.unmount();
  return { before, after, off };
}

/** The nodes under a root as text: texts one by one, even empty ones. */
const piecesOf = (root: Element): string[] =>
  window.lab
    .nodesIn(root)
    .map((node) => `${node.nodeName}${node.nodeValue === null ? '' : ` ${JSON.stringify(node.nodeValue)}`}`);

/** Notes uncaught errors and what is logged as error or warning, until told to end. */
function hearErrors(errors: string[]): () => void {
  const note = (event: ErrorEvent | PromiseRejectionEvent): void =>
    void errors.push(String('reason' in event ? event.reason : (event.error ?? event.message)));
  const { error, warn } = console;
  console.error = console.warn = (...args: unknown[]) => void errors.push(args.join(' '));
  window.addEventListener('error', note);
  window.addEventListener('unhandledrejection', note);
  return () => {
    Object.assign(console, { error, warn });
    window.removeEventListener('error', note);
    window.removeEventListener('unhandledrejection', note);
  };
}
