import { expect, it } from "vitest";
import { testDatabase } from "../../../tests/support/database.ts";
import {
  anOrder,
  call,
  connectRuled,
  documentsOf,
  minute,
  settled,
  startService,
  tell,
  type TestShop,
} from "./test-support.ts";

const database = await testDatabase();
const service = await startService(database);

/** Tells and waits until it is dealt with. */
async function happens(shop: TestShop, topic: string, payload: object) {
  expect((await tell(shop, topic, payload)).status).toBe(200);
  await settled(database, shop);
}

const trashed = () => anOrder(1, { status: "trash", date_modified_gmt: minute(70) });
const restored = () => anOrder(1, { date_modified_gmt: minute(80) });

it("an order that is deleted loses its drafts and keeps what was issued, which says so; nothing can be made of it any more", async () => {
  const shop = await connectRuled(service);
  await happens(shop, "order.paid", anOrder(1));
  await happens(shop, "order.deleted", trashed());
  await happens(shop, "order.deleted", { id: 1 });
  const documents = await documentsOf(shop, 1);
  expect(documents).toMatchObject([{ kind: "invoice", state: "issued" }]);
  const view = await call(shop, `GET /documents/${documents[0]?.documentId}`);
  const types = view.body.timeline.map(({ type }: { type: string }) => type);
  expect(types.filter((type: string) => type === "orderDeleted")).toHaveLength(1);
  expect((await call(shop, "GET /orders")).body.rows).toEqual([]);
  const body = { kind: "deliveryNote", how: "draft" };
  const made = await call(shop, "POST /orders/1/documents", { body });
  expect([made.status, made.body.error.code]).toEqual([404, "order-not-found"]);
});

it("gets its documents again when it is restored", async () => {
  const shop = await connectRuled(service);
  await happens(shop, "order.paid", anOrder(1));
  await happens(shop, "order.deleted", trashed());
  await happens(shop, "order.restored", restored());
  const documents = await documentsOf(shop, 1);
  expect(documents.map(({ kind, state }) => `${kind} ${state}`)).toEqual([
    "orderConfirmation draft",
    "invoice issued",
  ]);
  const view = await call(shop, `GET /documents/${documents[1]?.documentId}`);
  const types = view.body.timeline.map(({ type }: { type: string }) => type);
  expect(types).toEqual(expect.arrayContaining(["orderDeleted", "orderRestored"]));
});

it.each([
  [
    "told late",
    [
      ["order.restored", restored],
      ["order.deleted", trashed],
    ],
    true,
  ],
  ["told by a change of an order in the trash", [["order.updated", trashed]], false],
  [
    "followed by what happened before",
    [
      ["order.deleted", trashed],
      ["order.updated", () => anOrder(1)],
    ],
    false,
  ],
] as const)("%s", async (_name, told, isThere) => {
  const shop = await connectRuled(service);
  await happens(shop, "order.created", anOrder(1));
  for (const [topic, payload] of told) await happens(shop, topic, payload());
  expect((await call(shop, "GET /orders")).body.rows).toHaveLength(isThere ? 1 : 0);
  const drafts = (await documentsOf(shop, 1)).filter(({ state }) => state === "draft");
  expect(drafts).toHaveLength(isThere ? 1 : 0);
});

it("that nobody knows is no trouble", async () => {
  const shop = await connectRuled(service);
  await happens(shop, "order.deleted", { id: 99 });
  const where = { shopId: shop.shopId };
  expect(await database.prisma.inboundEvent.findFirst({ where })).toMatchObject({
    state: "done",
  });
});
