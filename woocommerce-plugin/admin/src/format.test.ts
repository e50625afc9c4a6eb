import { expect, test } from "vitest";
import { dateIn, formatDate, formatDay, formatInstant, formatMoney, localeOf } from "./format.ts";

test("money keeps every digit and follows the admin's language", () => {
  expect(formatMoney("1234.50", "EUR", "en-GB")).toBe("€1,234.50");
  expect(formatMoney("1234.50", "EUR", "nl-BE")).toBe("€\u00a01.234,50");
  expect(formatMoney("12345678901234567.89", "EUR", "en-GB")).toBe("€12,345,678,901,234,567.89");
  expect(formatMoney("9900", "JPY", "en-GB")).toBe("JP¥9,900");
});

test("what is no number is shown as it is", () => {
  expect(formatMoney("?", "EUR", "en-GB")).toBe("? EUR");
});

test("a moment is told in the merchant's time zone, a date in none", () => {
  const brussels = { locale: "en-GB", timeZone: "Europe/Brussels" };
  expect(formatInstant("2026-11-12T23:30:00Z", brussels)).toBe("13 Nov 2026, 00:30");
  expect(formatDay("2026-11-12T23:30:00Z", brussels)).toBe("13 Nov 2026");
  expect(formatDate("2026-11-12", "en-GB")).toBe("12 Nov 2026");
  expect(dateIn("Europe/Brussels", "2026-11-12T23:30:00Z")).toBe("2026-11-13");
});

test("a language that the browser does not know is English", () => {
  expect(localeOf("nl-NL")).toBe("nl-NL");
  expect(localeOf("de-DE-formal")).toBe("de-DE-formal");
  expect(localeOf("")).toBe("en-GB");
  expect(localeOf("x_y")).toBe("en-GB");
});
