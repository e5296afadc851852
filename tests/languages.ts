// Languages that nobody speaks, made of the English text: what is not said by a message shows, for it can be read; what is cut off or put together from pieces shows by the brackets.
export interface Language {
  readonly name: string;
  /** Of the made-up language: a tag that no browser or glossary has. */
  readonly tag: string;
  readonly direction: 'ltr' | 'rtl';
  /** The letters that stand for a to z. */
  readonly letters: string;
}

/** English with accents, and Hebrew letters in no order that would mean anything. */
export const LANGUAGES: readonly Language[] = [
  { name: 'accents', tag: 'en-XA', direction: 'ltr', letters: 'áƀćđéƒǧĥíĵķłḿńóƥʠŕśťúṽẃẋýź' },
  { name: 'right to left', tag: 'he-XB', direction: 'rtl', letters: 'אבגדהוזחטיכלמנסעפצקרשתםןףץ' },
];

/** Every message stands between these, and nothing else does: what is cut off or put together from pieces shows by them. */
export const [OPENING, CLOSING] = ['⟦', '⟧'] as const;

/** What is filled in, which no language translates. */
export const FILLED = /(\{\w+\}|\$\d)/;
export const BETWEEN_FORMS = ' | ';

/** A form of a message in another language: its letters replaced, and a third longer, as a translation may be. */
function replaced(form: string, { letters }: Language): string {
  const said = form
    .split(FILLED)
    .map((piece, at) =>
      at % 2 === 1
        ? piece
        : piece.replace(/[a-z]/gi, (letter) => letters[letter.toLowerCase().charCodeAt(0) - 97] ?? letter),
    )
    .join('');
  const more = `${letters.slice(0, 4)} `.repeat(form.length).slice(0, Math.ceil(form.length / 3));
  return `${OPENING}${said} ${more.trim()}${CLOSING}`;
}

export type Messages = Record<string, { message: string }>;

/** The messages of a language that is made up of these. */
export function madeUp(english: Messages, language: Language): Messages {
  const translate = (message: string): string =>
    message
      .split(BETWEEN_FORMS)
      .map((form) => replaced(form, language))
      .join(BETWEEN_FORMS);
  return {
    ...Object.fromEntries(
      Object.entries(english).map(([name, { message }]) => [name, { message: translate(message) }]),
    ),
    interface_language: { message: language.tag },
    interface_direction: { message: language.direction },
  };
}
