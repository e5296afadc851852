import { readFileSync, mkdirSync } from 'node:fs';
import { launch } from './tools/browsers/launch.ts';
import { startSite } from './tools/browsers/site.ts';
const ids = readFileSync('/tmp/thirty.txt', 'utf8').trim().split('\n');
const all = new Map(readFileSync('/tmp/all.jsonl', 'utf8').trim().split('\n').map((l) => { const e = JSON.parse(l); return [e.id, e]; }));
const html = readFileSync('/work/shared/pages/seed-article.html', 'utf8').replace('</body>', ids.map((id) => { const e = all.get(id); const cue = Object.values(e.ambiguous ?? {})[0] as any; return `<h3>.</h3><p>The doctor of the hospital wrote of ${e.term} ${(cue?.cues ?? []).slice(0, 3).join(' and ')} in the letter to the patient with osteoporosis.</p>`; }).join('') + '</body>');
const site = await startSite({ '/p': html });
const b = await launch('chromium', { extensionDir: '/tmp/wt/m/.output/chrome-mv3' });
const tab = await b.blank(); await tab.page.setViewport({ width: 760, height: 560 });
await tab.page.goto(site.url('/p')); await new Promise((r) => setTimeout(r, 4000));
mkdirSync('/tmp/thirty', { recursive: true });
let n = 0; const missing: string[] = [];
for (const id of ids) {
  const mark = await tab.page.$(`bedsideterm[data-term~="${id}"]`);
  if (!mark) { missing.push(id); continue; }
  await mark.evaluate((m) => m.scrollIntoView({ block: 'start' }));
  await tab.page.evaluate(() => scrollBy(0, -40));
  const box = await mark.boundingBox();
  await tab.page.mouse.click(box!.x + box!.width / 2, box!.y + box!.height / 2);
  await new Promise((r) => setTimeout(r, 500));
  await tab.page.keyboard.press('Tab'); await new Promise((r) => setTimeout(r, 50));
  await tab.page.screenshot({ path: `/tmp/thirty/${String(n++).padStart(2, '0')}-${id}.png` });
  await tab.page.keyboard.press('Escape'); await tab.page.mouse.move(5, 5); await new Promise((r) => setTimeout(r, 300));
}
console.log('shots', n, 'not marked', missing);
await b.close(); await site.close();
