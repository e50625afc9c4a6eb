/** The admin's language as wp-admin names it ("nl-NL"), or English when the browser does not know it ("de-DE-formal"). */
export function localeOf(lang: string): string {
  try {
    return Intl.getCanonicalLocales(lang)[0] ?? "en-GB";
  } catch {
    return "en-GB";
  }
}

/** What an amount or a moment is written by. */
export interface Formatting {
  readonly locale: string;
  readonly timeZone: string;
}

/** `amount` is decimal text, such as "1234.50"; it is formatted exactly, never as a float. */
export function formatMoney(amount: string, currency: string, locale: string): string {
  if (!isDecimalText(amount)) return `${amount} ${currency}`;
  return new Intl.NumberFormat(locale, { style: "currency", currency }).format(amount);
}

const isDecimalText = (text: string): text is `${number}` => /^-?\d+(\.\d+)?$/.test(text);

/** An ISO instant in the merchant's time zone: "12 Nov 2026, 14:05". */
export function formatInstant(instant: string, { locale, timeZone }: Formatting): string {
  const style = { dateStyle: "medium", timeStyle: "short", timeZone } as const;
  return new Intl.DateTimeFormat(locale, style).format(new Date(instant));
}

/** The day of an ISO instant in the merchant's time zone: "12 Nov 2026". */
export const formatDay = (instant: string, { locale, timeZone }: Formatting): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone }).format(new Date(instant));

/** A calendar date, YYYY-MM-DD, which has no time zone. */
export const formatDate = (date: string, locale: string): string =>
  formatDay(`${date}T00:00:00Z`, { locale, timeZone: "UTC" });

/** The merchant's calendar date of an instant, YYYY-MM-DD, which is how en-CA writes one. */
export const dateIn = (timeZone: string, instant: string | Date): string =>
  new Intl.DateTimeFormat("en-CA", { timeZone }).format(new Date(instant));

export const todayIn = (timeZone: string): string => dateIn(timeZone, new Date());
