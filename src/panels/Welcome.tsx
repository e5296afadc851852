// The welcome page, in three short steps: try a marked word, find the button, know what leaves the device.
import type { ComponentChildren } from 'preact';
import { IN_ENGLISH, t } from '../i18n.ts';
import { Icon } from '../look/Icon.tsx';
import { PUZZLE, SHIELD, TRY } from '../look/icons.ts';

interface WelcomeProps {
  readonly onOptions: () => void;
  readonly onDone: () => void;
}

export function Welcome({ onOptions, onDone }: WelcomeProps) {
  return (
    <main class="welcome">
      <header>
        <img src="/icon/128.png" alt="" width="56" height="56" />
        <h1>{t('welcome.title')}</h1>
        <p>{t('welcome.lead')}</p>
      </header>
      <Step number={1} icon={<Icon of={TRY} />} title={t('welcome.try')}>
        <p>{t('welcome.tryHow')}</p>
        <blockquote {...IN_ENGLISH}>
          {/* Every reader meets it in English, for it is what Bedside reads. */}
          <Sample />
        </blockquote>
      </Step>
      <Step number={2} icon={<Icon of={PUZZLE} />} title={t('welcome.button')}>
        <p>{t('welcome.buttonWhere')}</p>
        <p>{t('welcome.buttonWhat')}</p>
      </Step>
      <Step number={3} icon={<Icon of={SHIELD} />} title={t('welcome.private')}>
        <p>{t('welcome.sees')}</p>
        <p>{t('welcome.leaves')}</p>
      </Step>
      <footer>
        <button type="button" class="main" onClick={onDone}>
          {t('welcome.done')}
        </button>
        <button type="button" onClick={onOptions}>
          {t('welcome.options')}
        </button>
      </footer>
    </main>
  );
}

/** A sentence as a letter from a clinic might have it. */
const Sample = () => <p class="sample">{t('welcome.sample')}</p>;

interface StepProps {
  readonly number: number;
  readonly icon: ComponentChildren;
  readonly title: string;
  readonly children: ComponentChildren;
}

const Step = ({ number, icon, title, children }: StepProps) => (
  <section class="step" aria-labelledby={`step-${number}`}>
    <h2 id={`step-${number}`}>
      {icon} {title}
    </h2>
    {children}
  </section>
);
