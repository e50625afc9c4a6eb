import { expect, test } from "vitest";
import { checkInvoice } from "./check-invoice.ts";

const calendar = { orderDate: "2026-11-18", today: "2026-11-20" };

test("an invoice made elsewhere has a number, and a date between its order and now", () => {
  const typed = { number: " 2026-118 ", issueDate: "2026-11-20" };
  expect(checkInvoice(typed, calendar)).toEqual({
    invoice: { number: "2026-118", issueDate: "2026-11-20" },
    errors: { number: null, issueDate: null },
  });
});

test.each([
  ["", "2026-11-20", { number: "noNumber", issueDate: null }],
  ["x".repeat(61), "2026-11-20", { number: "longNumber", issueDate: null }],
  ["118", "", { number: null, issueDate: "noDate" }],
  ["118", "20/11/2026", { number: null, issueDate: "noDate" }],
  ["118", "2026-11-17", { number: null, issueDate: "early" }],
  ["118", "2026-11-21", { number: null, issueDate: "future" }],
])("%j of %j is refused", (number, issueDate, errors) => {
  expect(checkInvoice({ number, issueDate }, calendar)).toEqual({ invoice: null, errors });
});
