import { afterAll, describe, expect, it } from "vitest";
import { testDatabase } from "../../../../tests/support/database.ts";
import { anOrder } from "../../../../tests/support/orders.ts";
import { startQueue } from "./queue.ts";
import { aDraft, aMerchant, issueRequest } from "./test-support.ts";

const database = await testDatabase();
const queue = await startQueue(database);
afterAll(() => queue.stop({ graceful: false }));

const READ_AT = "2026-11-21T10:00:00.000Z";
const orderOf = (position: number, buyerName = "Ada Peeters") =>
  anOrder({
    orderId: `gid://shopify/Order/${position}`,
    orderNumber: `#${1000 + position}`,
    buyer: { ...anOrder().buyer, name: buyerName, email: `${buyerName.split(" ")[0]}@Example.com` },
  });

describe("another merchant", () => {
  it("finds and changes nothing, whatever it asks for", async () => {
    const owner = await aMerchant(database, queue);
    const { store: stranger } = await aMerchant(database, queue);
    const { shopId } = owner.shop;
    await owner.store.saveOrder(shopId, anOrder(), READ_AT);
    const { summary } = await owner.store.issueOnce(
      issueRequest(owner, anOrder(), { sendTo: "a@example.com" }),
    );
    const { documentId } = summary;
    const file = { documentId, type: "pdf", fileKey: "a", sha256: "", byteLength: 0 } as const;
    await owner.store.saveArtefact(file);
    const [{ deliveryId } = { deliveryId: "" }] = await owner.store.listDeliveries(documentId);
    const order = orderOf(2);
    const draft = {
      cause: { shopId, orderId: order.orderId, kind: "invoice", part: "" } as const,
      journalId: "invoices",
      draft: aDraft(order),
    };
    const vatCheck = {
      vatIdentifier: "BE0417497106",
      state: "valid",
      checkedAt: READ_AT,
      consultationNumber: "",
      name: "NV Bakkerij",
    } as const;
    await owner.store.saveVatCheck(vatCheck);
    const ownDraft = await owner.store.saveDraft(draft);

    expect(await stranger.listShops()).not.toContainEqual(owner.shop);
    expect(await stranger.findOrder(shopId, anOrder().orderId)).toBeUndefined();
    expect(await stranger.findDocument(documentId)).toBeUndefined();
    expect(await stranger.findByCause({ ...summary })).toBeUndefined();
    expect((await stranger.listDocuments({}, { limit: 9 })).rows).toEqual([]);
    expect(await stranger.listDocumentsOfOrders(shopId, [summary.orderId])).toEqual([]);
    expect(await stranger.findDocumentsOfOrder(shopId, summary.orderId)).toEqual([]);
    expect(await stranger.findVatCheck(vatCheck.vatIdentifier)).toBeUndefined();
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
    await expect(stranger.saveOrder(shopId, orderOf(5), READ_AT)).rejects.toThrow("Foreign key");
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
    await expect(stranger.saveArtefact({ ...file, fileKey: "stolen" })).rejects.toThrow(
      "not found",
    );

    expect(await owner.store.findArtefact(documentId, "pdf")).toEqual(file);
    expect(await owner.store.findDelivery(deliveryId)).toMatchObject({
      state: "waiting",
      attempts: 0,
    });
    expect(await owner.store.listDeliveries(documentId)).toHaveLength(1);
    expect(await owner.store.findDocument(documentId)).toMatchObject({ state: "issued" });
  });
});
