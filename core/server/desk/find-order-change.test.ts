import { describe, expect, it } from "vitest";
import { freezeDocument } from "#domain/document";
import type { DocumentSummary } from "#domain/workflows";
import { aDraft } from "../../adapters/storage/prisma/test-support.ts";
import { anOrder } from "../../../tests/support/orders.ts";
import { findOrderChange } from "./find-order-change.ts";
import { refundsOf } from "./refunds-of.ts";

const ORDER = anOrder();

const aSummary = (changes: Partial<DocumentSummary>): DocumentSummary => ({
  documentId: "d1",
  shopId: "s1",
  orderId: ORDER.orderId,
  orderNumber: ORDER.orderNumber,
  kind: "invoice",
  part: "",
  state: "issued",
  journalId: "invoices",
  number: "2026-0001",
  issueDate: "2026-11-20",
  buyerName: "Ada Peeters",
  recipient: "ada@example.com",
  currency: "EUR",
  total: "12.10",
  isPaid: true,
  createdAt: "2026-11-20T10:00:00Z",
  issuedAt: "2026-11-20T10:00:00Z",
  sentAt: null,
  delivery: null,
  heldAs: null,
  ...changes,
});

const INVOICE = aSummary({});
const creditNote = (part: string, changes: Partial<DocumentSummary> = {}) =>
  aSummary({ documentId: part, kind: "creditNote", part, number: "CN2026-0001", ...changes });

const aRefund = (refundId: string) => ({
  refundId,
  createdAt: `2026-11-2${refundId}T10:00:00Z`,
  reason: "",
  lines: [],
  charges: [],
  totalRefunded: "2.00",
  keptAmount: "0",
  method: "card",
});
const REFUNDED = anOrder({ refunds: [aRefund("1")] });

const TAKEN = { number: "2026-0001", issueDate: "2026-11-20" };

/** The document as it was issued over the whole order. */
const issued = (summary: DocumentSummary) => ({
  summary,
  state: "issued" as const,
  document: freezeDocument(aDraft(ORDER), TAKEN, (template) => template),
  hash: "",
});
const changeOf = (
  order: typeof ORDER,
  documents: readonly DocumentSummary[],
  [summary = INVOICE] = documents,
) => findOrderChange(issued(summary), order, documents);

describe("an invoice", () => {
  it("is right while its order is as it was", () => {
    expect(changeOf(ORDER, [INVOICE])).toBeNull();
  });

  it("asks for a credit note until one is issued for each refund", () => {
    const twice = anOrder({ refunds: [aRefund("2"), aRefund("1")] });
    const first = creditNote("refund:1");
    expect(changeOf(twice, [INVOICE, first])).toBe("refunded");
    expect(changeOf(twice, [INVOICE, first, creditNote("refund:2", { state: "draft" })])).toBe(
      "refunded",
    );
    expect(changeOf(twice, [INVOICE, first, creditNote("refund:2")])).toBeNull();
  });

  it("is made up for after an edit by a credit note or a further invoice", () => {
    const less = anOrder({ total: "10.10" });
    expect(changeOf(less, [INVOICE])).toBe("edited");
    expect(changeOf(less, [INVOICE, creditNote("edit:1", { total: "2.00" })])).toBeNull();
    expect(changeOf(less, [INVOICE, creditNote("edit:1", { total: "1.99" })])).toBe("edited");
    const more = anOrder({ total: "15.10" });
    expect(changeOf(more, [INVOICE, aSummary({ part: "edit:1", total: "3.00" })])).toBeNull();
  });

  it("of a cancelled order stands until all of it is credited", () => {
    const cancelled = { cancelledAt: "2026-11-21T10:00:00Z" };
    expect(changeOf(anOrder(cancelled), [INVOICE])).toBe("cancelled");
    expect(changeOf(anOrder(cancelled), [INVOICE, creditNote("edit:1")])).toBeNull();
    const refunded = anOrder({ ...cancelled, refunds: [aRefund("1")] });
    expect(changeOf(refunded, [INVOICE, creditNote("refund:1")])).toBeNull();
  });
});

it("a credit note is about the past; another kind tells of any change", () => {
  expect(changeOf(REFUNDED, [creditNote("refund:1")])).toBeNull();
  expect(changeOf(REFUNDED, [aSummary({ kind: "receipt" })])).toBe("refunded");
  expect(changeOf(anOrder({ total: "9.00" }), [aSummary({ kind: "deliveryNote" })])).toBe("edited");
});

it("a refund of nothing is none, and a discarded draft credits nothing", () => {
  const nothing = { ...aRefund("3"), totalRefunded: "0.00" };
  const order = anOrder({ refunds: [nothing, aRefund("2"), aRefund("1")] });
  const discarded = { ...creditNote("refund:1"), state: "discarded" as const };
  expect(
    refundsOf(order, [INVOICE, discarded, creditNote("refund:2")]).map(
      ({ refundId, amount, creditNote: made }) => [refundId, amount, made?.documentId],
    ),
  ).toEqual([
    ["1", "2.00", undefined],
    ["2", "2.00", "refund:2"],
  ]);
});
