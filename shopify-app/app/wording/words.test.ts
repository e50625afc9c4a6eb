import { expect, test } from "vitest";
import { ruleSentence } from "./words.ts";

test("a rule reads as a sentence", () => {
  const rule = { kind: "invoice", event: "orderPaid", when: "always", delivery: "send" } as const;
  expect(ruleSentence({ ...rule, journalId: "invoices" }, "Invoices")).toBe(
    "When an order is paid, issue an invoice from Invoices and e-mail it.",
  );
});

test("a condition and a draft are said", () => {
  const rule = {
    kind: "deliveryNote",
    event: "orderFulfilled",
    when: "toBePaid",
    delivery: "draft",
  } as const;
  expect(ruleSentence({ ...rule, journalId: "dn" }, "Delivery notes")).toBe(
    "When an order is fulfilled, if it is still to be paid, make a draft delivery note; it gets a number from Delivery notes when you issue it.",
  );
});

test("a refund makes a credit note", () => {
  const rule = {
    kind: "creditNote",
    event: "orderRefunded",
    when: "always",
    delivery: "send",
  } as const;
  expect(ruleSentence({ ...rule, journalId: "cn" }, "Credit notes")).toBe(
    "When an order is refunded, issue a credit note from Credit notes and e-mail it.",
  );
});
