import { expect, test } from "vitest";
import { checkInvoice } from "./check-invoice.ts";

const TODAY = "2026-11-21";

test("an invoice made elsewhere has a number and a date", () => {
  expect(checkInvoice({ number: " 2026-118 ", issueDate: TODAY }, TODAY)).toEqual({
    invoice: { number: "2026-118", issueDate: TODAY },
    errors: { number: "", issueDate: "" },
  });
  expect(checkInvoice({ number: " ", issueDate: "" }, TODAY)).toEqual({
    invoice: null,
    errors: {
      number: "Give the number that stands on the invoice.",
      issueDate: "Give the date that stands on the invoice.",
    },
  });
});

test("it was not made tomorrow", () => {
  const { invoice, errors } = checkInvoice({ number: "118", issueDate: "2026-11-22" }, TODAY);
  expect(invoice).toBeNull();
  expect(errors.issueDate).toContain("still to come");
});
