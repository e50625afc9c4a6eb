import type { DocumentSummary } from "#domain/workflows";

/** The admin's own language. Fixed, so that the server and every browser write the same. */
const LOCALE = "en-GB";

/** `amount` is decimal text, such as "1234.50"; it is formatted exactly, never as a float. */
export function formatMoney(amount: string, currency: string): string {
  if (!isDecimalText(amount)) return `${amount} ${currency}`;
  const text = new Intl.NumberFormat(LOCALE, { style: "currency", currency }).format(amount);
  return text.replace("-", "\u2212"); // the sign of a number is no hyphen
}

/** A document's total in a list: what a credit note gives back is taken off. */
export function formatTotal({
  kind,
  total,
  currency,
}: Pick<DocumentSummary, "kind" | "total" | "currency">): string {
  const isTakenOff = kind === "creditNote" && /[1-9]/.test(total);
  return formatMoney(isTakenOff ? `-${total}` : total, currency);
}

const isDecimalText = (text: string): text is `${number}` => /^-?\d+(\.\d+)?$/.test(text);

/** An ISO instant in the merchant's time zone: "12 Nov 2026, 14:05". */
export function formatInstant(instant: string, timeZone: string): string {
  const options = { dateStyle: "medium", timeStyle: "short", timeZone } as const;
  return new Intl.DateTimeFormat(LOCALE, options).format(new Date(instant));
}

/** The day of an ISO instant in the merchant's time zone: "12 Nov 2026". */
export const formatDay = (instant: string, timeZone: string): string =>
  new Intl.DateTimeFormat(LOCALE, { dateStyle: "medium", timeZone }).format(new Date(instant));

/** The calendar date of an ISO instant, YYYY-MM-DD, which is how en-CA writes one. */
export const dateIn = (timeZone: string, instant: string): string =>
  new Intl.DateTimeFormat("en-CA", { timeZone }).format(new Date(instant));

/** A calendar date, YYYY-MM-DD, which has no time zone. */
export const formatDate = (date: string): string => formatDay(`${date}T00:00:00Z`, "UTC");
