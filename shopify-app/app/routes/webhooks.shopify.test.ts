import { createHmac } from "node:crypto";
import { expect, test, vi } from "vitest";
import type { LoaderFunctionArgs } from "@remix-run/node";
import type { Docket } from "#server/wiring";
import { createShopify } from "../shopify.server.ts";
import { action, loader } from "./webhooks.shopify.ts";

const SECRET = "shhh";
const ORDER = JSON.stringify({ id: 1001, note: "één – ünïcode" });

const sessionStorage = {
  storeSession: async () => true,
  loadSession: async () => undefined,
  deleteSession: async () => true,
  deleteSessions: async () => true,
  findSessionsByShop: async () => [],
};
const account = {
  shopifyApiKey: "key",
  shopifyApiSecret: SECRET,
  shopifyAppUrl: "https://docket.test",
  scopes: ["read_orders"],
};

const signed = (body: string, secret = SECRET) => ({
  "X-Shopify-Hmac-Sha256": createHmac("sha256", secret).update(body).digest("base64"),
  "X-Shopify-Topic": "orders/paid",
  "X-Shopify-Shop-Domain": "maes.myshopify.com",
  "X-Shopify-API-Version": "2026-10",
  "X-Shopify-Webhook-Id": "w-1",
  "X-Shopify-Event-Id": "e-1",
  "X-Shopify-Triggered-At": "2026-11-12T10:00:00Z",
});

/** Sends one webhook; what the inbox answers is `outcome`. */
async function receive(
  body: string,
  headers: Record<string, string>,
  outcome: "stored" | "repeated" | "unknown-shop" = "stored",
) {
  const receiveWebhook = vi.fn<Docket["receiveWebhook"]>(async () => outcome);
  const request = new Request("https://docket.test/webhooks/shopify", {
    method: "POST",
    headers,
    body,
  });
  const context = {
    shopify: createShopify(account, sessionStorage),
    docket: { receiveWebhook },
  } as unknown as LoaderFunctionArgs["context"];
  const answer = await action({ request, params: {}, context }).catch((thrown: unknown) => thrown);
  return { status: answer instanceof Response ? answer.status : answer, receiveWebhook };
}

const without = (name: string) =>
  Object.fromEntries(Object.entries(signed(ORDER)).filter(([header]) => header !== name));

test("a signed event is stored as it came and answered 200", async () => {
  const { status, receiveWebhook } = await receive(ORDER, signed(ORDER));
  expect(status).toBe(200);
  expect(receiveWebhook).toHaveBeenCalledWith({
    topic: "orders/paid",
    shopDomain: "maes.myshopify.com",
    eventId: "e-1",
    webhookId: "w-1",
    triggeredAt: "2026-11-12T10:00:00Z",
    payload: { id: 1001, note: "één – ünïcode" },
  });
});

test.each(["repeated", "unknown-shop"] as const)("%s is answered 200 too", async (outcome) => {
  expect((await receive(ORDER, signed(ORDER), outcome)).status).toBe(200);
});

test("a wrong signature is refused with 401 and nothing is stored", async () => {
  const { status, receiveWebhook } = await receive(ORDER, signed(ORDER, "other"));
  expect(status).toBe(401);
  expect(receiveWebhook).not.toHaveBeenCalled();
});

test("a body that was changed on the way is refused with 401", async () => {
  expect((await receive(ORDER.replace("1001", "1002"), signed(ORDER))).status).toBe(401);
});

test.each(["X-Shopify-Shop-Domain", "X-Shopify-Topic", "X-Shopify-Hmac-Sha256"])(
  "without %s it is refused with 400",
  async (header) => {
    const { status, receiveWebhook } = await receive(ORDER, without(header));
    expect(status).toBe(400);
    expect(receiveWebhook).not.toHaveBeenCalled();
  },
);

test("a signed body that is no JSON is refused with 400", async () => {
  const { status, receiveWebhook } = await receive("id=1001", signed("id=1001"));
  expect(status).toBe(400);
  expect(receiveWebhook).not.toHaveBeenCalled();
});

test("an event without an id of its own is known by its delivery", async () => {
  const { receiveWebhook } = await receive(ORDER, without("X-Shopify-Event-Id"));
  expect(receiveWebhook.mock.calls[0]?.[0].eventId).toBe("w-1");
});

test("more than 5 MB is refused with 413, whatever the length header says", async () => {
  const large = JSON.stringify({ note: "x".repeat(5_000_001) });
  expect((await receive(large, signed(large))).status).toBe(413);
});

test("only POST is answered", () => {
  const answer = loader();
  expect(answer.status).toBe(405);
  expect(answer.headers.get("Allow")).toBe("POST");
});
