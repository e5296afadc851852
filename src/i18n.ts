// The text of the interface in the browser's language, from src/locales. The only importer of @wxt-dev/i18n.
import { createI18n } from '@wxt-dev/i18n';
// Made from en.yml by `wxt prepare`; a type, so nothing of it is built.
import type { GeneratedI18nStructure } from '#i18n';

/** Says a message by its key; its substitutions, and the number that chooses between its forms, are checked by the compiler. */
export const { t } = createI18n<GeneratedI18nStructure>();

/** The attributes of what stands in the interface's language. The browser's own direction is that of its menus, which may be in a language that we have not. */
export const inOurs = (): { readonly lang: string; readonly dir: 'ltr' | 'rtl' } => ({
  lang: t('interface.language'),
  dir: t('interface.direction') === 'rtl' ? 'rtl' : 'ltr',
});

/** The attributes of what stands in the glossary: English, in an interface of any language. */
export const IN_ENGLISH = { lang: 'en', dir: 'ltr' } as const;

/** The names of entries of which any may be meant, as one text. */
export const eitherOf = ([first = '', ...others]: readonly string[]): string =>
  others.reduce((one, other) => t('interface.either', { one, other }), first);
