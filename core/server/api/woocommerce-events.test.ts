import { describe, expect, it } from "vitest";
import { testDatabase } from "../../../tests/support/database.ts";
import { line, tax } from "../../adapters/platform/woocommerce/test-support.ts";
import {
  anOrder,
  call,
  connectRuled,
  documentsOf,
  minute,
  settled,
  startService,
  tell,
  tellWith,
  type TestShop,
} from "./test-support.ts";

const database = await testDatabase();
const service = await startService(database);

const UNPAID = { status: "pending", date_paid_gmt: null };

/** Tells and waits until it is dealt with. */
async function happens(shop: TestShop, topic: string, payload: object) {
  expect((await tell(shop, topic, payload)).status).toBe(200);
  await settled(database, shop);
}

const aShop = (delivery?: "send" | "draft") => connectRuled(service, delivery);

/** One of the two chairs comes back. */
const REFUND = {
  id: 900,
  date_created_gmt: minute(70),
  amount: "60.50",
  reason: "Broken",
  refunded_payment: true,
  line_items: [
    line({
      id: 12,
      quantity: -1,
      subtotal: "-50.000000",
      subtotal_tax: "-10.500000",
      total: "-50.000000",
      total_tax: "-10.500000",
      taxes: [tax(1, "-10.500000")],
      meta_data: [{ id: 1, key: "_refunded_item_id", value: "11" }],
    }),
  ],
  shipping_lines: [],
  fee_lines: [],
};
const REFUNDED = {
  date_modified_gmt: minute(70),
  refunds: [{ id: 900, reason: "Broken", total: "-60.50" }],
  refunds_full: [REFUND],
};

describe("what happens to an order", () => {
  it("becomes what the rules say: a confirmation when it comes, an invoice when it is paid, a credit note of a refund", async () => {
    const shop = await aShop();
    await happens(shop, "order.created", anOrder(1, UNPAID));
    expect(await documentsOf(shop, 1)).toMatchObject([
      { kind: "orderConfirmation", state: "draft", total: "121.00", recipient: "ada@example.com" },
    ]);
    await happens(shop, "order.paid", anOrder(1, { date_modified_gmt: minute(65) }));
    expect(await documentsOf(shop, 1)).toMatchObject([
      { kind: "invoice", state: "issued", isPaid: true },
      { kind: "orderConfirmation" },
    ]);
    await happens(shop, "order.refunded", anOrder(1, REFUNDED));
    const [creditNote] = await documentsOf(shop, 1);
    expect(creditNote).toMatchObject({
      kind: "creditNote",
      state: "issued",
      total: "60.50",
      part: "refund:900",
    });
    const view = await call(shop, `GET /documents/${creditNote?.documentId}`);
    expect(view.body.stored.document.creditReason).toBe("Broken");
  });

  it("comes to the same in whatever order it is told, and however often", async () => {
    const shop = await aShop();
    const created = anOrder(2, UNPAID);
    const paid = anOrder(2, { date_modified_gmt: minute(65) });
    const refunded = anOrder(2, REFUNDED);
    for (const [topic, payload] of [
      ["order.refunded", refunded],
      ["order.paid", paid],
      ["order.created", created],
      ["order.paid", paid],
      ["order.updated", paid],
      ["order.refunded", refunded],
    ] as const) {
      await tellWith(shop, { topic, payload, deliveryId: topic });
    }
    await settled(database, shop);
    const documents = await documentsOf(shop, 2);
    expect(documents.map(({ kind, state }) => `${kind} ${state}`).toSorted()).toEqual([
      "creditNote issued",
      "invoice issued",
      "orderConfirmation draft",
    ]);
    const { body: orders } = await call(shop, "GET /orders");
    expect(orders.rows).toMatchObject([{ isPaid: true, refunded: "partly" }]);
  });

  it("makes drafts follow the newest state of the order, never an older one", async () => {
    const shop = await aShop("draft");
    const at = (count: number, quantity: number) =>
      anOrder(3, {
        date_modified_gmt: minute(count),
        total: (60.5 * quantity).toFixed(2),
        line_items: [
          line({
            quantity,
            subtotal: `${50 * quantity}.000000`,
            total: `${50 * quantity}.000000`,
            subtotal_tax: `${10.5 * quantity}`,
            total_tax: `${10.5 * quantity}`,
            taxes: [tax(1, `${10.5 * quantity}`)],
          }),
        ],
      });
    await happens(shop, "order.paid", at(60, 2));
    await happens(shop, "order.updated", at(62, 4));
    await happens(shop, "order.updated", at(61, 3));
    const documents = await documentsOf(shop, 3);
    expect(documents.map(({ total }) => total)).toEqual(["242.00", "242.00"]);
    // Two changes within one second of the shop's clock: the one that was told last counts.
    await happens(shop, "order.updated", at(62, 1));
    expect((await documentsOf(shop, 3)).map(({ total }) => total)).toEqual(["60.50", "60.50"]);
  });

  it("leaves a cart alone that is still being filled", async () => {
    const shop = await aShop();
    await happens(shop, "order.created", anOrder(4, { status: "checkout-draft" }));
    expect((await call(shop, "GET /orders")).body.rows).toEqual([]);
  });

  it("says why an order cannot be read, and reads it when it comes again", async () => {
    const shop = await aShop();
    const broken = anOrder(5, { total: "twelve" });
    await happens(shop, "order.paid", broken);
    const where = { shopId: shop.shopId };
    expect(await database.prisma.inboundEvent.findMany({ where })).toMatchObject([
      { state: "failed", problem: "total: expected an amount such as 12.50" },
    ]);
    await happens(shop, "order.paid", anOrder(5));
    expect(await documentsOf(shop, 5)).toMatchObject([
      { kind: "invoice" },
      { kind: "orderConfirmation" },
    ]);
  });

  it("that is no order is done with", async () => {
    const shop = await aShop();
    await happens(shop, "product.updated", { id: 7 });
    await happens(shop, "app/uninstalled", { id: 7 });
    await happens(shop, "orders/paid", { id: 7 });
    const where = { shopId: shop.shopId, state: "done" } as const;
    expect(await database.prisma.inboundEvent.count({ where })).toBe(3);
    expect((await call(shop, "GET /connection")).body.state).toBe("connected");
  });

  it("makes no document of an order from before Docket came, until something happens to it", async () => {
    const shop = await aShop();
    const old = { date_created_gmt: "2020-01-01T10:00:00" };
    await happens(shop, "order.updated", anOrder(6, old));
    expect(await documentsOf(shop, 6)).toEqual([]);
    await happens(shop, "order.paid", anOrder(6, { ...old, date_modified_gmt: minute(61) }));
    expect(await documentsOf(shop, 6)).toMatchObject([{ kind: "invoice" }]);
  });
});

describe("a mail goes out once", () => {
  const deliveries = async (shop: TestShop, orderId: number) => {
    const [invoice] = await documentsOf(shop, orderId);
    const view = await call(shop, `GET /documents/${invoice?.documentId}`);
    return view.body.deliveries.map(({ recipient }: { recipient: string }) => recipient);
  };

  it("by Docket, unless the shop's own mails carry the documents", async () => {
    const shop = await aShop();
    await happens(shop, "order.paid", anOrder(1, { docket_sends_mail: true }));
    await happens(shop, "order.paid", anOrder(2, { docket_sends_mail: false }));
    expect(await deliveries(shop, 1)).toEqual(["ada@example.com"]);
    expect(await deliveries(shop, 2)).toEqual([]);
  });

  it("and still when the merchant asks for it", async () => {
    const shop = await aShop();
    await happens(shop, "order.paid", anOrder(3, { docket_sends_mail: false }));
    const [invoice] = await documentsOf(shop, 3);
    const send = () =>
      call(shop, "POST /documents/commands", {
        body: { intent: "send", documentIds: [invoice?.documentId], requestId: "click-1" },
      });
    expect((await send()).body.done).toHaveLength(1);
    await send();
    expect(await deliveries(shop, 3)).toEqual(["ada@example.com"]);
  });
});
