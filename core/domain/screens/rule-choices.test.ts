import { expect, test } from "vitest";
import { changeKind, whyImpossible } from "./index.ts";

const journalOfKind = {
  invoice: "invoices",
  creditNote: "credit-notes",
  proforma: "proformas",
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

test("a credit note has one moment, which follows when it is chosen", () => {
  const creditNote = changeKind(rule, "creditNote", journalOfKind);
  expect(creditNote).toEqual({
    ...rule,
    kind: "creditNote",
    event: "orderRefunded",
    journalId: "credit-notes",
  });
  expect(whyImpossible(creditNote)).toBeNull();
  expect(changeKind(creditNote, "invoice", journalOfKind).event).toBe("orderRefunded");
});

test.each([
  [{ event: "orderPaid", when: "always", kind: "creditNote" }, "creditNote"],
  [{ event: "orderRefunded", when: "always", kind: "invoice" }, "refund"],
  [{ event: "orderRefunded", when: "paid", kind: "creditNote" }, null],
  [{ event: "orderPaid", when: "toBePaid", kind: "invoice" }, "paidOrder"],
  [{ event: "orderCreated", when: "toBePaid", kind: "receipt" }, "receipt"],
  [{ event: "orderPaid", when: "paid", kind: "receipt" }, null],
  [{ event: "orderCreated", when: "toBePaid", kind: "invoice" }, null],
])("%j is impossible: %s", (impossible, why) => {
  expect(whyImpossible(impossible)).toBe(why);
});
