// The toolbar popup: the switch of the site, the state of the tab, the search, the words on the page, and what holds for all sites.
import type { ReadOn } from '../card/Entry.tsx';
import type { Edition } from '../card/Tools.tsx';
import type { Find } from '../glossary/finder.ts';
import type { Lookup } from '../glossary/lookup.ts';
import { t } from '../i18n.ts';
import { Icon } from '../look/Icon.tsx';
import { OPTIONS, PAUSE } from '../look/icons.ts';
import type { Density } from '../matching/density.ts';
import type { Spot } from '../messages.ts';
import { DensityChoice } from './DensityChoice.tsx';
import type { PopupState } from './popup-state.ts';
import { Search } from './Search.tsx';
import { OfSite, States, type StatesProps } from './States.tsx';
import { Switch } from './Switch.tsx';
import { Words } from './WordList.tsx';

export interface PopupProps extends StatesProps {
  readonly enabled: boolean;
  readonly siteOn: boolean;
  readonly density: Density;
  /** A change could not be stored or done: what to say. */
  readonly error: string | null;
  readonly onDensity: (density: Density) => void;
  readonly onShow: (spot: Spot) => void;
  /** Open the page with all that can be chosen. */
  readonly onOptions: () => void;
  readonly find: Find;
  readonly explain: Lookup;
  readonly onReadOn: ReadOn;
  readonly edition: Edition;
}

/** Whether the tab has a site that can be switched. */
const hasSwitch = (state: PopupState): boolean =>
  state.kind !== 'off' &&
  state.kind !== 'paused' &&
  !(state.kind === 'unreadable' && state.why !== 'pdf' && state.why !== 'closed');

/** The whole popup. */
export function Popup(props: PopupProps) {
  const { state, site, enabled, siteOn, density, error, onShow, onOptions } = props;
  const words = state.kind === 'words' ? state.words : [];
  return (
    <main>
      <header>
        <h1>{t('popup.title')}</h1>
        <button type="button" class="quiet" onClick={onOptions}>
          <Icon of={OPTIONS} /> {t('popup.options')}
        </button>
      </header>
      {site !== null && hasSwitch(state) && (
        <div class="site">
          <Switch
            label={<OfSite text={t('popup.switchSite', { site: '{site}' })} site={site} />}
            checked={siteOn}
            onChange={props.onSite}
          />
        </div>
      )}
      <Search
        find={props.find}
        explain={props.explain}
        onReadOn={props.onReadOn}
        edition={props.edition}
        words={words}
        onShow={onShow}
      >
        <section class="page" aria-busy={state.kind === 'words' && state.more}>
          {/* Read out when it changes; the words are not. */}
          <div aria-live="polite">
            <States {...props} />
          </div>
          {state.kind === 'words' && (
            <>
              <Words words={words} onShow={onShow} />
              <DensityChoice density={density} onDensity={props.onDensity} />
            </>
          )}
        </section>
        {error !== null && (
          <p class="error" role="alert">
            {error}
          </p>
        )}
      </Search>
      <footer>
        <Switch label={t('popup.switch')} checked={enabled} onChange={props.onEnabled} />
        {enabled && state.kind !== 'paused' && (
          <button type="button" class="quiet" onClick={() => props.onPause(true)}>
            <Icon of={PAUSE} /> {t('popup.pause')}
          </button>
        )}
      </footer>
    </main>
  );
}
