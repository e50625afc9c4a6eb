import { expect, it } from "vitest";
import { dayIn } from "#domain/calendar";
import {
  extraPriceUsd,
  hasRoom,
  nextPeriodStart,
  percentsPassed,
  usageLevel,
  usagePeriodOf,
  type Allowance,
} from "./index.ts";

const starter: Allowance = { included: 250, extra: null };
const withExtra: Allowance = { included: 250, extra: { count: 3, priceUsd: "0.08" } };

it.each([
  ["Pacific/Auckland", "2026-11-30T10:59:59.999Z", "2026-11"],
  ["Pacific/Auckland", "2026-11-30T11:00:00.000Z", "2026-12"],
  ["Pacific/Honolulu", "2026-12-01T09:59:59.999Z", "2026-11"],
  ["Pacific/Honolulu", "2026-12-01T10:00:00.000Z", "2026-12"],
  ["Pacific/Auckland", "2026-12-31T11:00:00.000Z", "2027-01"],
  // Winter time: an hour later.
  ["Pacific/Auckland", "2026-06-30T11:59:59.999Z", "2026-06"],
  ["Europe/Brussels", "2026-10-31T23:00:00.000Z", "2026-11"],
])("counts in %s at %s in %s", (timeZone, instant, period) => {
  expect(usagePeriodOf(dayIn(timeZone, instant))).toBe(period);
});

it("counts the same instant in two months, one for each merchant's time zone", () => {
  const instant = "2026-12-01T05:00:00.000Z";
  expect(usagePeriodOf(dayIn("Pacific/Auckland", instant))).toBe("2026-12");
  expect(usagePeriodOf(dayIn("Pacific/Honolulu", instant))).toBe("2026-11");
});

it.each([
  ["2026-01", "2026-02-01"],
  ["2026-09", "2026-10-01"],
  ["2026-12", "2027-01-01"],
])("starts to count again after %s on %s", (period, date) => {
  expect(nextPeriodStart(period)).toBe(date);
});

it.each([
  [starter, 249, true],
  [starter, 250, false],
  [withExtra, 250, true],
  [withExtra, 252, true],
  [withExtra, 253, false],
  // After a downgrade, or with a cap below what was used.
  [starter, 2000, false],
  [withExtra, 2000, false],
])("%j with %i issued has room: %s", (allowance, issued, expected) => {
  expect(hasRoom(allowance, issued)).toBe(expected);
});

it.each([
  [starter, 249, null],
  [starter, 250, null],
  [withExtra, 249, null],
  [withExtra, 250, "0.08"],
])("%j charges for the document after %i others: %s", (allowance, issued, price) => {
  expect(extraPriceUsd(allowance, issued)).toBe(price);
});

it.each([
  [0, 1, []],
  [198, 199, []],
  [199, 200, [80]],
  [200, 201, []],
  [249, 250, [100]],
  [100, 300, [80, 100]],
  [250, 300, []],
])("from %i to %i of 250 warns at %j", (before, after, percents) => {
  expect(percentsPassed(starter, { before, after })).toEqual(percents);
});

it("warns of 30 at 24 and at 30", () => {
  const free: Allowance = { included: 30, extra: null };
  expect(percentsPassed(free, { before: 22, after: 23 })).toEqual([]);
  expect(percentsPassed(free, { before: 23, after: 24 })).toEqual([80]);
  expect(percentsPassed(free, { before: 29, after: 30 })).toEqual([100]);
});

it.each([
  [0, 30, 0, "calm"],
  [23, 30, 76, "calm"],
  [24, 30, 80, "near"],
  [29, 30, 96, "near"],
  [30, 30, 100, "full"],
  [34, 30, 113, "full"],
  // A cancelled plan that had more: the month is over-full.
  [200, 30, 666, "full"],
  [0, 0, 100, "full"],
  // 80 % of 3 is 2.4: the third document reaches it, as the mail says too.
  [2, 3, 66, "calm"],
] as const)("%d of %d is %d %%, %s", (issued, included, percent, level) => {
  expect(usageLevel({ issued, included })).toEqual({ percent, level });
});
