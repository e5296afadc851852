// What the popup says of its tab: one sentence for every state, and what helps. Of a page with words, how many.
import type { ComponentChildren } from 'preact';
import { Sentence } from '../card/Sentence.tsx';
import { t } from '../i18n.ts';
import { timeOf } from '../look/time.ts';
import type { PopupState, Unreadable } from './popup-state.ts';

export interface StatesProps {
  readonly state: PopupState;
  /** The site's name, or null where there is none (files, browser pages). */
  readonly site: string | null;
  readonly onEnabled: (on: boolean) => void;
  readonly onSite: (on: boolean) => void;
  /** Rest on all sites for an hour, or end that rest. */
  readonly onPause: (paused: boolean) => void;
  /** Mark the page although it is not about health; `always` for its whole site from now on. */
  readonly onMarkAnyway: (always: boolean) => void;
  readonly onStart: () => void;
}

const UNREADABLE = {
  closed: 'unreadable.closed',
  'browser-page': 'unreadable.browserPage',
  store: 'unreadable.store',
  pdf: 'unreadable.pdf',
  file: 'unreadable.file',
} as const satisfies Readonly<Record<Unreadable, string>>;

/** The sentence of a state, with its remedy. */
export function States({ state, site, onEnabled, onSite, onPause, onMarkAnyway, onStart }: StatesProps) {
  switch (state.kind) {
    case 'loading':
      return <Say text={state.busy ? t('popup.busy') : t('popup.loading')} />;
    case 'off':
      return (
        <Say text={t('popup.isOff')}>
          <Remedy onPress={() => onEnabled(true)}>{t('popup.switchOn')}</Remedy>
        </Say>
      );
    case 'paused':
      return (
        <Say
          text={
            <Sentence
              text={t('popup.paused', { time: '{time}' })}
              parts={{ time: <bdi>{timeOf(state.until)}</bdi> }}
            />
          }
        >
          <Remedy onPress={() => onPause(false)}>{t('popup.resume')}</Remedy>
        </Say>
      );
    case 'off-here':
      // What has no site cannot be switched off by it.
      return site === null ? null : (
        <Say text={<OfSite text={t('popup.isOffHere', { site: '{site}' })} site={site} />}>
          <Remedy onPress={() => onSite(true)}>{t('popup.switchOnHere')}</Remedy>
        </Say>
      );
    case 'words':
      return (
        <h2>
          {state.more ? t('popup.wordsSoFar', state.words.length) : t('popup.words', state.words.length)}{' '}
          {state.more && <span class="reading-on">{t('popup.readingOn')}</span>}
        </h2>
      );
    case 'no-words':
      return <Say text={t('popup.noWords')} />;
    case 'not-health':
      return (
        <Say text={t('popup.notHealth', state.found)}>
          {state.found > 0 && (
            <>
              <Remedy onPress={() => onMarkAnyway(false)}>{t('popup.mark', state.found)}</Remedy>
              {site !== null && (
                <Remedy isPlain onPress={() => onMarkAnyway(true)}>
                  <OfSite text={t('popup.always', { site: '{site}' })} site={site} />
                </Remedy>
              )}
            </>
          )}
        </Say>
      );
    case 'not-english':
      return <Say text={t('popup.notEnglish')} />;
    case 'unreadable':
      return <Say text={t(UNREADABLE[state.why])} />;
    case 'not-started':
      return (
        <Say text={t('popup.notStarted')}>
          <Remedy onPress={onStart}>{t('popup.start')}</Remedy>
        </Say>
      );
    case 'outdated':
      return (
        <Say text={t('popup.outdated')}>
          <Remedy onPress={onStart}>{t('popup.startAgain')}</Remedy>
        </Say>
      );
  }
}

/** A sentence with a site's name in it, which runs its own way. */
export const OfSite = ({ text, site }: { text: string; site: string }) => (
  <Sentence text={text} parts={{ site: <bdi>{site}</bdi> }} />
);

function Say({ text, children }: { text: ComponentChildren; children?: ComponentChildren }) {
  return (
    <div class="say">
      <p>{text}</p>
      {children && <div class="remedies">{children}</div>}
    </div>
  );
}

interface RemedyProps {
  readonly onPress: () => void;
  /** Not the first choice. */
  readonly isPlain?: boolean;
  readonly children: ComponentChildren;
}

const Remedy = ({ onPress, isPlain, children }: RemedyProps) => (
  <button type="button" class={isPlain ? 'plain' : undefined} onClick={onPress}>
    {children}
  </button>
);
