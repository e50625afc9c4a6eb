import { LANGUAGES, type Language } from "#domain/merchant";

/** A sentence in each language; `{name}` stands for a value. */
export type Words = Readonly<Record<Language, string>>;

/** What is named in a sentence: the same text in every language, or one for each. */
export type Value = string | LocalisedValue;
export type LocalisedValue = (language: Language) => string;

const MOST_CHARACTERS = 60;

/** Puts values where the words name them. Values are the customer's at times, so they are made harmless and short first. */
export function fillWords(words: Words, values: Readonly<Record<string, Value>>): Words {
  const fill = (language: Language): string =>
    words[language].replaceAll(/\{(\w+)\}/g, (placeholder, name: string) => {
      const value = values[name];
      if (value === undefined) return placeholder;
      return shortText(typeof value === "string" ? value : value(language));
    });
  return inEachLanguage(fill);
}

export const inEachLanguage = (say: (language: Language) => string): Words => {
  const [nl, fr, de, en] = LANGUAGES;
  return { nl: say(nl), fr: say(fr), de: say(de), en: say(en) };
};

/** Control characters, marks that turn the direction of writing, and all blanks but those that keep an amount together. */
const BLANKS = /(?:[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]|(?![\u00a0\u202f])\s)+/gu;

/** One short line of what may be anything. */
export function shortText(text: string): string {
  const clean = text
    .slice(0, 10 * MOST_CHARACTERS)
    .toWellFormed()
    .replaceAll(BLANKS, " ")
    .trim();
  const characters = Array.from(clean);
  if (characters.length <= MOST_CHARACTERS) return clean;
  return `${characters
    .slice(0, MOST_CHARACTERS - 1)
    .join("")
    .trim()}…`;
}
