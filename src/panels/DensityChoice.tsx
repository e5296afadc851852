// The choice of how many of the places of a word are marked.
import { t } from '../i18n.ts';
import { DENSITIES, type Density } from '../matching/density.ts';

const NAMES = {
  section: 'density.section',
  page: 'density.page',
  all: 'density.all',
} as const satisfies Readonly<Record<Density, string>>;

interface DensityChoiceProps {
  readonly density: Density;
  readonly onDensity: (density: Density) => void;
}

export const DensityChoice = ({ density, onDensity }: DensityChoiceProps) => (
  <label class="density">
    <span>{t('density.label')}</span>
    <select
      value={density}
      onChange={({ currentTarget: { selectedIndex } }) => {
        const chosen = DENSITIES[selectedIndex];
        if (chosen) onDensity(chosen);
      }}
    >
      {DENSITIES.map((one) => (
        <option key={one} value={one}>
          {t(NAMES[one])}
        </option>
      ))}
    </select>
  </label>
);
