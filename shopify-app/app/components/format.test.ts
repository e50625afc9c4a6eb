import { expect, test } from "vitest";
import { formatDate, formatInstant, formatMoney, formatTotal } from "./format.ts";

test("money keeps every digit and uses the currency's own number of decimals", () => {
  expect(formatMoney("90071992547409931.25", "EUR")).toBe("€90,071,992,547,409,931.25");
  expect(formatMoney("1250", "JPY")).toBe("JP¥1,250");
});

test("what a credit note gives back is taken off", () => {
  const invoice = { kind: "invoice", total: "12.10", currency: "EUR" } as const;
  expect(formatTotal(invoice)).toBe("€12.10");
  expect(formatTotal({ ...invoice, kind: "creditNote" })).toBe("−€12.10");
  expect(formatTotal({ ...invoice, kind: "creditNote", total: "0.00" })).toBe("€0.00");
  expect(formatMoney("-2.50", "EUR")).toBe("−€2.50");
});

test("an instant is shown in the merchant's time zone, a date as it is", () => {
  expect(formatInstant("2026-11-11T23:30:00Z", "Europe/Brussels")).toBe("12 Nov 2026, 00:30");
  expect(formatDate("2026-11-12")).toBe("12 Nov 2026");
});
