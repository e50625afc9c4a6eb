import { afterAll, describe, expect, it } from "vitest";
import { merchantSettingsSchema } from "#domain/merchant";
import type { MerchantStore } from "#domain/workflows";
import { testDatabase } from "../../../../tests/support/database.ts";
import { anOrder } from "../../../../tests/support/orders.ts";
import { startQueue } from "./queue.ts";
import { aDraft, aMerchant, issueRequest, SETTINGS, type TestMerchant } from "./test-support.ts";

const database = await testDatabase();
const queue = await startQueue(database);
afterAll(() => queue.stop({ graceful: false }));

const orderOf = (position: number, buyerName = "Ada Peeters") =>
  anOrder({
    orderId: `gid://shopify/Order/${position}`,
    orderNumber: `#${1000 + position}`,
    buyer: { ...anOrder().buyer, name: buyerName, email: `${buyerName.split(" ")[0]}@Example.com` },
  });

describe("settings", () => {
  it("come back as they were saved", async () => {
    const { store } = await aMerchant(database, queue);
    const settings = merchantSettingsSchema.parse({
      seller: { legalName: "Bakkerij Ada", vatIdentifier: "BE0417497106" },
      language: "fr",
    });
    await store.saveSettings(settings);

    expect(await store.loadSettings()).toEqual(settings);
  });

  it("have their defaults where nothing was saved", async () => {
    const { store } = await aMerchant(database, queue);
    await database.prisma.merchant.update({
      where: { id: store.merchantId },
      data: { settings: {} },
    });

    expect(await store.loadSettings()).toEqual(SETTINGS);
  });

  it("say where a journal starts, until it has issued something", async () => {
    const [invoices, ...others] = SETTINGS.journals;
    const journals = [...(invoices ? [{ ...invoices, startNumber: 77 }] : []), ...others];
    const merchant = await aMerchant(database, queue, { ...SETTINGS, journals });
    const { store } = merchant;
    const statusOf = async (journalId: string) =>
      (await store.listJournals()).find((each) => each.journalId === journalId);
    const fresh = { journalId: "invoices", nextNumber: 77, issuedCount: 0, lastNumber: "" };

    expect(await store.listJournals()).toHaveLength(4);
    expect(await statusOf("invoices")).toEqual(fresh);
    await store.issueOnce(issueRequest(merchant, anOrder()));
    expect(await statusOf("invoices")).toMatchObject({ nextNumber: 2, lastNumber: "2026-0001" });
    await store.saveSettings({ ...SETTINGS, journals: others, rules: [] });
    expect(await statusOf("invoices")).toMatchObject({ issuedCount: 1 });
  });
});

describe("orders", () => {
  it("keep their newest snapshot", async () => {
    const { store, shop } = await aMerchant(database, queue);
    const older = anOrder({ updatedAt: "2026-11-20T10:00:00Z", note: "older" });
    const newer = anOrder({ updatedAt: "2026-11-20T10:00:01+00:00", note: "newer" });
    await store.saveOrder(shop.shopId, older);
    await store.saveOrder(shop.shopId, newer);
    await store.saveOrder(shop.shopId, older);

    expect(await store.findOrder(shop.shopId, older.orderId)).toEqual(newer);
    expect(await store.findOrder(shop.shopId, "unknown")).toBeUndefined();
  });

  it("keep one snapshot when it arrives many times at once", async () => {
    const { store, shop } = await aMerchant(database, queue);
    await Promise.all(Array.from({ length: 10 }, () => store.saveOrder(shop.shopId, anOrder())));

    expect(await database.prisma.order.count({ where: { shopId: shop.shopId } })).toBe(1);
  });
});

describe("drafts", () => {
  it("are refreshed, once for each cause, and can be discarded", async () => {
    const { store, shop } = await aMerchant(database, queue);
    const cause = { shopId: shop.shopId, orderId: anOrder().orderId, kind: "invoice" } as const;
    const save = (name: string) =>
      store.saveDraft({
        cause,
        journalId: "invoices",
        draft: aDraft(anOrder({ buyer: { ...anOrder().buyer, name } })),
      });
    await Promise.all(["A", "B", "C"].map(save));
    const draft = await save("D");

    expect(draft).toMatchObject({ number: "", issueDate: null, buyerName: "D", state: "draft" });
    expect(await store.countDocuments({})).toBe(1);
    expect(await store.listTimeline(draft.documentId)).toMatchObject([{ type: "drafted" }]);
    expect(await store.findDocument(draft.documentId)).toMatchObject({ draft: { isPaid: true } });
    expect(await store.discardDraft(draft.documentId)).toBe(true);
    expect(await store.discardDraft(draft.documentId)).toBe(false);
    expect(await store.findByCause(cause)).toBeUndefined();
  });

  it("are not confused with issued documents, which are never discarded", async () => {
    const merchant = await aMerchant(database, queue);
    const { summary } = await merchant.store.issueOnce(issueRequest(merchant, anOrder()));

    expect(await merchant.store.discardDraft(summary.documentId)).toBe(false);
    expect(await merchant.store.findByCause({ ...summary })).toEqual(summary);
  });
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

describe("deliveries", () => {
  it("are added once for one request, with their job", async () => {
    const merchant = await aMerchant(database, queue);
    const { store } = merchant;
    const { summary } = await store.issueOnce(issueRequest(merchant, anOrder()));
    const before = (await queue.counts())["deliver-document"].waiting;
    const request = {
      documentId: summary.documentId,
      recipient: "a@example.com",
      requestId: "click-1",
    };
    const deliveries = await Promise.all([1, 2, 3].map(() => store.addDelivery(request)));

    expect(new Set(deliveries.map(({ deliveryId }) => deliveryId)).size).toBe(1);
    expect((await queue.counts())["deliver-document"].waiting).toBe(before + 1);
    expect(await store.findByCause({ ...summary })).toMatchObject({
      delivery: "waiting",
      recipient: "a@example.com",
    });
  });

  it("remember each attempt, plan the next and settle in the end", async () => {
    const merchant = await aMerchant(database, queue);
    const { store } = merchant;
    const { summary } = await store.issueOnce(
      issueRequest(merchant, anOrder(), { sendTo: "a@example.com" }),
    );
    const [{ deliveryId } = { deliveryId: "" }] = await store.listDeliveries(summary.documentId);
    const before = (await queue.counts())["deliver-document"].waiting;
    const at = "2026-11-21T10:00:00.000Z";
    const retryAt = "2026-11-21T10:05:00.000Z";
    await store.recordAttempt(deliveryId, { sent: false, at, problem: "mailbox full", retryAt });

    expect(await store.findDelivery(deliveryId)).toMatchObject({
      state: "waiting",
      attempts: 1,
      nextAttemptAt: retryAt,
      lastProblem: "mailbox full",
    });
    expect((await queue.counts())["deliver-document"].waiting).toBe(before + 1);

    await store.recordAttempt(deliveryId, {
      sent: false,
      at,
      problem: "no such user",
      retryAt: null,
    });
    expect(await store.findByCause({ ...summary })).toMatchObject({
      delivery: "failed",
      sentAt: null,
    });
    expect(await store.loadStats("2026-11")).toMatchObject({ failedDeliveries: 1 });

    const again = await store.addDelivery({
      documentId: summary.documentId,
      recipient: "b@example.com",
      requestId: "2",
    });
    await store.recordAttempt(again.deliveryId, { sent: true, at, subject: "Factuur 2026-0001" });
    expect(await store.findDelivery(again.deliveryId)).toMatchObject({
      state: "sent",
      sentAt: at,
      subject: "Factuur 2026-0001",
    });
    expect(await store.findByCause({ ...summary })).toMatchObject({ delivery: "sent", sentAt: at });
    const timeline = await store.listTimeline(summary.documentId);
    expect(timeline.map(({ type }) => type)).toEqual([
      "issued",
      "queued",
      "sendingFailed",
      "sendingFailed",
      "queued",
      "sent",
    ]);
  });

  it("keep the file's facts of an artefact", async () => {
    const merchant = await aMerchant(database, queue);
    const { store } = merchant;
    const { summary } = await store.issueOnce(issueRequest(merchant, anOrder()));
    const { documentId } = summary;
    const artefact = {
      documentId,
      type: "pdf",
      fileKey: "a.pdf",
      sha256: "0".repeat(64),
      byteLength: 9,
    } as const;
    await store.saveArtefact(artefact);
    await store.saveArtefact(artefact);

    expect(await store.findArtefact(documentId, "pdf")).toEqual(artefact);
    expect((await store.listTimeline(documentId)).map(({ type }) => type)).toEqual([
      "issued",
      "rendered",
    ]);
  });
});

describe("another merchant", () => {
  it("finds and changes nothing, whatever it asks for", async () => {
    const owner = await aMerchant(database, queue);
    const { store: stranger } = await aMerchant(database, queue);
    const { shopId } = owner.shop;
    await owner.store.saveOrder(shopId, anOrder());
    const { summary } = await owner.store.issueOnce(
      issueRequest(owner, anOrder(), { sendTo: "a@example.com" }),
    );
    const { documentId } = summary;
    const file = { documentId, type: "pdf", fileKey: "a", sha256: "", byteLength: 0 } as const;
    await owner.store.saveArtefact(file);
    const [{ deliveryId } = { deliveryId: "" }] = await owner.store.listDeliveries(documentId);
    const order = orderOf(2);
    const draft = {
      cause: { shopId, orderId: order.orderId, kind: "invoice" } as const,
      journalId: "invoices",
      draft: aDraft(order),
    };
    const ownDraft = await owner.store.saveDraft(draft);

    expect(await stranger.listShops()).not.toContainEqual(owner.shop);
    expect(await stranger.findOrder(shopId, anOrder().orderId)).toBeUndefined();
    expect(await stranger.findDocument(documentId)).toBeUndefined();
    expect(await stranger.findByCause({ ...summary })).toBeUndefined();
    expect((await stranger.listDocuments({}, { limit: 9 })).rows).toEqual([]);
    expect(await stranger.listDocumentsOfOrders(shopId, [summary.orderId])).toEqual([]);
    expect(await stranger.countDocuments({})).toBe(0);
    expect(await stranger.loadStats("2026-11")).toMatchObject({
      drafts: 0,
      issuedThisMonth: 0,
      invoicedThisMonth: [],
    });
    expect((await stranger.listJournals()).every(({ issuedCount }) => issuedCount === 0)).toBe(
      true,
    );
    expect(await stranger.discardDraft(ownDraft.documentId)).toBe(false);
    expect(await stranger.findArtefact(documentId, "pdf")).toBeUndefined();
    expect(await stranger.findDelivery(deliveryId)).toBeUndefined();
    expect(await stranger.listDeliveries(documentId)).toEqual([]);
    expect(await stranger.listTimeline(documentId)).toEqual([]);
    await stranger.markPaid({ shopId, orderId: order.orderId });

    const request = { documentId, recipient: "thief@example.com", requestId: "1" };
    await expect(stranger.saveOrder(shopId, orderOf(5))).rejects.toThrow("Foreign key");
    await expect(
      stranger.saveDraft({ ...draft, cause: { ...draft.cause, orderId: "x" } }),
    ).rejects.toThrow("Foreign key");
    await expect(stranger.issueOnce(issueRequest(owner, orderOf(5)))).rejects.toThrow(
      "foreign key",
    );
    await expect(stranger.issueOnce(issueRequest(owner, anOrder()))).rejects.toThrow("foreign key");
    await expect(stranger.addDelivery(request)).rejects.toThrow("Foreign key");
    await expect(stranger.addTimeline(documentId, "downloaded", "")).rejects.toThrow("Foreign key");
    const attempt = { sent: true, at: "2026-11-21T10:00:00Z", subject: "" } as const;
    await expect(stranger.recordAttempt(deliveryId, attempt)).rejects.toThrow("not found");
    await stranger.saveArtefact({ ...file, fileKey: "stolen" });

    expect(await owner.store.findArtefact(documentId, "pdf")).toEqual(file);
    expect(await owner.store.findDelivery(deliveryId)).toMatchObject({
      state: "waiting",
      attempts: 0,
    });
    expect(await owner.store.listDeliveries(documentId)).toHaveLength(1);
    expect(await owner.store.findDocument(documentId)).toMatchObject({ state: "issued" });
  });
});
