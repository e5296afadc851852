// Settings as a file, and back to the beginning.
import { useRef } from 'preact/hooks';
import { t } from '../../i18n.ts';
import { Group } from './controls.tsx';

interface FileProps {
  readonly onExport: () => void;
  readonly onImport: (file: File) => void;
  readonly onReset: () => void;
}

export function FileGroup({ onExport, onImport, onReset }: FileProps) {
  const picker = useRef<HTMLInputElement>(null);
  return (
    <Group id="file" title={t('transfer.title')}>
      <p>{t('transfer.hint')}</p>
      <div class="buttons">
        <button type="button" onClick={onExport}>
          {t('transfer.export')}
        </button>
        <button type="button" class="plain" onClick={() => picker.current?.click()}>
          {t('transfer.import')}
        </button>
      </div>
      <input
        ref={picker}
        type="file"
        accept=".json,application/json"
        hidden
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          if (file) onImport(file);
          // So that the same file can be picked again once it is mended.
          currentTarget.value = '';
        }}
      />
      <p class="hint">{t('options.resetHint')}</p>
      <button type="button" class="plain reset" onClick={onReset}>
        {t('options.reset')}
      </button>
    </Group>
  );
}
