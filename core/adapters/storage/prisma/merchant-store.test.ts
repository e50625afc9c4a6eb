import { afterAll, describe, expect, it } from "vitest";
import { merchantSettingsSchema } from "#domain/merchant";
import { testDatabase } from "../../../../tests/support/database.ts";
import { anOrder } from "../../../../tests/support/orders.ts";
import { startQueue } from "./queue.ts";
import { aDraft, aMerchant, issueRequest, SETTINGS } from "./test-support.ts";

const database = await testDatabase();
const queue = await startQueue(database);
afterAll(() => queue.stop({ graceful: false }));

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
