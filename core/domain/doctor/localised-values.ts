import type { Language } from "#domain/merchant";
import type { LocalisedValue, Words } from "./fill-words.ts";

const UNKNOWN_COUNTRY: Words = {
  nl: "onbekend land",
  fr: "pays inconnu",
  de: "unbekanntes Land",
  en: "unknown country",
};

/** Building these costs far more than using them. */
const namesByLanguage = new Map<Language, Intl.DisplayNames>();

function regionNames(language: Language): Intl.DisplayNames {
  const known = namesByLanguage.get(language);
  if (known !== undefined) return known;
  const made = new Intl.DisplayNames([language], { type: "region", fallback: "none" });
  namesByLanguage.set(language, made);
  return made;
}

/** The country's name in the reader's language; its code where it has none. Greece is EL in VAT numbers, Northern Ireland XI. */
export const countryName =
  (countryCode: string): LocalisedValue =>
  (language) => {
    if (countryCode === "") return UNKNOWN_COUNTRY[language];
    const code = countryCode === "EL" ? "GR" : countryCode;
    return (/^[A-Z]{2}$/.test(code) ? regionNames(language).of(code) : undefined) ?? countryCode;
  };

/** UK, EU and the like have a name, but no place in ISO 3166. */
const NAMED_BUT_NO_COUNTRY = new Set(["UK", "EU", "EZ", "UN", "SU", "AN", "ZZ"]);

export const isCountryCode = (code: string): boolean =>
  /^[A-Z]{2}$/.test(code) &&
  !NAMED_BUT_NO_COUNTRY.has(code) &&
  regionNames("en").of(code) !== undefined;

/** `amount` is plain decimal text; Intl reads the text itself, so no digit passes through a float, and none is left out. */
export const amountIn =
  (amount: string, currency: string): LocalisedValue =>
  (language) =>
    new Intl.NumberFormat(language, {
      style: "currency",
      currency,
      maximumFractionDigits: 12,
    }).format(numeric(amount));

/** A rate or a quantity, in the language's own notation. */
export const numberIn =
  (text: string): LocalisedValue =>
  (language) =>
    new Intl.NumberFormat(language, { maximumFractionDigits: 12 }).format(numeric(text));

const isNumeric = (text: string): text is `${number}` => /^-?\d+(\.\d+)?$/.test(text);

function numeric(text: string): `${number}` {
  if (!isNumeric(text)) throw new Error(`${text} is no plain decimal`);
  return text;
}
