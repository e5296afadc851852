// npm run fuzz: apps of all frameworks updated at random, many times, while marks come and go.
//   --updates N (10000)   --seed N (another each time)   --framework NAME (all)   --browser NAME (chromium)
import { parseArgs } from 'node:util';
import { BROWSERS, startLab } from '../tests/dom/lab.ts';
import { FRAMEWORKS, playRounds, reportOf } from '../tests/frameworks/frameworks.ts';

const { values } = parseArgs({
  options: {
    updates: { type: 'string', default: '10000' },
    seed: { type: 'string', default: String(Math.floor(Math.random() * 2 ** 31)) },
    framework: { type: 'string' },
    browser: { type: 'string', default: 'chromium' },
  },
});
const [updates, seed] = [Number(values.updates), Number(values.seed)];
const browser = BROWSERS.find((kind) => kind === values.browser);
const asked = values.framework?.toLowerCase();
const frameworks = FRAMEWORKS.filter((name) => asked === undefined || name.toLowerCase() === asked);
if (browser === undefined || frameworks.length === 0 || !(updates > 0) || !Number.isInteger(seed)) {
  console.error(
    `Browsers: ${BROWSERS.join(', ')}. Frameworks: ${FRAMEWORKS.join(', ')}. Updates and seed are whole numbers.`,
  );
  process.exit(1);
}

console.log(`${updates} updates a framework in ${browser}, seed ${seed}`);
const lab = await startLab(browser);
try {
  for (const framework of frameworks) {
    const start = performance.now();
    const played = await playRounds(lab, framework, seed, updates);
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    const { checks, twinChecks, markChecks, drawn, mostMarks, ownFaults } = played;
    console.log(
      `${framework}: ${played.updates} updates, ${checks} looks at the page, ${twinChecks} at its nodes with marks off, ${markChecks} at its marks; ` +
        `${drawn} marks drawn, ${mostMarks} at a time; ${ownFaults} faults of its own; ${seconds} s`,
    );
    const failure = reportOf(played, framework, browser);
    const errors = lab.takeErrors();
    if (failure) console.error(failure);
    if (errors.length > 0) console.error(`${framework}: ${errors.join('\n')}`);
    if (drawn === 0) console.error(`${framework}: nothing was marked.`);
    if (failure || errors.length > 0 || drawn === 0) process.exitCode = 1;
  }
} finally {
  await lab.close();
}
