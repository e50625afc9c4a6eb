import { expect, it } from "vitest";
import { isPaid } from "./is-paid.ts";

const PAID_AT = "2026-11-20T10:00:00Z";
it.each([
  ["card, processing", "processing", "mollie", PAID_AT, true],
  ["card, on hold after it was paid", "on-hold", "mollie", PAID_AT, true],
  ["a status of the shop's own, paid online", "in-production", "stripe", PAID_AT, true],
  ["bank transfer that arrived", "processing", "bacs", PAID_AT, true],
  ["completed without a date", "completed", "cod", null, true],
  ["refunded after payment", "refunded", "mollie", PAID_AT, true],
  ["cancelled after payment", "cancelled", "mollie", PAID_AT, true],
  ["bank transfer awaited", "on-hold", "bacs", null, false],
  ["cheque awaited, with a date from before", "on-hold", "cheque", PAID_AT, false],
  ["cash on delivery on its way", "processing", "cod", null, false],
  ["payment failed after all", "failed", "stripe", PAID_AT, false],
  ["pending", "pending", "mollie", null, false],
  ["refunded without payment", "refunded", "bacs", null, false],
])("%s", (_, status, payment_method, date_paid_gmt, expected) => {
  expect(isPaid({ status, payment_method, date_paid_gmt, total: "121" })).toBe(expected);
});

it("an order that costs nothing is paid", () => {
  const state = {
    status: "processing",
    payment_method: "",
    date_paid_gmt: null,
    total: "0.000000",
  };
  expect(isPaid(state)).toBe(true);
});
