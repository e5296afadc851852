// What can be done with an explanation: copy it, say that its word is known, say that something is wrong with it.
import { useState } from 'preact/hooks';
import type { Explanation } from '../glossary/lookup.ts';
import { t } from '../i18n.ts';
import { copyText } from './copy.ts';

/** What is in use: named in a report. */
export interface Edition {
  readonly version: string;
  /** The date of the glossary, as YYYY-MM-DD. */
  readonly glossary: string;
}

interface ToolsProps {
  readonly entry: Explanation;
  readonly edition: Edition;
  /** The reader knows the word. Left out where nothing is marked. */
  readonly onKnow?: ((id: string) => void) | undefined;
}

/** An explanation as plain text. */
const textOf = ({ term, sense, short, more }: Explanation): string =>
  `${sense === undefined ? term : `${term} (${sense})`}: ${short} ${more}\n${t('entry.copiedFrom')}`;

/** What a report says: which text of which state, and nothing of the page or the reader. */
const reportOf = ({ id, short }: Explanation, { version, glossary }: Edition): string =>
  t('entry.reportText', { id, short, version, glossary });

type Copied = 'yes' | 'no' | null;

/** The quiet row of buttons below an explanation. */
export function Tools({ entry, edition, onKnow }: ToolsProps) {
  const [copied, setCopied] = useState<Copied>(null);
  const [reporting, setReporting] = useState(false);
  const copy = async (text: string, near: HTMLElement): Promise<void> => {
    setCopied((await copyText(text, near)) ? 'yes' : 'no');
  };
  return (
    <div class="tools">
      <div class="row">
        {onKnow && (
          <button type="button" class="tool" onClick={() => onKnow(entry.id)}>
            {t('entry.know')}
          </button>
        )}
        <button type="button" class="tool" onClick={(event) => copy(textOf(entry), event.currentTarget)}>
          {t('entry.copy')}
        </button>
        <button
          type="button"
          class="tool"
          aria-expanded={reporting}
          onClick={() => {
            setCopied(null);
            setReporting(!reporting);
          }}
        >
          {t('entry.wrong')}
        </button>
      </div>
      {reporting && (
        <div class="report">
          <p>{t('entry.reportHow')}</p>
          <pre>{reportOf(entry, edition)}</pre>
          <button
            type="button"
            class="tool"
            onClick={(event) => copy(reportOf(entry, edition), event.currentTarget)}
          >
            {t('entry.copyReport')}
          </button>
        </div>
      )}
      <p class="told" role="status">
        {copied === 'yes' && t('entry.copied')}
        {copied === 'no' && t('entry.notCopied')}
      </p>
    </div>
  );
}
