import { expect, test } from "vitest";
import { changeKind, whyImpossible } from "./rule-choices.ts";

const journalOfKind = {
  invoice: "invoices",
  receipt: "receipts",
  orderConfirmation: "confirmations",
  deliveryNote: "delivery-notes",
};
const rule = {
  isActive: true,
  kind: "invoice",
  event: "orderPaid",
  when: "always",
  journalId: "invoices",
  delivery: "draft",
} as const;

test("the journal follows the kind until another is chosen", () => {
  const receipt = changeKind(rule, "receipt", journalOfKind);
  expect(receipt).toEqual({ ...rule, kind: "receipt", journalId: "receipts" });
  const chosen = { ...receipt, journalId: "delivery-notes" };
  expect(changeKind(chosen, "invoice", journalOfKind).journalId).toBe("delivery-notes");
});

test.each([
  [{ event: "orderPaid", when: "toBePaid", kind: "invoice" }, "paidOrder"],
  [{ event: "orderCreated", when: "toBePaid", kind: "receipt" }, "receipt"],
  [{ event: "orderPaid", when: "paid", kind: "receipt" }, null],
  [{ event: "orderCreated", when: "toBePaid", kind: "invoice" }, null],
])("%j is impossible: %s", (impossible, why) => {
  expect(whyImpossible(impossible)).toBe(why);
});
