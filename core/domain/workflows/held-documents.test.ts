import { afterAll, describe, expect, it } from "vitest";
import { merchantSettingsSchema } from "#domain/merchant";
import { LARGEST_PLAN } from "../../../tests/support/largest-plan.ts";
import { testDatabase } from "../../../tests/support/database.ts";
import { aClock, memoryShop } from "../../../tests/support/memory-ports.ts";
import { anOrder } from "../../../tests/support/orders.ts";
import { startQueue } from "../../adapters/storage/prisma/queue.ts";
import { aFreeMerchant } from "../../adapters/storage/prisma/test-support.ts";
import { handleOrder } from "./index.ts";

const database = await testDatabase();
const queue = await startQueue(database);
afterAll(() => queue.stop({ graceful: false }));

const ORDER = anOrder();
const SETTINGS = merchantSettingsSchema.parse({
  seller: {
    legalName: "Bakkerij Ada",
    vatIdentifier: "BE0417497106",
    address: { line1: "Kouter 1", postalCode: "9000", city: "Gent", countryCode: "BE" },
  },
  eInvoicing: { embedsXml: true },
});

/** A merchant on the free plan, with so many documents issued in this month, whose rule sends an invoice for the order. */
async function aRuledMerchant(issued: number) {
  const merchant = await aFreeMerchant(database, queue, SETTINGS);
  const { merchantId } = merchant.store;
  await database.prisma.usage.create({ data: { merchantId, period: "2026-11", issued } });
  const ports = {
    store: merchant.store,
    billing: merchant.billing,
    orders: memoryShop(new Map([[ORDER.orderId, ORDER]])),
    clock: aClock("2026-11-21T10:00:00.000Z"),
    fillText: (template: string) => template,
    vatChecker: null,
  };
  const installedAt = "2026-01-01T00:00:00.000Z";
  const shop = { ...merchant.shop, firstConnectedAt: installedAt, connectedAt: installedAt };
  const handle = () =>
    handleOrder(
      { shop, orderId: ORDER.orderId, event: null, catchUpFrom: "2026-11-14T10:00:00.000Z" },
      ports,
    );
  const invoices = async () =>
    (await merchant.store.listDocumentsOfOrders(shop.shopId, [ORDER.orderId])).filter(
      ({ kind }) => kind === "invoice",
    );
  return { ...merchant, handle, invoices };
}

describe("a document that a rule asks for when the month is full", () => {
  it("waits, and is issued by nothing but the merchant's own word, whatever happens to its order", async () => {
    const { handle, invoices, billing, store } = await aRuledMerchant(30);
    expect((await handle()).ok).toBe(true);
    const [held] = await invoices();
    expect(held).toMatchObject({ state: "draft", heldAs: "issueAndSend", number: "" });

    await billing.applyEvent(LARGEST_PLAN);
    await handle();
    expect(await invoices()).toMatchObject([{ state: "draft", heldAs: "issueAndSend" }]);
    expect(await store.listDeliveries(held?.documentId ?? "")).toEqual([]);
  });

  it("has the merchant told, who came to a smaller plan and never passed its limit", async () => {
    const { handle, billing } = await aRuledMerchant(500);
    await handle();
    await handle();
    const warning = { period: "2026-11", percent: 100, included: 30 } as const;
    expect(await billing.needsWarning(warning)).toBe(true);
  });
});

it("leaves the e-invoice out of the PDF in a plan without e-invoices", async () => {
  const { handle, invoices, store } = await aRuledMerchant(0);
  await handle();
  const [invoice] = await invoices();
  const stored = await store.findDocument(invoice?.documentId ?? "");
  if (stored?.state !== "issued") throw new Error("not issued");
  expect(stored.document.eInvoicing.embedsXml).toBe(false);
});
