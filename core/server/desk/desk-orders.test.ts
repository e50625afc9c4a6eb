import { describe, expect, it } from "vitest";
import { aLine } from "../../../tests/support/orders.ts";
import { aDesk, made, ORDER, REFUND, SELLER } from "./test-support.ts";

const ELSEWHERE = { number: "INV-77", issueDate: "2026-11-20" };

describe("a refund of an order whose invoice was made elsewhere", () => {
  it("is credited once that invoice is named, and not before", async () => {
    const { desk, view } = await aDesk({ refunds: [REFUND] });
    const refund = { orderId: ORDER.orderId, refundId: "7" };
    expect(await desk.creditRefund(refund, null, "issue")).toMatchObject({
      problem: { code: "no-invoice" },
    });
    const draft = made(await desk.creditRefund(refund, ELSEWHERE, "draft"));
    expect(await desk.checkDocuments([draft.documentId])).toMatchObject({ problems: [] });
    expect(await desk.issueDocuments([draft.documentId], false)).toMatchObject({ problems: [] });
    expect(await view(draft.documentId)).toMatchObject({
      stored: { state: "issued", document: { precedingInvoice: ELSEWHERE } },
    });
  });

  it("is not credited while Docket's own invoice waits as a draft", async () => {
    const { desk } = await aDesk({ refunds: [REFUND] });
    const refund = { orderId: ORDER.orderId, refundId: "7" };
    const { documentId } = made(await desk.makeDocument(ORDER.orderId, "invoice", "draft"));
    for (const elsewhere of [ELSEWHERE, null]) {
      expect(await desk.creditRefund(refund, elsewhere, "issue")).toMatchObject({
        problem: { code: "invoice-waits", draft: { documentId, state: "draft" } },
      });
    }
    await desk.discardDrafts([documentId]);
    made(await desk.creditRefund(refund, ELSEWHERE, "issue"));
  });

  it("cannot be from before the order, nor Docket's invoice of another order", async () => {
    const other = { ...ORDER, orderId: "gid://shopify/Order/2", orderNumber: "#1002" };
    const { desk } = await aDesk({ refunds: [REFUND] }, SELLER, [other]);
    const { number } = made(await desk.makeDocument(other.orderId, "invoice", "issue"));
    const refund = { orderId: ORDER.orderId, refundId: "7" };
    const early = { ...ELSEWHERE, issueDate: "2026-11-19" };
    expect(await desk.creditRefund(refund, early, "issue")).toMatchObject({
      problem: {
        code: "invoice-before-order",
        message: expect.stringContaining("placed on 20 Nov 2026"),
      },
    });
    expect(await desk.creditRefund(refund, { ...ELSEWHERE, number }, "issue")).toMatchObject({
      problem: {
        code: "invoice-of-other-order",
        message: expect.stringContaining("for order #1002"),
      },
    });
    made(await desk.creditRefund(refund, ELSEWHERE, "issue"));
  });

  it("of nobody's is not found", async () => {
    const { desk } = await aDesk({ refunds: [REFUND] });
    const refund = { orderId: ORDER.orderId, refundId: "8" };
    expect(await desk.creditRefund(refund, ELSEWHERE, "issue")).toMatchObject({
      problem: { code: "no-such-refund" },
    });
  });
});

describe("a refund that came before the invoice", () => {
  /** After Docket was installed, and after any rule was made. */
  const LATE = { ...REFUND, createdAt: "2099-01-01T10:00:00Z" };
  const RULE = {
    ruleId: "credits",
    kind: "creditNote",
    event: "orderRefunded",
    journalId: "credit-notes",
  };

  it("is credited by the rule once the draft is issued by hand, and nothing else is made", async () => {
    const { desk, view } = await aDesk({ refunds: [LATE] });
    const receipt = { ...RULE, ruleId: "receipts", kind: "receipt", event: "orderPaid" };
    await desk.changeSettings({ rules: [RULE, { ...receipt, journalId: "receipts" }] });
    const draft = made(await desk.makeDocument(ORDER.orderId, "invoice", "draft"));
    expect(await view(draft.documentId)).toMatchObject({
      otherDocuments: [],
      refunds: [{ creditNote: null }],
    });
    expect(await desk.issueDocuments([draft.documentId], false)).toMatchObject({ problems: [] });
    const { otherDocuments } = await view(draft.documentId);
    expect(otherDocuments).toMatchObject([{ kind: "creditNote", state: "issued", total: "6.05" }]);
  });

  it("waits for the merchant where no rule asks for it", async () => {
    const { desk, view } = await aDesk({ refunds: [LATE] });
    const invoice = made(await desk.makeDocument(ORDER.orderId, "invoice", "issue"));
    expect(await view(invoice.documentId)).toMatchObject({
      orderChange: "refunded",
      otherDocuments: [],
    });
  });
});

describe("orders in a list", () => {
  it("say how many of their refunds have no credit note", async () => {
    const { desk, change } = await aDesk();
    const openRefunds = async () => {
      const listed = await desk.listOrders("", { limit: 10 });
      return listed.ok ? listed.value.rows.map((row) => row.openRefunds) : listed.problem;
    };
    expect(await openRefunds()).toEqual([0]);
    change({ refunds: [REFUND] });
    expect(await openRefunds()).toEqual([null]);
    made(await desk.makeDocument(ORDER.orderId, "invoice", "issue"));
    expect(await openRefunds()).toEqual([1]);
    made(await desk.creditRefund({ orderId: ORDER.orderId, refundId: "7" }, null, "draft"));
    expect(await openRefunds()).toEqual([0]);
  });
});

describe("home", () => {
  it("tells drafts to mend from drafts to issue", async () => {
    const other = { ...ORDER, orderId: "gid://shopify/Order/2", orderNumber: "#1002" };
    const { desk } = await aDesk({}, SELLER, [
      { ...other, lines: [aLine({ unitPrice: "12.10", taxes: [] })] },
    ]);
    const sound = made(await desk.makeDocument(ORDER.orderId, "invoice", "draft"));
    const wrong = made(await desk.makeDocument(other.orderId, "invoice", "draft"));
    expect(await desk.loadHome()).toMatchObject({ stats: { drafts: 2 }, draftsToMend: 1 });
    const ids = [sound.documentId, wrong.documentId, "nobody's"];
    expect(await desk.findDraftsToMend(ids)).toEqual([wrong.documentId]);
  });

  it("names the seller's own currency first, and none of which nothing is left", async () => {
    const dollars = { ...ORDER, orderId: "gid://shopify/Order/2", currency: "USD" };
    const francs = { ...ORDER, orderId: "gid://shopify/Order/3", currency: "CHF" };
    const taxes = [{ title: "BTW", ratePercent: "21", amount: "210.00" }];
    const { desk } = await aDesk({}, SELLER, [
      { ...dollars, lines: [aLine({ unitPrice: "1210.00", taxes })], total: "1210.00" },
      {
        ...francs,
        refunds: [
          {
            ...REFUND,
            lines: [{ lineId: "1", quantity: "2", amountWithVat: "12.10" }],
            totalRefunded: "12.10",
          },
        ],
      },
    ]);
    for (const { orderId } of [dollars, ORDER, francs]) {
      made(await desk.makeDocument(orderId, "invoice", "issue"));
    }
    made(await desk.creditRefund({ orderId: francs.orderId, refundId: "7" }, null, "issue"));
    expect((await desk.loadHome()).stats.invoicedThisMonth).toEqual([
      { currency: "EUR", total: "12.10" },
      { currency: "USD", total: "1210.00" },
    ]);
  });
});
