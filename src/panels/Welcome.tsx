// The welcome page: a first mark, the switch, and what Bedside sees.
import { Sentence } from '../card/Sentence.tsx';
import { t } from '../i18n.ts';
import { DEFAULTS } from '../settings/settings.ts';
import { Sample } from './Sample.tsx';
import { FIRST_TRY } from './sample-text.ts';
import { ToolbarPicture } from './ToolbarPicture.tsx';

export interface WelcomeProps {
  /** A card was opened. */
  readonly tried: boolean;
  /** The keyboard shortcut for the next word, where there is one. */
  readonly shortcut: string | undefined;
  readonly onOptions: () => void;
  readonly onDone: () => void;
}

/** The whole page. */
export function Welcome({ tried, shortcut, onOptions, onDone }: WelcomeProps) {
  return (
    <main>
      <header>
        <img src="/icon/128.png" alt="" width="64" height="64" />
        <div>
          <h1>{t('welcome.title')}</h1>
          <p>{t('welcome.lead')}</p>
        </div>
      </header>
      <ol class="steps">
        <li>
          <h2>{t('welcome.try')}</h2>
          <Sample sections={FIRST_TRY} choice={DEFAULTS} />
          <p>{t('welcome.tryHint')}</p>
          <p class="tried" role="status">
            {tried && t('welcome.tried')}
          </p>
          {shortcut !== undefined && (
            <p class="hint">
              <Sentence
                text={t('welcome.tryKeys', { shortcut: '{shortcut}' })}
                parts={{
                  shortcut: (
                    <bdi>
                      <kbd>{shortcut}</kbd>
                    </bdi>
                  ),
                }}
              />
            </p>
          )}
        </li>
        <li>
          <h2>{t('welcome.switch')}</h2>
          <ToolbarPicture label={t('welcome.picture')} />
          <p>{t('welcome.switchHint')}</p>
          <p class="hint">{t('welcome.pin')}</p>
        </li>
        <li>
          <h2>{t('welcome.private')}</h2>
          <p>{t('welcome.sees')}</p>
          <p>
            <strong>{t('welcome.leaves')}</strong>
          </p>
          <p>{t('welcome.stays')}</p>
        </li>
      </ol>
      <div class="buttons">
        <button type="button" onClick={onDone}>
          {t('welcome.done')}
        </button>
        <button type="button" class="plain" onClick={onOptions}>
          {t('welcome.options')}
        </button>
      </div>
    </main>
  );
}
