import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, describe, expect, it } from "vitest";
import { merchantSettingsSchema, type MerchantSettings } from "#domain/merchant";
import { failed, ok } from "#domain/result";
import { testDatabase } from "../../../../tests/support/database.ts";
import { anOrder } from "../../../../tests/support/orders.ts";
import { startQueue } from "./queue.ts";
import { aDraft, aMerchant, invoiceOf, issueRequest, SETTINGS } from "./test-support.ts";
import { verifyMerchant } from "./verify.ts";

const database = await testDatabase();
const queue = await startQueue(database);
afterAll(() => queue.stop({ graceful: false }));

const READ_AT = "2026-11-21T10:00:00.000Z";
const READ_LATER = "2026-11-21T10:00:00.500Z";

describe("settings", () => {
  it("come back as they were saved", async () => {
    const { store } = await aMerchant(database, queue);
    const settings = merchantSettingsSchema.parse({
      seller: { legalName: "Bakkerij Ada", vatIdentifier: "BE0417497106" },
      language: "fr",
    });
    expect(await store.updateSettings(async () => ok(settings))).toEqual(ok(settings));

    expect(await store.loadSettings()).toEqual(settings);
  });

  it("lose no change of several at once", async () => {
    const { store } = await aMerchant(database, queue);
    const rename = (change: Partial<MerchantSettings["seller"]>) =>
      store.updateSettings(async (current) => {
        await sleep(50);
        return ok({ ...current, seller: { ...current.seller, ...change } });
      });
    await Promise.all([rename({ legalName: "Bakkerij Ada" }), rename({ email: "a@example.com" })]);

    expect((await store.loadSettings()).seller).toMatchObject({
      legalName: "Bakkerij Ada",
      email: "a@example.com",
    });
  });

  it("stay as they are when the change is refused, and hold up no document meanwhile", async () => {
    const merchant = await aMerchant(database, queue);
    const { store } = merchant;
    const problem = { code: "wrong", message: "Another look, please." } as const;
    const refused = await store.updateSettings(async () => {
      await store.issueOnce(issueRequest(merchant, anOrder()));
      return failed(problem);
    });

    expect(refused).toEqual(failed(problem));
    expect(await store.loadSettings()).toEqual(SETTINGS);
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

    expect(await store.listJournals()).toHaveLength(journals.length);
    expect(await statusOf("invoices")).toEqual(fresh);
    await store.issueOnce(issueRequest(merchant, anOrder()));
    expect(await statusOf("invoices")).toMatchObject({ nextNumber: 2, lastNumber: "2026-0001" });
    await store.updateSettings(async (current) => ok({ ...current, journals: others, rules: [] }));
    expect(await statusOf("invoices")).toMatchObject({ issuedCount: 1 });
  });
});

describe("orders", () => {
  it("keep their newest snapshot", async () => {
    const { store, shop } = await aMerchant(database, queue);
    const older = anOrder({ updatedAt: "2026-11-20T10:00:00Z", note: "older" });
    const newer = anOrder({ updatedAt: "2026-11-20T10:00:01+00:00", note: "newer" });
    await store.saveOrder(shop.shopId, older, READ_AT);
    await store.saveOrder(shop.shopId, newer, READ_AT);
    await store.saveOrder(shop.shopId, older, READ_LATER);

    expect(await store.findOrder(shop.shopId, older.orderId)).toEqual(newer);
    expect(await store.findOrder(shop.shopId, "unknown")).toBeUndefined();
  });

  it("keep the later reading of two within the same second", async () => {
    const { store, shop } = await aMerchant(database, queue);
    const before = anOrder({ note: "before" });
    const after = anOrder({ note: "after" });
    await store.saveOrder(shop.shopId, after, READ_LATER);
    await store.saveOrder(shop.shopId, before, READ_AT);

    expect(await store.findOrder(shop.shopId, before.orderId)).toEqual(after);
  });

  it("are known since their reading began, not since they were saved", async () => {
    const { store, shop } = await aMerchant(database, queue);
    const order = anOrder();
    await store.saveOrder(shop.shopId, order, READ_AT);

    expect(await store.findOrder(shop.shopId, order.orderId, READ_AT)).toEqual(order);
    expect(await store.findOrder(shop.shopId, order.orderId, READ_LATER)).toBeUndefined();
  });

  it("keep one snapshot when it arrives many times at once", async () => {
    const { store, shop } = await aMerchant(database, queue);
    await Promise.all(
      Array.from({ length: 10 }, () => store.saveOrder(shop.shopId, anOrder(), READ_AT)),
    );

    expect(await database.prisma.order.count({ where: { shopId: shop.shopId } })).toBe(1);
  });
});

describe("drafts", () => {
  it("are refreshed, once for each cause, and can be discarded", async () => {
    const { store, shop } = await aMerchant(database, queue);
    const cause = invoiceOf({ shop }, anOrder());
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

  it("that were discarded leave a trace without a person, for rules alone", async () => {
    const merchant = await aMerchant(database, queue);
    const { store, shop } = merchant;
    const { orderId } = anOrder();
    const cause = { shopId: shop.shopId, orderId, kind: "invoice", part: "" } as const;
    const request = { cause, journalId: "invoices", draft: aDraft(anOrder({ isPaid: false })) };
    const { documentId } = await store.saveDraft(request);
    await store.discardDraft(documentId);
    await store.markPaid(cause);

    const traces = await store.listDocumentsOfOrders(shop.shopId, [orderId]);
    expect(traces).toMatchObject([{ documentId, kind: "invoice", state: "discarded" }]);
    expect(traces).toMatchObject([{ buyerName: "", recipient: "", isPaid: false }]);
    expect(await store.findDocument(documentId)).toBeUndefined();
    expect(await store.listDocuments({}, { limit: 9 })).toEqual({ rows: [], nextCursor: null });
    expect(await store.countDocuments({})).toBe(0);
    expect(await store.loadStats(traces[0]?.createdAt.slice(0, 7) ?? "")).toMatchObject({
      drafts: 0,
      issuedThisMonth: 0,
      invoicedThisMonth: [],
    });
    await store.issueOnce(issueRequest(merchant, anOrder({ orderId: "another" })));
    expect(await verifyMerchant(database, store.merchantId, async () => undefined)).toEqual([]);
  });

  it("make place for a new one after they were discarded, also for several at once", async () => {
    const { store, shop } = await aMerchant(database, queue);
    const cause = invoiceOf({ shop }, anOrder());
    const request = { cause, journalId: "invoices", draft: aDraft(anOrder()) };
    const discarded = await store.saveDraft(request);
    await store.discardDraft(discarded.documentId);
    const drafts = await Promise.all([1, 2, 3].map(() => store.saveDraft(request)));

    expect(new Set(drafts.map(({ documentId }) => documentId)).size).toBe(1);
    expect(drafts[0]).toMatchObject({ state: "draft", buyerName: "Ada Peeters" });
    expect(await store.countDocuments({ state: "draft" })).toBe(1);
  });

  it("are not confused with issued documents, which are never discarded", async () => {
    const merchant = await aMerchant(database, queue);
    const { summary } = await merchant.store.issueOnce(issueRequest(merchant, anOrder()));

    expect(await merchant.store.discardDraft(summary.documentId)).toBe(false);
    expect(await merchant.store.findByCause({ ...summary })).toEqual(summary);
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
      recipient: "books@example.com",
      requestId: "click-1",
    };
    const deliveries = await Promise.all([1, 2, 3].map(() => store.addDelivery(request)));

    expect(new Set(deliveries.map(({ deliveryId }) => deliveryId)).size).toBe(1);
    expect((await queue.counts())["deliver-document"].waiting).toBe(before + 1);
    expect(await store.findByCause({ ...summary })).toMatchObject({
      delivery: "waiting",
      recipient: "ada@example.com", // a typed address belongs to its delivery
    });
    expect(deliveries[0]).toMatchObject({ recipient: "books@example.com", state: "waiting" });
  });

  it.each([
    ["another try", "2026-11-21T10:05:00.000Z"],
    ["an end", null],
  ])("that were sent stay sent when a late failure asks for %s", async (_, retryAt) => {
    const merchant = await aMerchant(database, queue);
    const { store } = merchant;
    const { summary } = await store.issueOnce(
      issueRequest(merchant, anOrder(), { sendTo: "a@example.com" }),
    );
    const [{ deliveryId } = { deliveryId: "" }] = await store.listDeliveries(summary.documentId);
    const before = (await queue.counts())["deliver-document"].waiting;
    await store.recordAttempt(deliveryId, { sent: true, at: READ_AT, subject: "Factuur" });
    const late = { sent: false, at: READ_LATER, problem: "timed out", retryAt } as const;
    await store.recordAttempt(deliveryId, late);

    expect(await store.findDelivery(deliveryId)).toMatchObject({ state: "sent", attempts: 1 });
    expect(await store.findByCause({ ...summary })).toMatchObject({ delivery: "sent" });
    const timeline = await store.listTimeline(summary.documentId);
    expect(timeline.map(({ type }) => type)).toEqual(["issued", "queued", "sent"]);
    expect((await queue.counts())["deliver-document"].waiting).toBe(before);
  });

  it("that were given up are sent after all when the mail did leave", async () => {
    const merchant = await aMerchant(database, queue);
    const { store } = merchant;
    const { summary } = await store.issueOnce(
      issueRequest(merchant, anOrder(), { sendTo: "a@example.com" }),
    );
    const [{ deliveryId } = { deliveryId: "" }] = await store.listDeliveries(summary.documentId);
    const end = { sent: false, at: READ_AT, problem: "timed out", retryAt: null } as const;
    await store.recordAttempt(deliveryId, end);
    await store.recordAttempt(deliveryId, { sent: true, at: READ_LATER, subject: "Factuur" });

    expect(await store.findDelivery(deliveryId)).toMatchObject({ state: "sent", lastProblem: "" });
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
    const second = { ...artefact, fileKey: "b.pdf", sha256: "1".repeat(64) };
    expect(await store.saveArtefact(artefact)).toEqual(artefact);
    expect(await store.saveArtefact(second)).toEqual(artefact); // the first one wins

    expect(await store.findArtefact(documentId, "pdf")).toEqual(artefact);
    expect((await store.listTimeline(documentId)).map(({ type }) => type)).toEqual([
      "issued",
      "rendered",
    ]);
  });
});
