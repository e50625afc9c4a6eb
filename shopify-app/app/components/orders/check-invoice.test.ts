import { expect, test } from "vitest";
import { checkInvoice } from "./check-invoice.ts";

const TODAY = "2026-11-21";
const calendar = { orderDate: "2026-11-20", today: TODAY };

test("an invoice made elsewhere has a number and a date", () => {
  expect(checkInvoice({ number: " 2026-118 ", issueDate: TODAY }, calendar)).toEqual({
    invoice: { number: "2026-118", issueDate: TODAY },
    errors: { number: "", issueDate: "" },
  });
  expect(checkInvoice({ number: " ", issueDate: "" }, calendar)).toEqual({
    invoice: null,
    errors: {
      number: "Give the number that stands on the invoice.",
      issueDate: "Give the date that stands on the invoice.",
    },
  });
});

test("it was not made tomorrow", () => {
  const { invoice, errors } = checkInvoice({ number: "118", issueDate: "2026-11-22" }, calendar);
  expect(invoice).toBeNull();
  expect(errors.issueDate).toContain("still to come");
});

test("nor before its order was placed", () => {
  const { invoice, errors } = checkInvoice({ number: "118", issueDate: "2026-11-19" }, calendar);
  expect(invoice).toBeNull();
  expect(errors.issueDate).toContain("placed on 20 Nov 2026");
  const sameDay = { number: "118", issueDate: calendar.orderDate };
  expect(checkInvoice(sameDay, calendar).invoice).toEqual(sameDay);
});
