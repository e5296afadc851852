// The groups in which the reader chooses: marks, card, reading, appearance.
import { t } from '../../i18n.ts';
import type { Settings } from '../../settings/settings.ts';
import { Choice, Group, Toggle } from './controls.tsx';

export interface ChoicesProps {
  readonly settings: Settings;
  readonly onChoose: (choice: Partial<Settings>) => void;
}

/** Which words are marked, how often, and how that looks. */
export function MarksGroup({ settings, onChoose }: ChoicesProps) {
  return (
    <Group id="marks" title={t('options.marks')}>
      <Choice
        legend={t('density.label')}
        value={settings.density}
        options={[
          { value: 'section', label: t('density.section') },
          { value: 'page', label: t('density.page') },
          { value: 'all', label: t('density.all') },
        ]}
        onChange={(density) => onChoose({ density })}
      />
      <Choice
        legend={t('options.level')}
        value={settings.level}
        options={[
          { value: 'all', label: t('options.levelAll') },
          { value: 'harder', label: t('options.levelHarder'), hint: t('options.levelHarderHint') },
        ]}
        onChange={(level) => onChoose({ level })}
      />
      <Choice
        legend={t('options.style')}
        value={settings.markStyle}
        options={[
          { value: 'dotted', label: t('options.dotted') },
          { value: 'solid', label: t('options.solid') },
          { value: 'soft', label: t('options.soft') },
        ]}
        onChange={(markStyle) => onChoose({ markStyle })}
      />
      <Choice
        legend={t('options.color')}
        value={settings.markColor}
        options={[
          { value: 'green', label: t('options.green'), look: 'green' },
          { value: 'blue', label: t('options.blue'), look: 'blue' },
          { value: 'orange', label: t('options.orange'), look: 'orange' },
          { value: 'text', label: t('options.text'), look: 'text' },
        ]}
        onChange={(markColor) => onChoose({ markColor })}
      />
    </Group>
  );
}

/** When cards open, and how. */
export function CardGroup({ settings, onChoose }: ChoicesProps) {
  return (
    <Group id="card" title={t('options.card')}>
      <Choice
        legend={t('options.opening')}
        value={settings.opening}
        options={[
          { value: 'quick', label: t('options.quick') },
          { value: 'normal', label: t('options.normal') },
          { value: 'slow', label: t('options.slow') },
          { value: 'press', label: t('options.press') },
        ]}
        onChange={(opening) => onChoose({ opening })}
      />
      <Choice
        legend={t('options.textSize')}
        value={settings.textSize}
        options={[
          { value: 'normal', label: t('options.sizeNormal') },
          { value: 'large', label: t('options.sizeLarge') },
          { value: 'larger', label: t('options.sizeLarger') },
        ]}
        onChange={(textSize) => onChoose({ textSize })}
      />
      <Toggle
        label={t('options.more')}
        hint={t('options.moreHint')}
        checked={settings.more}
        onChange={(more) => onChoose({ more })}
      />
    </Group>
  );
}

/** How words are reached without a pointer. */
export function ReadingGroup({
  settings,
  onChoose,
  onShortcuts,
}: ChoicesProps & { readonly onShortcuts: (() => void) | null }) {
  return (
    <Group id="reading" title={t('options.reading')}>
      <Toggle
        label={t('options.tabStops')}
        hint={t('options.tabStopsHint')}
        checked={settings.tabStops}
        onChange={(tabStops) => onChoose({ tabStops })}
      />
      {onShortcuts ? (
        <button type="button" class="plain" onClick={onShortcuts}>
          {t('options.shortcuts')}
        </button>
      ) : (
        <p class="hint">{t('options.shortcutsBy')}</p>
      )}
    </Group>
  );
}

export function AppearanceGroup({ settings, onChoose }: ChoicesProps) {
  return (
    <Group id="appearance" title={t('options.appearance')}>
      <Choice
        legend={t('options.theme')}
        value={settings.theme}
        options={[
          { value: 'system', label: t('options.themeSystem') },
          { value: 'light', label: t('options.themeLight') },
          { value: 'dark', label: t('options.themeDark') },
        ]}
        onChange={(theme) => onChoose({ theme })}
      />
    </Group>
  );
}
