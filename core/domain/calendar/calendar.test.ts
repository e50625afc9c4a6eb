import { expect, it } from "vitest";
import { addDays, dayIn, daysAfter, daysBetween, millisecondsBetween } from "./index.ts";

it.each([
  ["2026-12-31", 1, "2027-01-01"],
  ["2028-02-28", 1, "2028-02-29"],
  ["2026-03-28", 14, "2026-04-11"], // over the change to summer time
  ["2026-01-01", -1, "2025-12-31"],
  ["2026-11-21", 365, "2027-11-21"],
])("adds days to %s", (date, days, expected) => {
  expect(addDays(date, days)).toBe(expected);
});

it.each([
  ["2026-12-30T10:00:00.000Z", 3, "2027-01-02T10:00:00.000Z"],
  ["2026-03-01T23:59:59.999Z", -1, "2026-02-28T23:59:59.999Z"],
])("is as late in the day as %s, some days after it", (instant, days, expected) => {
  expect(daysAfter(instant, days)).toBe(expected);
});

it.each([
  ["2026-11-22T10:00:00.000Z", "2026-11-22T10:00:00.000Z", 0],
  ["2026-11-22T10:00:00.000Z", "2026-11-22T10:00:00.001Z", 1],
  ["2026-11-22T10:00:00.000Z", "2026-12-06T10:00:00.000Z", 14],
  ["2026-11-22T10:00:00.000Z", "2026-12-06T09:00:00.000Z", 14],
  ["2026-11-22T10:00:00.000Z", "2026-11-01T10:00:00.000Z", 0],
])("counts a begun day whole from %s to %s", (from, to, days) => {
  expect(daysBetween(from, to)).toBe(days);
});

it.each([
  ["2026-11-22T23:59:59.999Z", "2026-11-23T00:00:00.001Z", 2],
  ["2028-02-28T10:00:00.500Z", "2028-03-01T10:00:00.500Z", 2 * 86_400_000],
  ["2026-11-22T10:00:00.000Z", "2026-11-22T09:00:00.000Z", 0],
])("measures from %s to %s", (from, to, expected) => {
  expect(millisecondsBetween(from, to)).toBe(expected);
});

it("knows which day it is elsewhere", () => {
  const monthsEnd = "2026-12-01T09:30:00.000Z";
  expect(dayIn("Pacific/Auckland", monthsEnd)).toBe("2026-12-01");
  expect(dayIn("Pacific/Honolulu", monthsEnd)).toBe("2026-11-30");
});
