import { afterAll, describe, expect, it } from "vitest";
import { testDatabase } from "../../../../tests/support/database.ts";
import { anOrder } from "../../../../tests/support/orders.ts";
import type { NormalisedOrder } from "#domain/order";
import { orderArchive } from "./order-archive.ts";
import { startQueue } from "./queue.ts";
import { aDraft, aMerchant, issueRequest, type TestMerchant } from "./test-support.ts";

const database = await testDatabase();
const queue = await startQueue(database);
afterAll(() => queue.stop({ graceful: false }));

const at = (minute: number) => `2026-11-20T10:${String(minute).padStart(2, "0")}:00Z`;

async function keep({ shop, store }: TestMerchant, changes: Partial<NormalisedOrder>) {
  await store.saveOrder(shop.shopId, anOrder({ platform: "woocommerce", ...changes }), at(0));
}

const archiveOf = ({ store }: TestMerchant) => orderArchive(database, store.merchantId);

async function listed(
  merchant: TestMerchant,
  query: { readonly search?: string; readonly updatedSince?: string } = {},
): Promise<string[]> {
  const { shopId } = merchant.shop;
  const ids: string[] = [];
  let cursor: string | undefined;
  do {
    const page = { limit: 2, ...(cursor && { cursor }) };
    const { rows, nextCursor } = await archiveOf(merchant).listOrders({ shopId, ...query }, page);
    ids.push(...rows.map(({ orderId }) => orderId));
    cursor = nextCursor ?? undefined;
  } while (cursor !== undefined);
  return ids;
}

describe("a list", () => {
  it("shows every order once, newest first, also those of one second; or the last changed first", async () => {
    const merchant = await aMerchant(database, queue);
    for (const [orderId, placed, updated] of [
      ["1", 1, 9],
      ["2", 5, 5],
      ["3", 5, 6],
      ["10", 5, 7],
      ["4", 2, 2],
    ] as const) {
      await keep(merchant, { orderId, placedAt: at(placed), updatedAt: at(updated) });
    }
    expect(await listed(merchant)).toEqual(["3", "2", "10", "4", "1"]);
    expect(await listed(merchant, { updatedSince: at(6) })).toEqual(["1", "10", "3"]);
  });

  it("finds words of the number, the names and the address, whatever they are", async () => {
    const merchant = await aMerchant(database, queue);
    const { buyer } = anOrder();
    await keep(merchant, { orderId: "1", orderNumber: "WEB-1001" });
    await keep(merchant, {
      orderId: "2",
      orderNumber: "100%",
      buyer: { ...buyer, name: "Bakkerij Ä\\_'", contactName: "Zoë", email: "Z@Example.com" },
    });
    expect(await listed(merchant, { search: "web-10 ADA" })).toEqual(["1"]);
    expect(await listed(merchant, { search: "zoë z@example" })).toEqual(["2"]);
    expect(await listed(merchant, { search: "%" })).toEqual(["2"]);
    expect(await listed(merchant, { search: "\\_'" })).toEqual(["2"]);
    expect(await listed(merchant, { search: "_" })).toEqual(["2"]);
    expect(await listed(merchant, { search: "ada zoë" })).toEqual([]);
    expect(await listed(merchant, { search: " \0 " })).toEqual(["2", "1"]);
  });
});

describe("a deletion", () => {
  type Step = (merchant: TestMerchant) => Promise<unknown>;
  const id = { orderId: "1" };
  const change =
    (minute: number): Step =>
    (merchant) =>
      keep(merchant, { ...id, updatedAt: at(minute) });
  const remove =
    (minute: number): Step =>
    (merchant) =>
      archiveOf(merchant).deleteOrder({ ...id, shopId: merchant.shop.shopId, at: at(minute) });
  const restore =
    (minute: number): Step =>
    (merchant) =>
      archiveOf(merchant).restoreOrder({ ...id, shopId: merchant.shop.shopId, at: at(minute) });

  const permutations = <Item>(items: readonly Item[]): Item[][] =>
    items.length === 0
      ? [[]]
      : items.flatMap((item, index) =>
          permutations(items.toSpliced(index, 1)).map((rest) => [item, ...rest]),
        );

  it.each<[string, Step[], boolean]>([
    ["is the last word", [change(2), remove(3)], false],
    ["within the second of a change is the last word", [change(3), remove(3)], false],
    ["is undone by restoring", [remove(3), restore(4)], true],
    ["is undone by a later change", [remove(3), change(4)], true],
    ["is not undone by an older change", [remove(3), change(2), restore(1)], false],
    ["after a restoration counts again", [remove(2), restore(3), remove(4)], false],
  ])("%s, in whatever order it is told", async (_name, steps, isThere) => {
    for (const order of permutations(steps)) {
      const merchant = await aMerchant(database, queue);
      await keep(merchant, { ...id, updatedAt: at(1) });
      for (const step of [...order, ...order]) await step(merchant);
      expect(await listed(merchant)).toEqual(isThere ? ["1"] : []);
      const found = await archiveOf(merchant).findOrder(merchant.shop.shopId, "1");
      expect(found !== undefined).toBe(isThere);
    }
  });

  it("takes the drafts along and is noted once on what was issued", async () => {
    const merchant = await aMerchant(database, queue);
    const { shop, store } = merchant;
    const order = anOrder(id);
    await keep(merchant, { ...id, updatedAt: at(1) });
    const { summary } = await store.issueOnce(issueRequest(merchant, order));
    const cause = { shopId: shop.shopId, ...id, kind: "deliveryNote", part: "" } as const;
    await store.saveDraft({ cause, journalId: "x", draft: aDraft(order, "deliveryNote") });
    for (const step of [remove(2), remove(2), remove(3), restore(4), restore(4)])
      await step(merchant);
    const documents = await store.listDocumentsOfOrders(shop.shopId, ["1"]);
    expect(documents.map(({ kind, state }) => [kind, state])).toEqual([["invoice", "issued"]]);
    const timeline = await store.listTimeline(summary.documentId);
    const types = timeline.map(({ type }) => type).filter((type) => type.startsWith("order"));
    expect(types).toEqual(["orderDeleted", "orderRestored"]);
  });
});

it("is one merchant's: another finds and changes nothing", async () => {
  const owner = await aMerchant(database, queue);
  const stranger = archiveOf(await aMerchant(database, queue));
  const { shopId } = owner.shop;
  await keep(owner, { orderId: "1", updatedAt: at(1) });
  await database.prisma.inboundEvent.create({
    data: {
      shopId,
      topic: "order.updated",
      eventId: "1",
      webhookId: "",
      triggeredAt: new Date(),
      payload: { id: 1 },
    },
  });
  expect(await archiveOf(owner).findWaitingEvents(shopId, "1")).toHaveLength(1);
  expect(await stranger.findWaitingEvents(shopId, "1")).toEqual([]);
  expect(await stranger.findOrder(shopId, "1")).toBeUndefined();
  expect((await stranger.listOrders({ shopId }, { limit: 9 })).rows).toEqual([]);
  await stranger.deleteOrder({ shopId, orderId: "1", at: at(9) });
  expect(await listed(owner)).toEqual(["1"]);
});
