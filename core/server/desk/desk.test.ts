import { createHash } from "node:crypto";
import { afterAll, describe, expect, it } from "vitest";
import { checkText } from "#adapters/text/liquid";
import { merchantSettingsSchema } from "#domain/merchant";
import type { NormalisedOrder } from "#domain/order";
import { testDatabase } from "../../../tests/support/database.ts";
import {
  aClock,
  memoryFiles,
  memoryMail,
  memoryShop,
} from "../../../tests/support/memory-ports.ts";
import { aLine, anOrder } from "../../../tests/support/orders.ts";
import { startQueue } from "../../adapters/storage/prisma/queue.ts";
import { aMerchant } from "../../adapters/storage/prisma/test-support.ts";
import { createDesk } from "./create-desk.ts";

const database = await testDatabase();
const queue = await startQueue(database);
afterAll(() => queue.stop({ graceful: false }));

const SELLER = {
  legalName: "Bakkerij Ada",
  vatIdentifier: "BE0417497106",
  address: { line1: "Kouter 1", postalCode: "9000", city: "Gent", countryCode: "BE" },
};
const ORDER = anOrder({ lines: [aLine({ quantity: "2", unitPrice: "6.05" })] });
const REFUND = {
  refundId: "7",
  createdAt: "2026-11-20T16:00:00Z",
  reason: "Broken",
  lines: [{ lineId: "1", quantity: "1", amountWithVat: "6.05" }],
  charges: [],
  totalRefunded: "6.05",
  method: "card",
};
const ELSEWHERE = { number: "INV-77", issueDate: "2026-11-20" };

/** A merchant's desk over a shop with one order, which `change` changes as people do in the shop, and perhaps others. */
async function aDesk(
  changes: Partial<NormalisedOrder> = {},
  seller: object = SELLER,
  others: readonly NormalisedOrder[] = [],
) {
  const settings = merchantSettingsSchema.parse({ seller, rules: [] });
  const { store, shop } = await aMerchant(database, queue, settings);
  const order = { ...ORDER, ...changes };
  const orders = new Map([order, ...others].map((each) => [each.orderId, each]));
  const clock = aClock("2026-11-21T10:00:00.000Z");
  const desk = createDesk({
    store,
    shop,
    clock,
    orders: memoryShop(orders),
    files: memoryFiles(),
    mail: memoryMail(),
    checkText,
    fillText: (template) => template,
    sha256: (bytes) => createHash("sha256").update(bytes).digest("hex"),
    vatChecker: null,
    renderer: {
      renderPdf: async () => new TextEncoder().encode("%PDF"),
      renderFacturX: async () => new TextEncoder().encode("%PDF with its XML"),
      renderSvgPages: async () => [],
    },
  });
  const change = (changed: Partial<NormalisedOrder>) => {
    clock.advance(60);
    orders.set(order.orderId, { ...order, ...changed, updatedAt: clock.now() });
  };
  const view = async (documentId: string) => {
    const loaded = await desk.loadDocument(documentId);
    if (loaded === undefined) throw new Error(`no document ${documentId}`);
    return loaded;
  };
  return { desk, change, view };
}

const made = (result: Awaited<ReturnType<ReturnType<typeof createDesk>["makeDocument"]>>) => {
  if (!result.ok) throw new Error(result.problem.message);
  return result.value;
};

describe("a refund after the invoice", () => {
  it("asks for its credit note until it is issued; both documents lead to each other", async () => {
    const { desk, change, view } = await aDesk();
    const invoice = made(await desk.makeDocument(ORDER.orderId, "invoice", "issue"));
    expect(await view(invoice.documentId)).toMatchObject({ orderChange: null, refunds: [] });

    change({ refunds: [REFUND] });
    expect(await desk.listRefunds(ORDER.orderId)).toMatchObject({
      value: [{ refundId: "7", amount: "6.05", reason: "Broken", creditNote: null }],
    });
    expect(await view(invoice.documentId)).toMatchObject({ orderChange: "refunded" });

    const refund = { orderId: ORDER.orderId, refundId: "7" };
    const draft = made(await desk.creditRefund(refund, null, "draft"));
    expect(await desk.issueDocuments([draft.documentId], false)).toMatchObject({ problems: [] });
    const credited = made(await desk.creditRefund(refund, null, "issue"));
    expect(credited).toMatchObject({ documentId: draft.documentId, total: "6.05" });
    expect(await view(invoice.documentId)).toMatchObject({
      orderChange: null,
      otherDocuments: [{ documentId: credited.documentId }],
      refunds: [{ creditNote: { number: credited.number } }],
    });
    expect(await view(credited.documentId)).toMatchObject({
      orderChange: null,
      otherDocuments: [{ documentId: invoice.documentId }],
      refunds: [],
    });
  });
});

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

describe("what the doctor refuses", () => {
  it("stays a draft with its findings, and is issued once it is mended and checked again", async () => {
    const { desk, view } = await aDesk({}, { ...SELLER, vatIdentifier: "" });
    const refused = await desk.makeDocument(ORDER.orderId, "invoice", "issue");
    expect(refused).toMatchObject({
      problem: { code: "document-refused", draft: { state: "draft", number: "" } },
    });
    const documentId = refused.ok ? "" : (refused.problem.draft?.documentId ?? "");
    const { findings } = await view(documentId);
    expect(findings.filter(({ severity }) => severity === "error")).toContainEqual(
      expect.objectContaining({ mendAt: "seller" }),
    );
    const [problem] = (await desk.issueDocuments([documentId], false)).problems;
    expect(problem?.findings.length).toBeGreaterThan(0);

    await desk.changeSettings({ seller: SELLER });
    expect(await desk.checkDocuments([documentId])).toMatchObject({ problems: [] });
    const mended = (await view(documentId)).findings.map(({ severity }) => severity);
    expect(mended).not.toContain("error");
    expect(await desk.issueDocuments([documentId], false)).toMatchObject({
      done: [{ number: "2026-0001" }],
      problems: [],
    });
  });
});

describe("an order that is edited after its invoice", () => {
  it("gets the draft that makes up for it when it is checked again", async () => {
    const { desk, change, view } = await aDesk();
    const { documentId } = made(await desk.makeDocument(ORDER.orderId, "invoice", "issue"));
    const taxes = [{ title: "BTW", ratePercent: "21", amount: "3.15" }];
    change({ lines: [aLine({ quantity: "3", unitPrice: "6.05", taxes })], total: "18.15" });
    expect(await desk.checkDocuments([documentId])).toMatchObject({ problems: [] });
    const { orderChange, otherDocuments } = await view(documentId);
    expect(orderChange).toBe("edited");
    expect(otherDocuments).toMatchObject([{ kind: "invoice", state: "draft", total: "6.05" }]);

    const ids = otherDocuments.map((document) => document.documentId);
    expect(await desk.issueDocuments(ids, false)).toMatchObject({ problems: [] });
    expect(await view(documentId)).toMatchObject({ orderChange: null });
  });
});

describe("the files of a document", () => {
  it("are four of an invoice, each with a name of its own", async () => {
    const { desk, view } = await aDesk();
    const { documentId } = made(await desk.makeDocument(ORDER.orderId, "invoice", "issue"));
    expect((await view(documentId)).files).toEqual(
      ["pdf", "ubl", "cii", "facturx"].map((type) => ({ type, problem: "" })),
    );
    const names = [
      ["pdf", "factuur-2026-0001.pdf"],
      ["ubl", "factuur-2026-0001.ubl.xml"],
      ["cii", "factuur-2026-0001.cii.xml"],
      ["facturx", "factuur-2026-0001.factur-x.pdf"],
    ] as const;
    for (const [type, fileName] of names) {
      expect(await desk.readFile(documentId, type)).toMatchObject({ fileName });
    }
  });

  it("are one where there is no electronic form, and the others say why", async () => {
    const { desk, view } = await aDesk();
    const note = made(await desk.makeDocument(ORDER.orderId, "deliveryNote", "issue"));
    const [pdf, ubl] = (await view(note.documentId)).files;
    expect(pdf).toEqual({ type: "pdf", problem: "" });
    expect(ubl?.problem).toMatch(/^Delivery notes have no electronic form/);
    expect(await desk.readFile(note.documentId, "ubl")).toBeUndefined();

    const draft = made(await desk.makeDocument(ORDER.orderId, "invoice", "draft"));
    expect((await view(draft.documentId)).files[1]?.problem).toContain(
      "when the document is issued",
    );
    expect(await desk.readFile(draft.documentId, "cii")).toBeUndefined();
    expect(await desk.readFile(draft.documentId, "pdf")).toBeDefined();
  });
});
