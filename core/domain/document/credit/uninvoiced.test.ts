import { describe, expect, it } from "vitest";
import type { NormalisedOrder, OrderRefund } from "#domain/order";
import { aLine, anOrder } from "../../../../tests/support/orders.ts";
import type { Document } from "../document.ts";
import { draftEditCredit, draftRefundCredit } from "./index.ts";
import {
  aRefund,
  frozen,
  invoiceDraftOf,
  invoiceOf,
  mugs,
  settings,
  taxes,
} from "./test-support.ts";

const piece = (lineId: string, quantity: string, amountWithVat: string) => ({
  lineId,
  quantity,
  amountWithVat,
});

describe("an order that was cancelled before the invoice of what was added", () => {
  const bowl = aLine({
    lineId: "9",
    itemName: "Bowl",
    unitPrice: "12.10",
    taxes: taxes("21", "2.10"),
  });
  const invoiced = anOrder({ lines: [mugs(3)], total: "36.30", paidAmount: "36.30" });
  const cancelled = {
    ...invoiced,
    lines: [mugs(3), bowl],
    total: "48.40",
    paidAmount: "48.40",
    cancelledAt: "2026-11-22T10:00:00Z",
  };
  const all = [piece("1", "3", "36.30"), piece("9", "1", "12.10")];
  const draft = (
    refund: Partial<OrderRefund>,
    order: NormalisedOrder = cancelled,
    creditNotes: readonly Document[] = [],
  ) =>
    draftRefundCredit(
      { order, refund: aRefund(refund), invoices: [invoiceOf(invoiced)], creditNotes },
      settings,
    );
  const isNote = (totals: Partial<Document["totals"]>) => ({
    ok: true,
    value: { lines: [{ itemName: "Mug", quantity: "3" }], totals },
  });
  const isWhole = isNote({ totalWithVat: "36.30", paidAmount: "36.30", amountDue: "0.00" });

  it("leaves out what is on no invoice, with its money", () => {
    expect(draft({ lines: all, totalRefunded: "48.40" })).toMatchObject(isWhole);
    expect(draft({ totalRefunded: "48.40" })).toMatchObject(isWhole);
    expect(draft({ lines: [piece("9", "1", "12.10")], totalRefunded: "12.10" })).toMatchObject({
      problem: { code: "nothing-to-credit" },
    });
  });

  it("is the same where what was added was not paid", () => {
    const unpaid = { ...cancelled, paidAmount: "36.30" };
    expect(draft({ lines: all, totalRefunded: "36.30" }, unpaid)).toMatchObject(isWhole);
    const partly = { ...cancelled, paidAmount: "40" };
    expect(draft({ lines: all, totalRefunded: "40" }, partly)).toMatchObject(isWhole);
  });

  it("leaves out no more money than it was paid, whatever earlier refunds were of", () => {
    const first = aRefund({ lines: [piece("9", "1", "12.10")], totalRefunded: "12.10" });
    const order = { ...cancelled, refunds: [first] };
    const lines = [piece("1", "3", "36.30")];
    const rest = { refundId: "r2", lines, totalRefunded: "36.30" };
    expect(draft(rest, order)).toMatchObject(isWhole);
  });

  it("counts what the shop kept against the invoice", () => {
    expect(draft({ lines: all, totalRefunded: "40" })).toMatchObject({
      value: {
        allowances: [{ type: "restockingFee", amountWithVat: "8.40" }],
        totals: { totalWithVat: "27.90", paidAmount: "27.90", amountDue: "0.00" },
      },
    });
    expect(draft({ lines: all, totalRefunded: "10" })).toMatchObject({
      problem: { code: "nothing-to-credit" },
    });
  });

  it("reckons with what an edit took off before", () => {
    const fewer = { ...invoiced, lines: [mugs(2)], total: "24.20" };
    const invoices = [invoiceOf(invoiced)];
    const edit = { invoices, creditNotes: [], editCreditNotes: [] };
    const credit = draftEditCredit(
      { ...edit, order: fewer, asNow: invoiceDraftOf(fewer) },
      settings,
    );
    const notes = credit === null ? [] : [frozen(credit, "C-1")];
    const swapped = { ...cancelled, lines: [mugs(2), bowl], total: "36.30", paidAmount: "36.30" };
    const refund = aRefund({
      lines: [piece("1", "2", "24.20"), piece("9", "1", "12.10")],
      totalRefunded: "36.30",
    });
    const wanted = { order: swapped, refund, invoices, creditNotes: notes };
    expect(draftRefundCredit({ ...wanted, editCreditNotes: notes }, settings)).toMatchObject({
      value: { totals: { totalWithVat: "24.20", paidAmount: "24.20", amountDue: "0.00" } },
    });
  });

  it("asks for that invoice while the order is not cancelled", () => {
    const open = { ...cancelled, cancelledAt: null };
    expect(draft({ lines: all, totalRefunded: "48.40" }, open)).toMatchObject({
      problem: { code: "not-invoiced", message: expect.stringContaining("Issue the invoice") },
    });
  });

  it("still credits no cent beyond the invoice", () => {
    expect(draft({ totalRefunded: "48.41" })).toMatchObject({
      problem: { code: "credit-exceeds-invoice" },
    });
  });
});
