// What was done last, with the way back; and what went wrong.
import { Sentence } from '../../card/Sentence.tsx';
import { t } from '../../i18n.ts';
import type { Done, OptionsNotice } from '../options-state.ts';

interface NoticeProps {
  readonly notice: OptionsNotice | null;
  readonly onUndo: () => void;
}

const FAULTS = {
  unreadable: 'transfer.unreadable',
  'too-long': 'transfer.tooLong',
  'not-ours': 'transfer.notOurs',
  newer: 'transfer.newer',
} as const;

type ImportFault = Extract<OptionsNotice, { kind: 'not-imported' }>['fault'];

/** A line at the lower edge of the window: said politely where all is well, at once where it is not. */
export function Notice({ notice, onUndo }: NoticeProps) {
  const wrong = notice?.kind === 'not-saved' || notice?.kind === 'not-imported';
  return (
    <div class="notices">
      <div role="status">
        {notice?.kind === 'done' && (
          <p class="notice">
            <span>
              <SaidDone done={notice.done} />
            </span>
            <button type="button" onClick={onUndo}>
              {t('options.undo')}
            </button>
          </p>
        )}
        {notice?.kind === 'undone' && <p class="notice">{t('options.undone')}</p>}
      </div>
      <div role="alert">
        {wrong && (
          <p class="notice wrong">
            <span>
              {notice.kind === 'not-saved' ? t('options.notSaved') : <SaidFault fault={notice.fault} />}
            </span>
          </p>
        )}
      </div>
    </div>
  );
}

function SaidDone({ done }: { readonly done: Done }) {
  switch (done.kind) {
    case 'reset':
      return <>{t('options.resetDone')}</>;
    case 'imported':
      return <>{t('transfer.done')}</>;
    case 'put-back':
      return <>{t('known.done', done.ids.length)}</>;
    case 'site-removed':
      return (
        <Sentence text={t('sites.removed', { site: '{site}' })} parts={{ site: <bdi>{done.site}</bdi> }} />
      );
  }
}

function SaidFault({ fault }: { readonly fault: ImportFault }) {
  switch (fault.kind) {
    case 'not-json':
      return <>{t('transfer.notJson', { line: fault.line, column: fault.column })}</>;
    case 'field': {
      const parts = { path: <bdi>{fault.path}</bdi>, found: <bdi>{fault.found}</bdi> };
      return fault.found === '' ? (
        <Sentence text={t('transfer.fieldMissing', { path: '{path}' })} parts={parts} />
      ) : (
        <Sentence text={t('transfer.field', { path: '{path}', found: '{found}' })} parts={parts} />
      );
    }
    default:
      return <>{t(FAULTS[fault.kind])}</>;
  }
}
