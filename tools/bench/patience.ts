// Measures what Bedside costs on pages that change 1,000 times a second: the same page with and without the extension, in turn. `node tools/bench/patience.ts [seconds] [pairs]`
// after a build; CHROME_PATH names the browser.
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Bedside, programOf } from '../browsers/browser.ts';
import { launch } from '../browsers/launch.ts';
import { startSite } from '../browsers/site.ts';

const seconds = Number(process.argv[2] ?? 10);
const pairs = Number(process.argv[3] ?? 3);

/** Each is called for every change, with the place to change and the number of the change. */
// biome-ignore-start lint/suspicious/noTemplateCurlyInString: source that is sent to the page
const CHANGES: Readonly<Record<string, string>> = {
  'text by textContent': '(place, i) => { place.textContent = `edema ${i}`; }',
  'text by nodeValue':
    '(place, i) => { (place.firstChild ?? place.appendChild(new Text(""))).nodeValue = `edema ${i}`; }',
  chat: '(place, i) => { place.insertAdjacentHTML("beforeend", `<p>arthritis ${i}</p>`); if (place.childElementCount > 20) place.firstElementChild.remove(); }',
  'style and class':
    '(place, i) => { place.style.translate = `${i % 100}px`; place.className = i % 2 ? "a" : "b"; }',
  'innerHTML of a list':
    '(place, i) => { place.innerHTML = "<p>A <b>biopsy</b> of bone marrow</p>".repeat(10) + i; }',
};
// biome-ignore-end lint/suspicious/noTemplateCurlyInString: source that is sent to the page
const HEALTH =
  '<p>The MRI of the patient showed osteoporosis and arthritis, and the doctor spoke of treatment for the pain.</p>';
const OTHER =
  '<p>Take a sheet and fold it in the middle, then turn it and fold both corners to the line.</p>';

const pageOf = (
  text: string,
  change: string,
): string => `<!doctype html><html lang="en"><body>${text}<div id="place"></div>
<script>
  const change = ${change};
  const place = document.querySelector('#place');
  globalThis.run = (ms) => new Promise((resolve) => {
    let [done, frames] = [0, 0];
    const start = performance.now();
    const frame = () => { frames++; if (performance.now() - start < ms) requestAnimationFrame(frame); };
    frame();
    const work = () => {
      const passed = Math.min(performance.now() - start, ms);
      while (done < passed) change(place, done++);
      if (passed < ms) setTimeout(work, 1); else resolve({ done, frames });
    };
    work();
  });
</script></body></html>`;

interface Cost {
  /** Share of the time in which the page's thread was busy, in percent. */
  readonly busy: number;
  readonly script: number;
  readonly frames: number;
}

async function measure(bedside: Bedside, url: string): Promise<Cost> {
  const tab = await bedside.open(url);
  // The first reading of the page is over by then.
  await tab.page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 2000)));
  const before = await tab.page.metrics();
  const { frames } = (await tab.page.evaluate(`run(${seconds * 1000})`)) as { frames: number };
  const after = await tab.page.metrics();
  await tab.close();
  const share = (name: 'TaskDuration' | 'ScriptDuration'): number =>
    (100 * ((after[name] ?? 0) - (before[name] ?? 0))) / seconds;
  return { busy: share('TaskDuration'), script: share('ScriptDuration'), frames: frames / seconds };
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

async function main(): Promise<void> {
  programOf('chromium');
  const site = await startSite();
  const extensionDir = fileURLToPath(new URL('../../.output/chrome-mv3', import.meta.url));
  const bedside = await launch('chromium', { extensionDir });
  const plain = await launch('chromium', { extensionDir: await emptyExtension() });
  const rows: Record<string, string>[] = [];
  for (const [about, text] of [
    ['health', HEALTH],
    ['other', OTHER],
  ] as const)
    for (const [name, change] of Object.entries(CHANGES)) {
      site.set('/page', pageOf(text, change));
      const costs: { with: Cost; without: Cost }[] = [];
      for (let pair = 0; pair < pairs; pair++) {
        const without = await measure(plain, site.url('/page'));
        costs.push({ without, with: await measure(bedside, site.url('/page')) });
      }
      const of = (side: 'with' | 'without', what: keyof Cost): number =>
        mean(costs.map((cost) => cost[side][what]));
      const more = costs.map((cost) => cost.with.busy - cost.without.busy);
      rows.push({
        page: about,
        changes: name,
        'busy without': `${of('without', 'busy').toFixed(1)} %`,
        'busy with': `${of('with', 'busy').toFixed(1)} %`,
        more: `${mean(more).toFixed(2)} (${Math.min(...more).toFixed(2)} to ${Math.max(...more).toFixed(2)})`,
        'script more': (of('with', 'script') - of('without', 'script')).toFixed(2),
        'frames/s': `${of('without', 'frames').toFixed(0)} and ${of('with', 'frames').toFixed(0)}`,
      });
    }
  console.table(rows);
  await Promise.all([bedside.close(), plain.close(), site.close()]);
}

/** An extension that does nothing: the browser beside it is started in the same way. */
async function emptyExtension(): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'bedside-empty-'));
  const manifest = {
    manifest_version: 3,
    name: 'Nothing',
    version: '1',
    background: { service_worker: 'nothing.js' },
  };
  await writeFile(join(dir, 'manifest.json'), JSON.stringify(manifest));
  await writeFile(join(dir, 'nothing.js'), '');
  return dir;
}

await main();
