// A text with marks as on a page, to try choices out and to take first steps with. The words are English; cards are opened by whoever listens on the document.
import { createElement } from 'preact';
import { IN_ENGLISH } from '../i18n.ts';
import { MARK } from '../page/blocks.ts';
import type { Settings } from '../settings/settings.ts';
import { markedIn, type SampleSection } from './sample-text.ts';

interface SampleProps {
  readonly sections: readonly SampleSection[];
  readonly choice: Pick<Settings, 'density' | 'level' | 'known'>;
}

/** The text; each mark has a number of its own, from 1. */
export function Sample({ sections, choice }: SampleProps) {
  const marked = markedIn(sections, choice);
  let number = 0;
  return (
    <div class="sample" {...IN_ENGLISH}>
      {sections.map(({ heading, pieces }, section) => (
        <div key={heading}>
          {heading !== '' && <h3>{heading}</h3>}
          <p>
            {pieces.map(({ text, id }, at) => {
              if (id !== undefined) number++;
              return id !== undefined && marked[section]?.has(at)
                ? createElement(MARK, { key: number, 'data-term': id, 'data-mark': number }, text)
                : text;
            })}
          </p>
        </div>
      ))}
    </div>
  );
}
