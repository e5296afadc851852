// The words that were opened one from the other, and the way back.
import { IN_ENGLISH, t } from '../i18n.ts';
import type { View } from './state.ts';

const nameOf = ({ content, ids: [id = ''] }: View): string =>
  (content.kind === 'ready' ? content.entries[0]?.term : undefined) ?? id.replaceAll('-', ' ');

interface TrailProps {
  /** All views before the one on show. At least one. */
  readonly before: readonly View[];
  readonly onBack: (to: number) => void;
}

/** Back to the word before, and to each of those before that. */
export function Trail({ before, onBack }: TrailProps) {
  return (
    <nav class="trail" aria-label={t('interface.trail')}>
      <button type="button" class="quiet back" onClick={() => onBack(before.length - 1)}>
        <span class="arrow" aria-hidden="true">
          ←
        </span>{' '}
        {t('interface.back')}
      </button>
      <ol>
        {before.map((view, i) => (
          <li key={i}>
            <button type="button" class="quiet" onClick={() => onBack(i)} {...IN_ENGLISH}>
              {nameOf(view)}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
