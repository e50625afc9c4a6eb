import { decimal, decimalText, minorDigits, type CurrencyCode } from "#domain/money";
import type { Language } from "#domain/merchant";
import { LABELS } from "./labels/index.ts";

const LOCALES: Readonly<Record<Language, string>> = {
  nl: "nl-BE",
  fr: "fr-BE",
  de: "de-DE",
  en: "en-GB",
};

/** Building a formatter costs more than using it, and a long document uses it a thousand times. */
const formatters = new Map<string, Intl.NumberFormat>();

function formatter(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${locale} ${options.currency ?? ""} ${options.maximumFractionDigits ?? ""}`;
  const known = formatters.get(key);
  if (known !== undefined) return known;
  const made = new Intl.NumberFormat(locale, options);
  formatters.set(key, made);
  return made;
}

/**
 * Writes plain decimal text in the language's way. Intl reads the text itself, so no digit passes through a float.
 * Belgian French groups thousands by a point, as Belgian banks print it; Intl would put a thin space.
 */
function localised(text: string, language: Language, options: Intl.NumberFormatOptions): string {
  const isNegative = text.startsWith("-") && /[1-9]/.test(text);
  const absolute = text.replace(/^-/, "");
  if (!isDecimalText(absolute)) throw new Error(`${text} is no plain decimal`);
  const formatted = formatter(LOCALES[language], options)
    .formatToParts(absolute)
    .map(({ type, value }) => (type === "group" && language === "fr" ? "." : value))
    .join("");
  return isNegative ? `−${formatted}` : formatted;
}

const isDecimalText = (text: string): text is `${number}` => /^\d+(\.\d+)?$/.test(text);

/** An amount or a price with its currency: "€ 1.234,50". At least the currency's own digits, at most `digits`. */
export function formatMoney(
  amount: string,
  { currency, language }: { readonly currency: CurrencyCode; readonly language: Language },
  digits: number = minorDigits(currency),
): string {
  return localised(amount, language, {
    style: "currency",
    currency,
    minimumFractionDigits: minorDigits(currency),
    maximumFractionDigits: Math.max(digits, minorDigits(currency)),
  });
}

/** A quantity or a rate, without trailing zeros: "1.250,5". */
export const formatNumber = (text: string, language: Language): string =>
  localised(decimalText(decimal(text)), language, { maximumFractionDigits: 12 });

/** `date` is YYYY-MM-DD: "21 november 2026". */
export function formatDate(date: string, language: Language): string {
  const [year = "", month = "", day = ""] = date.split("-");
  const { months, date: write } = LABELS[language];
  return write(Number(day), months[Number(month) - 1] ?? month, year);
}

export const formatPercent = (rate: string, language: Language): string =>
  LABELS[language].percent(formatNumber(rate, language));
