import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { testDatabase } from "../../../tests/support/database.ts";
import {
  anOrder,
  ask,
  connectShop,
  startService,
  tell,
  tellWith,
  type Answer,
  type EventOptions,
  type TestShop,
} from "./test-support.ts";

const database = await testDatabase();
const service = await startService(database, { JOBS: "off" });
const shop = await connectShop(service);
const stranger = await connectShop(service);

const refusalOf = ({ status, body }: Answer) => [status, body?.error?.code];
const events = ({ shopId }: TestShop) =>
  database.prisma.inboundEvent.findMany({ where: { shopId }, orderBy: { receivedAt: "asc" } });

describe("an event", () => {
  it("is stored as it came, with its job, and answered 200", async () => {
    const told = await connectShop(service);
    const order = anOrder(7, { customer_note: "één – ünïcode 🥐" });
    const answer = await tell(told, "order.paid", order);
    expect([answer.status, answer.body]).toEqual([200, {}]);
    expect(await events(told)).toMatchObject([
      { topic: "order.paid", state: "waiting", webhookId: "0", payload: order },
    ]);
  });

  it("is stored once, however often and at the same time it is told", async () => {
    const told = await connectShop(service);
    const deliveryId = randomUUID();
    const answers = await Promise.all(
      Array.from({ length: 8 }, () =>
        tellWith(told, { topic: "order.paid", payload: anOrder(7), deliveryId }),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
    expect(await events(told)).toHaveLength(1);
  });

  it("is another one when only its content differs: WooCommerce gives two orders of one second the same delivery id", async () => {
    const told = await connectShop(service);
    const deliveryId = randomUUID();
    await tellWith(told, { topic: "order.created", payload: anOrder(7), deliveryId });
    await tellWith(told, { topic: "order.created", payload: anOrder(8), deliveryId });
    await tellWith(told, { topic: "order.updated", payload: anOrder(8), deliveryId });
    expect(await events(told)).toHaveLength(3);
  });

  it("of just under 5 MB is taken", async () => {
    const told = await connectShop(service);
    const order = anOrder(7, { customer_note: "x".repeat(4_900_000) });
    expect((await tell(told, "order.created", order)).status).toBe(200);
    expect(await events(told)).toHaveLength(1);
  });

  it("may be WooCommerce trying the address out, which stores nothing", async () => {
    const told = await connectShop(service);
    const answer = await ask(`${service.url}/webhooks/woocommerce/${told.shopId}`, {
      method: "POST",
      headers: { "Content-Type": "application/x-www-form-urlencoded" },
      body: "webhook_id=12",
    });
    expect([answer.status, answer.body]).toEqual([200, {}]);
    expect(await events(told)).toEqual([]);
  });
});

describe("is refused and not stored", () => {
  it.each<[string, Partial<EventOptions>, number, string]>([
    ["unsigned", { headers: { "X-WC-Webhook-Signature": "" } }, 401, "signature-wrong"],
    ["wrongly signed", { secret: "00".repeat(32) }, 401, "signature-wrong"],
    ["signed by another shop", { secret: stranger.secret }, 401, "signature-wrong"],
    [
      "signed in hex",
      { headers: { "X-WC-Webhook-Signature": "ab".repeat(32) } },
      401,
      "signature-wrong",
    ],
    ["changed on its way", { sent: JSON.stringify(anOrder(8)) }, 401, "signature-wrong"],
    ["without a topic", { headers: { "X-WC-Webhook-Topic": "" } }, 400, "bad-request"],
    [
      "with a topic without end",
      { headers: { "X-WC-Webhook-Topic": "x".repeat(200) } },
      400,
      "bad-request",
    ],
  ])("%s", async (_name, options, status, code) => {
    expect(
      refusalOf(await tellWith(shop, { topic: "order.paid", payload: anOrder(7), ...options })),
    ).toEqual([status, code]);
  });

  it("what is no JSON, though signed", async () => {
    for (const body of ["id=7", "", "{", "webhook_id=1&a=b"]) {
      expect(refusalOf(await tell(shop, "order.paid", body))).toEqual([400, "not-json"]);
    }
  });

  it("more than 5 MB", async () => {
    const large = anOrder(7, { customer_note: "x".repeat(5_000_001) });
    expect(refusalOf(await tell(shop, "order.paid", large))).toEqual([413, "too-large"]);
  });

  it("for a shop that is not there, or is no WooCommerce shop", async () => {
    const shopify = await database.prisma.shop.create({
      data: { platform: "shopify", domain: "a.myshopify.com", merchant: { create: {} } },
    });
    for (const shopId of [randomUUID(), shopify.id, "1", "%00", "a'%20OR%201=1"]) {
      const answer = await tell({ ...shop, shopId }, "order.paid", anOrder(7));
      expect(refusalOf(answer)).toEqual([404, "not-found"]);
    }
    const malformed = await tell({ ...shop, shopId: "%zz" }, "order.paid", anOrder(7));
    expect(malformed.status).toBe(400);
  });

  it("by another method", async () => {
    const { status } = await ask(`${service.url}/webhooks/woocommerce/${shop.shopId}`);
    expect(status).toBe(404);
  });

  it("and none of them left anything", async () => {
    expect(await events(shop)).toEqual([]);
    expect(await events(stranger)).toEqual([]);
  });
});
