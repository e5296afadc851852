// Writes all entries as one plain web page for reading and reviewing: searchable, with links, forms and what the checks say.
import { describeProblem, type Problem, surfaceForms } from '../src/glossary/compile.ts';
import type { PlacedEntry } from '../src/glossary/entry.ts';

const escapeHtml = (text: string): string =>
  text.replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c] ?? c);

const STYLE = `body{font:16px/1.5 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem;color:#1c2b2a;background:#fff}
article{border-top:1px solid #ccd;padding:.8rem 0}h3{margin:0}small{color:#556}.warning{color:#8a3b00;margin:.2rem 0}.warning::before{content:'⚠ '}.short{font-weight:600}input{font:inherit;width:100%;padding:.4rem}
@media (prefers-color-scheme:dark){body{background:#14201f;color:#e4eeec}small{color:#9bb}.warning{color:#ffb27a}a{color:#7fd3c6}}`;

const FILTER = `const box=document.querySelector('input'),all=[...document.querySelectorAll('article')];
box.addEventListener('input',()=>{const q=box.value.toLowerCase();for(const a of all)a.hidden=!a.textContent.toLowerCase().includes(q)})`;

function article(entry: PlacedEntry, warnings: readonly Problem[]): string {
  const ambiguous = new Map(Object.entries(entry.ambiguous));
  const forms = surfaceForms(entry).map(({ text, cues }) => escapeHtml(text) + (cues ? '*' : ''));
  const cues = [...ambiguous].map(
    ([form, { cues: list }]) => `${escapeHtml(form)}: ${list.map(escapeHtml).join(', ')}`,
  );
  return `<article id="${entry.id}"><h3>${escapeHtml(entry.term)}</h3>
<small>${[entry.kind, entry.say, `${entry.file}:${entry.line}`].flatMap((x) => (x ? escapeHtml(x) : [])).join(' · ')}</small>
<p class="short">${escapeHtml(entry.short)}</p><p>${escapeHtml(entry.more)}</p>
<p><small>Forms: ${forms.join(', ')}${cues.length > 0 ? `<br>* only near: ${cues.join('; ')}` : ''}<br>See: ${entry.see
    .map((id) => `<a href="#${id}">${id}</a>`)
    .join(', ')}${Object.entries(entry.mixup)
    .map(([id, text]) => `<br>Not the same as <a href="#${id}">${id}</a>: ${escapeHtml(text)}`)
    .join(
      '',
    )}</small></p>${warnings.map(({ reason }) => `<p class="warning">${escapeHtml(reason)}</p>`).join('')}</article>`;
}

/**
 * The whole page as HTML, with nothing to be loaded; entries grouped by topic, with a box to filter them.
 * @param warnings shown with their entries, or above all where they belong to none
 */
export function glossaryPage(entries: readonly PlacedEntry[], warnings: readonly Problem[]): string {
  const ids = new Set(entries.map(({ id }) => id));
  const warningsOf = Map.groupBy(warnings, ({ entry }) => (ids.has(entry) ? entry : ''));
  const general = (warningsOf.get('') ?? []).map(
    (warning) => `<p class="warning">${escapeHtml(describeProblem(warning))}</p>\n`,
  );
  const topics = [...Map.groupBy(entries, ({ topic }) => topic)];
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="color-scheme" content="light dark"><meta name="viewport" content="width=device-width">
<title>Bedside glossary</title><style>${STYLE}</style>
<h1>Bedside glossary: ${entries.length} entries</h1><p><input type="search" placeholder="Filter entries" aria-label="Filter entries"></p>
${general.join('')}${topics.map(([topic, list]) => `<h2>${escapeHtml(topic)} (${list.length})</h2>\n${list.map((entry) => article(entry, warningsOf.get(entry.id) ?? [])).join('\n')}`).join('\n')}
<script>${FILTER}</script></html>
`;
}
