import { afterAll, describe, expect, it } from "vitest";
import { merchantSettingsSchema, type Rule } from "#domain/merchant";
import type { NormalisedOrder } from "#domain/order";
import { ok } from "#domain/result";
import { testDatabase } from "../../../tests/support/database.ts";
import { anOrder } from "../../../tests/support/orders.ts";
import { startQueue } from "../../adapters/storage/prisma/queue.ts";
import { aMerchant, SETTINGS } from "../../adapters/storage/prisma/test-support.ts";
import { handleOrder, type OrderSignal } from "./handle-order.ts";
import { issueDocument } from "./issue-document.ts";
import { findMissingDocuments } from "./reconcile-orders.ts";
import { aClock, memoryShop } from "../../../tests/support/memory-ports.ts";

const database = await testDatabase();
const queue = await startQueue(database);
afterAll(() => queue.stop({ graceful: false }));

const INSTALLED_AT = "2026-11-01T00:00:00.000Z";
const SELLER = {
  legalName: "Bakkerij Ada",
  vatIdentifier: "BE0417497106",
  address: { line1: "Kouter 1", postalCode: "9000", city: "Gent", countryCode: "BE" },
};
const ORDER = anOrder();
const WHEN_PAID: Rule = {
  ruleId: "invoice-when-paid",
  isActive: true,
  kind: "invoice",
  event: "orderPaid",
  when: "always",
  journalId: "invoices",
  delivery: "send",
};
const AS_DRAFT: Rule = { ...WHEN_PAID, delivery: "draft" };
const NOTE: Rule = {
  ...WHEN_PAID,
  ruleId: "note",
  kind: "deliveryNote",
  journalId: "delivery-notes",
  event: "orderFulfilled",
};

/** A merchant with these rules, and a shop with one order that was placed while Docket was installed. */
async function aShop(rules: readonly Rule[], order: NormalisedOrder = ORDER) {
  const settings = merchantSettingsSchema.parse({ ...SETTINGS, rules, seller: SELLER });
  const merchant = await aMerchant(database, queue, settings);
  const shop = { ...merchant.shop, firstConnectedAt: INSTALLED_AT, connectedAt: INSTALLED_AT };
  const orders = new Map([[order.orderId, order]]);
  const source = memoryShop(orders);
  const clock = aClock("2026-11-21T10:00:00.000Z");
  const fillText = (template: string) => template;
  const { store, billing } = merchant;
  const ports = { store, billing, orders: source, clock, fillText, vatChecker: null };
  const catchUpFrom = "2026-11-14T10:00:00.000Z";
  const signal: OrderSignal = { shop, orderId: order.orderId, event: null, catchUpFrom };
  const documents = () => merchant.store.listDocumentsOfOrders(shop.shopId, [order.orderId]);
  const missing = () =>
    findMissingDocuments({ shop, since: catchUpFrom, mostOrders: 100 }, { ...ports });
  const change = (changes: Partial<NormalisedOrder>) =>
    orders.set(order.orderId, { ...order, ...changes });
  return {
    ...merchant,
    shop,
    settings,
    orders,
    source,
    clock,
    ports,
    signal,
    documents,
    missing,
    change,
  };
}

const summaries = (documents: readonly { kind: string; state: string }[]) =>
  documents.map(({ kind, state }) => `${kind} ${state}`);

describe("handleOrder", () => {
  it("issues what the rules ask for and lets it be sent to the order's address", async () => {
    const { store, ports, signal } = await aShop([WHEN_PAID]);
    const handled = await handleOrder(signal, ports);

    expect(handled).toMatchObject({
      ok: true,
      value: [{ kind: "invoice", state: "issued", number: "2026-0001" }],
    });
    const documentId = handled.ok ? (handled.value[0]?.documentId ?? "") : "";
    expect(await store.listDeliveries(documentId)).toMatchObject([
      { recipient: "ada@example.com", state: "waiting" },
    ]);
    expect(await store.findOrder(signal.shop.shopId, ORDER.orderId)).toEqual(ORDER);
  });

  it("makes one document, however many signals come at once", async () => {
    const { ports, signal, documents } = await aShop([WHEN_PAID]);
    await Promise.all(Array.from({ length: 8 }, () => handleOrder(signal, ports)));
    await handleOrder({ ...signal, event: "orderPaid" }, ports);

    expect(summaries(await documents())).toEqual(["invoice issued"]);
  });

  it("keeps a draft in step with its order, and issues nothing", async () => {
    const { store, ports, signal, change } = await aShop([AS_DRAFT]);
    await handleOrder(signal, ports);
    change({ buyer: { ...ORDER.buyer, name: "Ada Janssens" }, updatedAt: "2026-11-20T11:00:00Z" });
    await handleOrder(signal, ports);

    const { rows } = await store.listDocuments({}, { limit: 9 });
    expect(rows).toMatchObject([{ state: "draft", buyerName: "Ada Janssens", number: "" }]);
  });

  it("never brings back a discarded draft, nor does reconciling", async () => {
    const { store, ports, signal, documents, missing } = await aShop([AS_DRAFT]);
    await handleOrder(signal, ports);
    const [draft] = await documents();
    await store.discardDraft(draft?.documentId ?? "");

    expect(await handleOrder({ ...signal, event: "orderPaid" }, ports)).toMatchObject({
      value: [],
    });
    expect(summaries(await documents())).toEqual(["invoice discarded"]);
    expect(await missing()).toEqual({ ok: true, value: [] });
  });

  it("leaves by hand possible what was discarded", async () => {
    const { store, ports, settings, shop, signal, documents } = await aShop([AS_DRAFT]);
    await handleOrder(signal, ports);
    const [draft] = await documents();
    await store.discardDraft(draft?.documentId ?? "");
    const wanted = { shopId: shop.shopId, order: ORDER, kind: "invoice", sendTo: null } as const;
    await issueDocument(wanted, settings, ports);

    expect(summaries(await documents())).toEqual(["invoice issued"]);
  });

  it("says why nothing was sent when the order has no address", async () => {
    const order = { ...ORDER, buyer: { ...ORDER.buyer, email: "" } };
    const { store, ports, signal, documents } = await aShop([WHEN_PAID], order);
    await handleOrder(signal, ports);

    const [document] = await documents();
    expect(document?.state).toBe("issued");
    expect(await store.listDeliveries(document?.documentId ?? "")).toEqual([]);
    const timeline = await store.listTimeline(document?.documentId ?? "");
    expect(timeline.map(({ type }) => type)).toContain("sendingFailed");
  });

  it("marks documents paid that were made before the money came", async () => {
    const unpaid = { ...ORDER, isPaid: false, paidAmount: "0" };
    const rule: Rule = { ...WHEN_PAID, event: "orderCreated" };
    const { ports, signal, documents, change } = await aShop([rule], unpaid);
    await handleOrder(signal, ports);
    expect(await documents()).toMatchObject([{ isPaid: false }]);
    change({ isPaid: true, paidAmount: "12.10", updatedAt: "2026-11-20T11:00:00Z" });
    await handleOrder(signal, ports);

    expect(await documents()).toMatchObject([{ isPaid: true, state: "issued" }]);
  });

  it("makes nothing of an order whose parts do not come to its total, and says so", async () => {
    const { ports, signal, documents } = await aShop([WHEN_PAID], { ...ORDER, total: "99.00" });
    const handled = await handleOrder(signal, ports);

    expect(handled).toMatchObject({ ok: false, problem: { code: "order-does-not-add-up" } });
    expect(await documents()).toEqual([]);
  });

  it("waits with a draft until the seller's details are there", async () => {
    const { ports, signal, documents, store } = await aShop([WHEN_PAID]);
    await store.updateSettings(async (current) =>
      ok({ ...current, seller: { ...current.seller, legalName: "" } }),
    );
    await handleOrder(signal, ports);

    expect(summaries(await documents())).toEqual(["invoice draft"]);
  });

  it("gives back why the shop did not give the order", async () => {
    const { ports, signal, orders } = await aShop([WHEN_PAID]);
    orders.clear();

    expect(await handleOrder(signal, ports)).toMatchObject({
      problem: { code: "order-not-found" },
    });
  });
});

describe("a snapshot", () => {
  it("spares the shop a question when its reading began late enough", async () => {
    const { ports, signal, source, clock } = await aShop([WHEN_PAID]);
    const knownSince = clock.now();
    await handleOrder(signal, ports);
    await handleOrder({ ...signal, knownSince }, ports);

    expect(source.asked()).toBe(1);
  });

  it("does not stand for what happened while it was being read", async () => {
    const { ports, signal, source, clock, change } = await aShop([NOTE]);
    const slow = {
      ...source,
      readOrder: async (orderId: string) => {
        const before = await source.readOrder(orderId);
        clock.advance(10);
        return before;
      },
    };
    await handleOrder(signal, { ...ports, orders: slow });
    // Fulfilled while the answer was on its way, and told by an event of its own.
    const knownSince = "2026-11-21T10:00:05.000Z";
    change({ isFulfilled: true, updatedAt: "2026-11-21T10:00:05Z" });
    const handled = await handleOrder({ ...signal, knownSince }, ports);

    expect(handled).toMatchObject({ value: [{ kind: "deliveryNote", state: "issued" }] });
  });
});
