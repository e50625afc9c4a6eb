import { afterAll, describe, expect, it } from "vitest";
import type { DocumentKind } from "#domain/merchant";
import type { MerchantStore } from "#domain/workflows";
import { testDatabase } from "../../../../tests/support/database.ts";
import { aLine, anOrder } from "../../../../tests/support/orders.ts";
import { startQueue } from "./queue.ts";
import { aDraft, aMerchant, invoiceOf, issueRequest, type TestMerchant } from "./test-support.ts";

const database = await testDatabase();
const queue = await startQueue(database);
afterAll(() => queue.stop({ graceful: false }));

const vat = (amount: string) => ({ title: "BTW", ratePercent: "21", amount });
const orderOf = (position: number, buyerName = "Ada Peeters") =>
  anOrder({
    orderId: `gid://shopify/Order/${position}`,
    orderNumber: `#${1000 + position}`,
    buyer: { ...anOrder().buyer, name: buyerName, email: `${buyerName.split(" ")[0]}@Example.com` },
  });

describe("lists", () => {
  async function aFullMerchant(): Promise<TestMerchant> {
    const merchant = await aMerchant(database, queue);
    const { store, shop } = merchant;
    const names = ["Ada Peeters", "Bob 100%", "Cléo_x", "Dirk \\o/", "Ada Janssens"];
    for (const [index, name] of names.entries()) {
      const sendTo = index === 1 ? "books@example.com" : null;
      await store.issueOnce(issueRequest(merchant, orderOf(index, name), { sendTo }));
    }
    const draft = aDraft({ ...orderOf(9), isPaid: false });
    const cause = invoiceOf({ shop }, orderOf(9));
    await store.saveDraft({ cause, journalId: "invoices", draft });
    return merchant;
  }
  const numbersOf = async (
    store: MerchantStore,
    filter: Parameters<MerchantStore["listDocuments"]>[0],
  ) => {
    const { rows } = await store.listDocuments(filter, { limit: 50 });
    expect(await store.countDocuments(filter)).toBe(rows.length);
    return rows.map(({ number }) => number.slice(-1));
  };

  it("show the newest first, page by page", async () => {
    const { store } = await aFullMerchant();
    const first = await store.listDocuments({}, { limit: 4 });
    const second = await store.listDocuments({}, { limit: 4, cursor: first.nextCursor ?? "" });

    expect(first.rows.map(({ number }) => number)).toEqual([
      "",
      "2026-0005",
      "2026-0004",
      "2026-0003",
    ]);
    expect(second.rows.map(({ number }) => number)).toEqual(["2026-0002", "2026-0001"]);
    expect(second.nextCursor).toBeNull();
    expect((await store.listDocuments({}, { limit: 6 })).nextCursor).toBeNull();
    expect((await store.listDocuments({}, { limit: 9, cursor: "'; DROP" })).rows).toHaveLength(6);
  });

  it("search number, order, buyer and address, and take every character as it is", async () => {
    const { store } = await aFullMerchant();

    expect(await numbersOf(store, { search: "ADA" })).toEqual(["", "5", "1"]);
    expect(await numbersOf(store, { search: " ada  jans" })).toEqual(["5"]);
    expect(await numbersOf(store, { search: "2026-0003" })).toEqual(["3"]);
    expect(await numbersOf(store, { search: "#1001" })).toEqual(["2"]);
    expect(await numbersOf(store, { search: "bob@example" })).toEqual(["2"]);
    expect(await numbersOf(store, { search: "%" })).toEqual(["2"]);
    expect(await numbersOf(store, { search: "_" })).toEqual(["3"]);
    expect(await numbersOf(store, { search: "\\" })).toEqual(["4"]);
    expect(await numbersOf(store, { search: "clÉo" })).toEqual(["3"]);
    expect(await numbersOf(store, { search: "\0" })).toHaveLength(6);
  });

  it("filter by state, kind, delivery, payment and date", async () => {
    const { store } = await aFullMerchant();

    expect(await numbersOf(store, { state: "draft" })).toEqual([""]);
    expect(await numbersOf(store, { state: "issued", search: "ada" })).toEqual(["5", "1"]);
    expect(await numbersOf(store, { kind: "receipt" })).toEqual([]);
    expect(await numbersOf(store, { delivery: "waiting" })).toEqual(["2"]);
    expect(await numbersOf(store, { delivery: "none", state: "issued" })).toHaveLength(4);
    expect(await numbersOf(store, { isPaid: false })).toEqual([""]);
    expect(
      await numbersOf(store, { state: "issued", fromDate: "2026-11-21", toDate: "2026-11-21" }),
    ).toHaveLength(5);
    expect(await numbersOf(store, { state: "issued", toDate: "2026-11-20" })).toEqual([]);
  });

  it("find the documents of orders, and mark them paid once", async () => {
    const { store, shop } = await aFullMerchant();
    const { orderId } = orderOf(9);
    await store.markPaid({ shopId: shop.shopId, orderId });
    await store.markPaid({ shopId: shop.shopId, orderId });
    const documents = await store.listDocumentsOfOrders(shop.shopId, [orderId, orderOf(0).orderId]);

    expect(documents.map(({ isPaid, state }) => [isPaid, state])).toEqual([
      [true, "draft"],
      [true, "issued"],
    ]);
    const timeline = await store.listTimeline(documents[0]?.documentId ?? "");
    expect(timeline.map(({ type }) => type)).toEqual(["drafted", "paid"]);
  });

  it("show an order's documents with their content, oldest first, discarded drafts left out", async () => {
    const merchant = await aMerchant(database, queue);
    const { store, shop } = merchant;
    const order = orderOf(1);
    const ofKind = (kind: DocumentKind, part = "") => issueRequest(merchant, order, { kind, part });
    const draft = await store.saveDraft(ofKind("invoice"));
    const discarded = await store.saveDraft(ofKind("receipt"));
    await store.discardDraft(discarded.documentId);
    const confirmation = await store.issueOnce(ofKind("orderConfirmation"));
    const note = await store.saveDraft(ofKind("creditNote", "refund:7"));
    const invoice = await store.issueOnce(ofKind("invoice"));
    await database.pool.query(
      `UPDATE "Document" SET "state" = 'redacted', "content" = NULL WHERE "id" = $1`,
      [confirmation.summary.documentId],
    );
    await store.issueOnce(issueRequest(merchant, orderOf(2)));
    const documents = await store.findDocumentsOfOrder(shop.shopId, order.orderId);

    expect(invoice.summary.documentId).toBe(draft.documentId);
    expect(documents.map(({ state, summary }) => [summary.kind, summary.part, state])).toEqual([
      ["invoice", "", "issued"],
      ["orderConfirmation", "", "redacted"],
      ["creditNote", "refund:7", "draft"],
    ]);
    expect(documents[0]).toEqual(invoice);
    expect(documents[2]).toMatchObject({ summary: note, draft: { kind: "creditNote" } });
    expect(await store.findDocumentsOfOrder(shop.shopId, "unknown")).toEqual([]);
  });

  it("leave credit notes out when an order is marked paid", async () => {
    const merchant = await aMerchant(database, queue);
    const { store, shop } = merchant;
    const order = { ...orderOf(1), isPaid: false };
    await store.issueOnce(issueRequest(merchant, order));
    await store.issueOnce(issueRequest(merchant, order, { kind: "creditNote", part: "edit:1" }));
    await store.markPaid({ shopId: shop.shopId, orderId: order.orderId });

    const documents = await store.listDocumentsOfOrders(shop.shopId, [order.orderId]);
    expect(documents.map(({ kind, isPaid }) => [kind, isPaid])).toEqual([
      ["creditNote", false],
      ["invoice", true],
    ]);
  });

  it("count what was invoiced less what was credited, in each currency", async () => {
    const merchant = await aMerchant(database, queue);
    const { store } = merchant;
    const line = aLine({ unitPrice: "2.42", taxes: [vat("0.42")] });
    const partly = anOrder({ lines: [line], total: "2.42", paidAmount: "2.42" });
    const dollars = anOrder({ orderId: "usd", currency: "USD" });
    const credit = { kind: "creditNote", part: "refund:1" } as const;
    await store.issueOnce(issueRequest(merchant, anOrder()));
    await store.issueOnce(issueRequest(merchant, partly, credit));
    await store.issueOnce(issueRequest(merchant, dollars, credit));
    await store.issueOnce(issueRequest(merchant, anOrder(), { kind: "receipt" }));

    expect(await store.loadStats("2026-11")).toMatchObject({
      issuedThisMonth: 4,
      invoicedThisMonth: [
        { currency: "EUR", total: "9.68" },
        { currency: "USD", total: "-12.10" },
      ],
    });
  });

  it("count a month in the merchant's own time", async () => {
    const { store } = await aFullMerchant();
    const { rows } = await store.listDocuments({ delivery: "waiting" }, { limit: 1 });
    const [delivery] = await store.listDeliveries(rows[0]?.documentId ?? "");
    const at = "2026-11-30T23:30:00.000Z"; // half past midnight on 1 December in Brussels
    await store.recordAttempt(delivery?.deliveryId ?? "", { sent: true, at, subject: "x" });

    expect(await store.loadStats("2026-11")).toEqual({
      drafts: 1,
      failedDeliveries: 0,
      issuedThisMonth: 5,
      sentThisMonth: 0,
      invoicedThisMonth: [{ currency: "EUR", total: "60.50" }],
    });
    expect(await store.loadStats("2026-12")).toMatchObject({
      issuedThisMonth: 0,
      sentThisMonth: 1,
    });
  });
});
