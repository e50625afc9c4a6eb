import { expect, test } from "vitest";
import { refundSentence } from "./refund-facts.ts";

const refund = { amount: "12.10", currency: "EUR", createdAt: "2026-11-02T23:30:00Z" };

test("a refund is told with its amount and its day in the merchant's time zone", () => {
  expect(refundSentence(refund, "Europe/Brussels")).toBe("€12.10 was refunded on 3 Nov 2026.");
});

test("goods that came back without money are told as such", () => {
  expect(refundSentence({ ...refund, amount: "0.00" }, "Europe/Brussels")).toBe(
    "Goods were taken back on 3 Nov 2026, and no money was refunded.",
  );
});
