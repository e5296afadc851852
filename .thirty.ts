import { readFileSync, writeFileSync, mkdirSync } from 'node:fs';
import { launch } from './tools/browsers/launch.ts';
import { startSite } from './tools/browsers/site.ts';
import { until } from './tools/browsers/browser.ts';
let a = 777; const r = () => { a |= 0; a = (a + 0x6d2b79f5) | 0; let t = Math.imul(a ^ (a >>> 15), 1 | a); t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t; return ((t ^ (t >>> 14)) >>> 0) / 4294967296; };
mkdirSync('/tmp/thirty', { recursive: true });
const site = await startSite({ '/p': readFileSync('/work/shared/pages/seed-article.html', 'utf8') });
const b = await launch('chromium', { extensionDir: '.output/chrome-mv3', viewport: { width: 1000, height: 900 } });
const tab = await b.open(site.url('/p')); let was = -1; await until('quiet', async () => { await new Promise((x) => setTimeout(x, 1500)); const n = await tab.page.evaluate(() => document.querySelectorAll('bedsideterm').length); const same = n > 0 && n === was; was = n; return same; });
const marks = await tab.page.evaluate(() => [...document.querySelectorAll('bedsideterm')].map((m) => [m.getAttribute('data-term'), m.getAttribute('data-mark')] as [string, string]));
const ids = [...new Map(marks.toReversed()).entries()].sort(); console.log('marks', marks.length, 'distinct', ids.length);
for (let i = ids.length - 1; i > 0; i--) { const j = Math.floor(r() * (i + 1)); [ids[i], ids[j]] = [ids[j]!, ids[i]!]; }
const chosen = ids.slice(0, 30); console.log(chosen.map(([i]) => i).join(' '));
let k = 0; const crops: { x: number; y: number; h: number }[] = [];
for (const [id, mark] of chosen) {
  const box = await tab.page.evaluate((n) => { const m = document.querySelector(`bedsideterm[data-term="${n}"]`)!; m.scrollIntoView({ block: 'center' }); const q = m.getClientRects()[0]!; return { x: q.x + q.width / 2, y: q.y + q.height / 2 }; }, id);
  await new Promise((x) => setTimeout(x, 150));
  await tab.page.mouse.click(box.x, box.y);
  await until('card ' + id, () => tab.inCard((root) => root.querySelector('.short') !== null));
  await new Promise((x) => setTimeout(x, 300));
  const at = await tab.inCard((root) => { const q = root.querySelector('.toggle[aria-expanded="false"]')?.getBoundingClientRect(); return q ? { x: q.x + 10, y: q.y + 8 } : null; });
  if (at) { await tab.page.mouse.click(at.x, at.y); await until('more', () => tab.inCard((root) => root.querySelector('.more') !== null)); }
  await new Promise((x) => setTimeout(x, 300));
  const rect = await tab.inCard((root) => { const q = root.querySelector('.card')!.getBoundingClientRect(); return { x: q.x, y: q.y, width: q.width, height: q.height }; });
  if (rect) { crops.push({ x: Math.max(0, rect.x - 10), y: Math.max(0, Math.min(rect.y, box.y) - 25), h: Math.max(rect.y + rect.height, box.y + 10) - Math.max(0, Math.min(rect.y, box.y) - 25) + 15 }); await tab.page.screenshot({ path: `/tmp/thirty/${String(k++).padStart(2, '0')}.png` }); }
  await tab.page.keyboard.press('Escape');
  await until('closed', async () => (await tab.inCard((root) => root.querySelector('.card') !== null)) !== true);
}
const { readdirSync } = await import('node:fs');
const fs = readdirSync('/tmp/thirty').filter((f) => /^\d\d\.png$/.test(f)).sort();
for (let s = 0; s < 3; s++) { site.set('/s' + s, '<!doctype html><body style="margin:0;display:flex;flex-wrap:wrap;width:1900px;align-items:flex-start">' + fs.slice(s * 10, s * 10 + 10).map((f) => { const c = crops[Number(f.slice(0, 2))]!; return `<div style="width:375px;height:${c.h}px;background:url(data:image/png;base64,${readFileSync('/tmp/thirty/' + f).toString('base64')}) -${c.x}px -${c.y}px"></div>`; }).join(''));
  const t = await b.open(site.url('/s' + s)); await t.page.setViewport({ width: 1900, height: 900 }); await t.page.screenshot({ path: `/tmp/thirty-sheet${s}.png`, fullPage: true }); await t.close(); }
await b.close(); await site.close();
