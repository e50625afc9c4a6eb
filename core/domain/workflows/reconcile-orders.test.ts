import { afterAll, describe, expect, it } from "vitest";
import { failed } from "#domain/result";
import { testDatabase } from "../../../tests/support/database.ts";
import { anOrder } from "../../../tests/support/orders.ts";
import { startQueue } from "../../adapters/storage/prisma/queue.ts";
import { aDraft, aMerchant, issueRequest } from "../../adapters/storage/prisma/test-support.ts";
import { findMissingDocuments } from "./reconcile-orders.ts";
import { memoryShop } from "../../../tests/support/memory-ports.ts";

const database = await testDatabase();
const queue = await startQueue(database);
afterAll(() => queue.stop({ graceful: false }));

const INSTALLED_AT = "2026-11-01T00:00:00.000Z";
const SINCE = "2026-11-14T10:00:00.000Z";
const orderOf = (position: number, changes: Parameters<typeof anOrder>[0] = {}) =>
  anOrder({ orderId: `gid://shopify/Order/${position}`, orderNumber: `#${position}`, ...changes });

/** A shop with these orders and the default rule: an invoice when an order is paid. */
async function aShop(orders: readonly ReturnType<typeof orderOf>[]) {
  const merchant = await aMerchant(database, queue);
  const shop = { ...merchant.shop, firstConnectedAt: INSTALLED_AT, connectedAt: INSTALLED_AT };
  const source = memoryShop(new Map(orders.map((order) => [order.orderId, order])));
  const ports = { store: merchant.store, orders: source };
  const find = async (mostOrders = 1000) => {
    const missing = await findMissingDocuments({ shop, since: SINCE, mostOrders }, ports);
    if (!missing.ok) return missing.problem.code;
    return missing.value.map(({ order, kinds }) => `${order.orderNumber} ${kinds.join()}`);
  };
  return { ...merchant, shop, ports, find };
}

describe("findMissingDocuments", () => {
  it("finds paid orders without their invoice, and no others", async () => {
    const { find } = await aShop([
      orderOf(1),
      orderOf(2, { isPaid: false }),
      orderOf(3, { cancelledAt: "2026-11-20T12:00:00Z" }),
      orderOf(4, { placedAt: "2026-10-31T10:00:00Z" }),
    ]);

    expect(await find()).toEqual(["#1 invoice"]);
  });

  it("counts an issued document, a draft and a discarded draft as there", async () => {
    const { find, store, shop, ...merchant } = await aShop(
      [1, 2, 3, 4].map((each) => orderOf(each)),
    );
    await store.issueOnce(issueRequest({ shop, ...merchant }, orderOf(1)));
    const draft = (position: number) =>
      store.saveDraft({
        cause: {
          shopId: shop.shopId,
          orderId: orderOf(position).orderId,
          kind: "invoice",
          part: "",
        },
        journalId: "invoices",
        draft: aDraft(orderOf(position)),
      });
    await draft(2);
    await store.discardDraft((await draft(3)).documentId);

    expect(await find()).toEqual(["#4 invoice"]);
  });

  it("reads every page of the shop, up to the most it was told", async () => {
    const { find } = await aShop(Array.from({ length: 120 }, (_, index) => orderOf(index)));

    expect(await find()).toHaveLength(120);
    expect(await find(100)).toHaveLength(100);
  });

  it("gives back why the shop did not answer", async () => {
    const { shop, ports } = await aShop([]);
    const problem = { code: "platform-unreachable", message: "No answer." } as const;
    const silent = { ...ports.orders, listOrders: async () => failed(problem) };
    const asked = { shop, since: SINCE, mostOrders: 9 };

    expect(await findMissingDocuments(asked, { ...ports, orders: silent })).toEqual(
      failed(problem),
    );
  });
});
