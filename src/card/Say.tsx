// How a word is said: in syllables, and aloud where the device has a voice of its own.
import { useEffect, useState } from 'preact/hooks';
import { IN_ENGLISH, t } from '../i18n.ts';
import { Icon } from '../look/Icon.tsx';
import { SPEAKER } from '../look/icons.ts';
import { Sentence } from './Sentence.tsx';
import { speak, watchVoice } from './speech.ts';

/** A respelling longer than this may break at its hyphens, for it would not fit on one line. */
const SHORT = 24;

/** The respelling of a word, if it has one, and the button that says it. */
export function Say({ term, say }: { readonly term: string; readonly say: string | undefined }) {
  const [canSpeak, setCanSpeak] = useState(false);
  useEffect(() => watchVoice(setCanSpeak), []);
  return (
    <>
      {say && (
        <span class="say">
          {' · '}
          <Sentence
            text={t('entry.say', { say: '{say}' })}
            parts={{
              say: (
                <span class={say.length > SHORT ? undefined : 'whole'} {...IN_ENGLISH}>
                  {say}
                </span>
              ),
            }}
          />
        </span>
      )}
      {canSpeak && (
        <button
          type="button"
          class="icon-button"
          aria-label={t('entry.hear', { term })}
          title={t('entry.hear', { term })}
          onClick={() => speak(term)}
        >
          <Icon of={SPEAKER} />
        </button>
      )}
    </>
  );
}
