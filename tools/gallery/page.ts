// The page on which the gallery's pictures are laid out. Pure.

/** What became of a picture since the last run. */
export type Change = 'same' | 'changed' | 'new';

export interface Picture {
  readonly face: string;
  readonly look: string;
  readonly browser: string;
  /** Its file, beside the page. */
  readonly file: string;
  readonly change: Change;
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign);

const figure = ({ look, browser, file, change }: Picture): string =>
  `<figure class="${change}"><img loading="lazy" src="${encodeURIComponent(file)}" alt=""><figcaption>${escaped(look)}, ${browser}${change === 'same' ? '' : ` · <b>${change}</b>`}</figcaption></figure>`;

/** All pictures as one page of HTML: a row for each state of a face, those that have changed are framed. */
export function galleryPage(pictures: readonly Picture[]): string {
  const rows = Map.groupBy(pictures, ({ face }) => face);
  const sections = [...rows].map(
    ([face, all]) => `<section><h2>${escaped(face)}</h2><div>${all.map(figure).join('')}</div></section>`,
  );
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Bedside's faces</title>
<style>
  body { font: 15px/1.4 system-ui, sans-serif; margin: 2rem; background: #777; color: #fff }
  section > div { display: flex; flex-wrap: wrap; gap: 1rem; align-items: start }
  figure { margin: 0 }
  img { display: block; max-width: 420px; border: 4px solid transparent }
  .changed img, .new img { border-color: #fd0 }
</style>
<h1>Bedside's faces</h1>
${sections.join('\n')}
</html>
`;
}
