import { afterAll, describe, expect, it } from "vitest";
import { testDatabase } from "../../../../tests/support/database.ts";
import { aLine, anOrder } from "../../../../tests/support/orders.ts";
import { inbox } from "./inbox.ts";
import { privacyStore } from "./privacy-store.ts";
import { startQueue } from "./queue.ts";
import { aDraft, aMerchant, issueRequest, JOURNAL } from "./test-support.ts";
import { verifyMerchant } from "./verify.ts";

const database = await testDatabase();
const queue = await startQueue(database);
afterAll(() => queue.stop({ graceful: false }));

const CONFIRMATIONS = { ...JOURNAL, journalId: "confirmations", pattern: "OC{year}-{number:4}" };
const LAW = "Belgian law keeps it for ten years (art. 60 W.Btw / Code TVA)";
const order = (id: number, email: string) =>
  anOrder({
    orderId: `gid://shopify/Order/${id}`,
    orderNumber: `#${id}`,
    note: "ring twice",
    lines: [aLine({ options: ["Engraving: Ada"] })],
    buyer: { ...anOrder().buyer, email },
  });

/** Ada ordered 501 (invoice, confirmation sent, draft note) and Bob 502 (confirmation). */
async function twoCustomers() {
  const merchant = await aMerchant(database, queue);
  const { store, shop } = merchant;
  const { shopId } = shop;
  const ada = order(501, "Ada@example.com");
  const bob = order(502, "bob@example.com");
  await store.saveOrder(shopId, ada, "2026-11-21T10:00:00.000Z");
  await store.saveOrder(shopId, bob, "2026-11-21T10:00:00.000Z");
  const invoice = await store.issueOnce(issueRequest(merchant, ada));
  const confirm = { kind: "orderConfirmation", journal: CONFIRMATIONS } as const;
  const sendTo = "ada@example.com";
  const confirmation = await store.issueOnce(issueRequest(merchant, ada, { ...confirm, sendTo }));
  const bobs = await store.issueOnce(issueRequest(merchant, bob, confirm));
  const cause = { shopId, orderId: ada.orderId, kind: "deliveryNote", part: "" } as const;
  await store.saveDraft({ cause, journalId: "delivery-notes", draft: aDraft(ada, "deliveryNote") });
  const { documentId } = confirmation.summary;
  const file = { type: "pdf", sha256: "0", byteLength: 1 } as const;
  await store.saveArtefact({ ...file, documentId, fileKey: "confirmation.pdf" });
  await store.saveArtefact({
    ...file,
    documentId: invoice.summary.documentId,
    fileKey: "invoice.pdf",
  });
  const events = inbox(database, queue);
  const payloads = [{ id: 501 }, { id: 502 }, { customer: { email: "Ada@example.com" } }];
  for (const [index, payload] of payloads.entries()) {
    const event = {
      shopId,
      topic: "orders/paid",
      webhookId: "w",
      triggeredAt: "2026-11-21T10:00:00Z",
    };
    await events.receive({ ...event, eventId: `${index}`, payload });
  }
  await database.prisma.inboundEvent.updateMany({ where: { shopId }, data: { state: "failed" } });
  const privacy = privacyStore(database, store.merchantId);
  return {
    ...merchant,
    privacy,
    invoice,
    confirmation,
    bobs,
    customer: { shopId, email: "ada@example.com", orderIds: [] },
  };
}

const payloadsOf = async (shopId: string) => {
  const events = await database.prisma.inboundEvent.findMany({
    where: { shopId },
    orderBy: { eventId: "asc" },
  });
  return events.map(({ payload }) => payload);
};

describe("the redaction of a customer", () => {
  it("removes what no law keeps, keeps what it must, and says so", async () => {
    const { store, shop, privacy, customer, ...made } = await twoCustomers();
    const { report, fileKeys } = await privacy.redactCustomer({
      ...customer,
      email: "Ada@example.com",
    });

    expect(report).toEqual({
      type: "customerRedaction",
      subject: "the customer of gid://shopify/Order/501",
      redacted: ["1 order", "2 events", "1 draft", "orderConfirmation OC2026-0001"],
      kept: [`invoice 2026-0001: ${LAW}`],
    });
    expect(fileKeys).toEqual(["confirmation.pdf"]);
    expect(await store.findOrder(shop.shopId, "gid://shopify/Order/501")).toMatchObject({
      orderNumber: "#501",
      total: "12.10",
      note: "",
      buyer: { name: "", email: "", address: null },
      lines: [{ itemName: "Mug", options: [] }],
    });
    expect(await payloadsOf(shop.shopId)).toEqual([null, { id: 502 }, null]);

    const { documentId } = made.confirmation.summary;
    expect(await store.findDocument(documentId)).toMatchObject({
      state: "redacted",
      summary: { number: "OC2026-0001", buyerName: "", recipient: "", delivery: null },
    });
    expect(await store.listDeliveries(documentId)).toMatchObject([{ recipient: "" }]);
    const timeline = await store.listTimeline(documentId);
    expect(timeline.map(({ type, detail }) => [type, detail])).toEqual([
      ["issued", ""],
      ["queued", ""],
      ["rendered", ""],
      ["redacted", ""],
    ]);
    expect(await store.countDocuments({ search: "ada@" })).toBe(1);
    expect(await store.findDocument(made.invoice.summary.documentId)).toEqual(made.invoice);
    expect(await store.findDocument(made.bobs.summary.documentId)).toEqual(made.bobs);
    const readFile = async () => undefined;
    const findings = await verifyMerchant(database, store.merchantId, readFile);
    expect(findings.map(({ message }) => message)).toEqual(["2026-0001 has no file invoice.pdf"]);
  });

  it("can be repeated, hands the files out again, and never issues again", async () => {
    const { privacy, customer, store, shop } = await twoCustomers();
    const orderIds = ["gid://shopify/Order/501"];
    await privacy.redactCustomer({ ...customer, email: "", orderIds });
    const { report, fileKeys } = await privacy.redactCustomer({ ...customer, orderIds });

    expect(report.redacted).toEqual(["1 event"]); // found by its e-mail address, which the first run was not given
    expect(fileKeys).toEqual(["confirmation.pdf"]);
    const again = issueRequest({ shop }, order(501, ""), {
      kind: "orderConfirmation",
      journal: CONFIRMATIONS,
    });
    await expect(store.issueOnce(again)).rejects.toThrow("OC2026-0001 was redacted");
    expect(
      (await store.listJournals()).find(({ journalId }) => journalId === "confirmations"),
    ).toMatchObject({
      nextNumber: 3,
    });
  });

  it("does nothing to another merchant's customers", async () => {
    const { store, shop, customer, confirmation } = await twoCustomers();
    const { store: stranger } = await aMerchant(database, queue);
    const privacy = privacyStore(database, stranger.merchantId);
    const request = { ...customer, orderIds: ["gid://shopify/Order/501"] };

    expect(await privacy.collectCustomer(request)).toEqual({
      orders: [],
      documents: [],
      vatChecks: [],
      deliveries: [],
    });
    const { report, fileKeys } = await privacy.redactCustomer(request);
    expect([report.redacted, report.kept, fileKeys]).toEqual([[], [], []]);
    expect((await privacy.redactShop(shop.shopId)).report.redacted).toEqual([]);
    expect(await store.findDocument(confirmation.summary.documentId)).toEqual(confirmation);
  });
});

describe("the redaction of a business", () => {
  const VAT_IDENTIFIER = "BE0417497106";
  const check = {
    vatIdentifier: VAT_IDENTIFIER,
    state: "valid",
    checkedAt: "2026-11-21T10:00:00.000Z",
    consultationNumber: "",
    name: "Ada Peeters",
  } as const;

  /** A business ordered, and was refunded something for a reason that names it. */
  async function aBusiness() {
    const merchant = await aMerchant(database, queue);
    const { store, shop } = merchant;
    const refund = {
      refundId: "r1",
      createdAt: "2026-11-21T10:00:00Z",
      reason: "Ada was ill",
      lines: [],
      charges: [],
      totalRefunded: "1.00",
      keptAmount: "0",
      method: "",
    };
    const placed = {
      ...order(7, "ada@example.com"),
      buyer: {
        ...order(7, "ada@example.com").buyer,
        vatIdentifier: VAT_IDENTIFIER,
        enterpriseNumber: "0417497106",
        electronicAddress: { scheme: "0208", value: "0417497106" },
      },
      purchaseOrder: "Ada 7",
      refunds: [refund],
    };
    await store.saveOrder(shop.shopId, placed, "2026-11-21T10:00:00.000Z");
    await store.saveVatCheck(check);
    const privacy = privacyStore(database, store.merchantId);
    const customer = { shopId: shop.shopId, email: "ada@example.com", orderIds: [] };
    return { ...merchant, placed, privacy, customer };
  }

  it("removes its numbers, its references and the answers about it", async () => {
    const { store, shop, privacy, customer, placed } = await aBusiness();
    const { store: stranger } = await aMerchant(database, queue);
    await stranger.saveVatCheck(check);
    expect(await privacy.collectCustomer(customer)).toMatchObject({
      vatChecks: [{ vatIdentifier: VAT_IDENTIFIER, state: "valid", name: "Ada Peeters" }],
    });
    const { report } = await privacy.redactCustomer(customer);

    expect(report.redacted).toEqual(["1 order", "1 VAT check"]);
    expect(await store.findVatCheck(VAT_IDENTIFIER)).toBeUndefined();
    expect(await stranger.findVatCheck(VAT_IDENTIFIER)).toEqual(check);
    expect(await store.findOrder(shop.shopId, placed.orderId)).toMatchObject({
      buyer: { vatIdentifier: "", enterpriseNumber: "", electronicAddress: null },
      purchaseOrder: "",
      refunds: [{ refundId: "r1", reason: "", totalRefunded: "1.00" }],
    });
  });

  it("keeps invoice and credit note with the answers that prove them, and no pro forma", async () => {
    const { store, shop, privacy, customer, placed } = await aBusiness();
    const journal = (letters: string) => ({
      ...JOURNAL,
      journalId: letters.toLowerCase(),
      pattern: `${letters}{year}-{number:4}`,
    });
    const merchant = { shop };
    await store.issueOnce(issueRequest(merchant, placed));
    for (const [kind, letters] of [
      ["creditNote", "CN"],
      ["proforma", "PF"],
    ] as const) {
      await store.issueOnce(issueRequest(merchant, placed, { kind, journal: journal(letters) }));
    }
    const { report } = await privacy.redactCustomer(customer);

    expect(report.redacted).toEqual(["1 order", "proforma PF2026-0001"]);
    expect(report.kept).toEqual([`invoice 2026-0001: ${LAW}`, `creditNote CN2026-0001: ${LAW}`]);
    expect(await store.findVatCheck(VAT_IDENTIFIER)).toEqual(check);
  });
});

describe("the redaction of a shop", () => {
  it("covers all of its customers", async () => {
    const { privacy, shop } = await twoCustomers();
    const { report } = await privacy.redactShop(shop.shopId);

    expect(report.redacted).toEqual([
      "2 orders",
      "3 events",
      "1 draft",
      "orderConfirmation OC2026-0001, OC2026-0002",
    ]);
    expect(report.kept).toEqual([`invoice 2026-0001: ${LAW}`]);
    expect(await payloadsOf(shop.shopId)).toEqual([null, null, null]);
  });
});

describe("the export of a customer", () => {
  it("holds orders, documents and deliveries, and is kept with its report", async () => {
    const { privacy, store, shop, customer } = await twoCustomers();
    const collected = await privacy.collectCustomer(customer);

    expect(collected).toMatchObject({
      orders: [{ orderId: "gid://shopify/Order/501", note: "ring twice" }],
      documents: [
        { kind: "invoice" },
        { kind: "orderConfirmation" },
        { kind: "deliveryNote", state: "draft" },
      ],
      deliveries: [{ recipient: "ada@example.com", state: "waiting" }],
    });
    const report = {
      type: "customerExport",
      subject: "ada@example.com",
      redacted: [],
      kept: [],
    } as const;
    await privacy.saveReport(report, collected);
    const saved = await database.prisma.privacyReport.findFirstOrThrow({
      where: { merchantId: store.merchantId },
    });
    expect(saved.exported).toMatchObject({ orders: [{ orderNumber: "#501" }] });
    expect(await privacy.listReports()).toMatchObject([
      { type: "customerExport", subject: "ada@example.com" },
    ]);

    await privacy.redactShop(shop.shopId);
    expect(await privacy.listReports()).toMatchObject([
      { subject: "a customer who was redacted", exported: null },
    ]);
  });
});
