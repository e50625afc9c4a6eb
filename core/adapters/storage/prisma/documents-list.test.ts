import { afterAll, describe, expect, it } from "vitest";
import type { MerchantStore } from "#domain/workflows";
import { testDatabase } from "../../../../tests/support/database.ts";
import { anOrder } from "../../../../tests/support/orders.ts";
import { startQueue } from "./queue.ts";
import { aDraft, aMerchant, issueRequest, type TestMerchant } from "./test-support.ts";

const database = await testDatabase();
const queue = await startQueue(database);
afterAll(() => queue.stop({ graceful: false }));

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
    const cause = { shopId: shop.shopId, orderId: orderOf(9).orderId, kind: "invoice" } as const;
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
