import type { Allowance } from "./plan-in-force.ts";

/** The month (YYYY-MM) in which a document counts: that of the calendar date in the merchant's time zone. */
export const usagePeriodOf = (today: string): string => today.slice(0, 7);

/** The date (YYYY-MM-DD) on which counting starts again. */
export function nextPeriodStart(period: string): string {
  const [year = 0, month = 0] = period.split("-").map(Number);
  const next = month === 12 ? [year + 1, 1] : [year, month + 1];
  return `${next[0]}-${String(next[1]).padStart(2, "0")}-01`;
}

/** Whether a month in which `issued` documents were issued has room for another. */
export const hasRoom = ({ included, extra }: Allowance, issued: number): boolean =>
  issued < included + (extra?.count ?? 0);

/** What the document after `issued` others costs above the plan's price (decimal text, US dollars); null when it is included. */
export const extraPriceUsd = ({ included, extra }: Allowance, issued: number): string | null =>
  issued < included ? null : (extra?.priceUsd ?? null);

/** At these shares of the allowance the merchant is told. */
export const WARNED_PERCENTS = [80, 100] as const;
export type WarnedPercent = (typeof WARNED_PERCENTS)[number];

/** The shares of what is included that a month's count passed on its way from `before` to `after`. */
export const percentsPassed = (
  { included }: Allowance,
  { before, after }: { readonly before: number; readonly after: number },
): readonly WarnedPercent[] =>
  WARNED_PERCENTS.filter((percent) => {
    const threshold = thresholdOf(included, percent);
    return before < threshold && threshold <= after;
  });

/** The document from which on a share of what is included is used. */
const thresholdOf = (included: number, percent: WarnedPercent): number =>
  Math.ceil((included * percent) / 100);

/** How full the month is: in whole percent of what is included, and whether the merchant is told. */
export function usageLevel({
  issued,
  included,
}: {
  readonly issued: number;
  readonly included: number;
}): {
  readonly percent: number;
  readonly level: "calm" | "near" | "full";
} {
  const [nearPercent, fullPercent] = WARNED_PERCENTS;
  const percent = included === 0 ? fullPercent : Math.floor((issued * 100) / included);
  if (issued >= included) return { percent, level: "full" };
  return { percent, level: issued >= thresholdOf(included, nearPercent) ? "near" : "calm" };
}
