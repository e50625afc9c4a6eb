import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import type { Request } from "express";
import { z } from "zod";
import type { Shop } from "#domain/workflows";
import { answering } from "./answer.ts";
import type { ApiPorts } from "./api-ports.ts";
import { bodyOf, parseJson } from "./read-body.ts";
import { refuse } from "./refusal.ts";

/** WooCommerce tries a delivery URL out when a webhook is saved: unsigned, with no more than this in it. */
const PING = /^webhook_id=\d{1,20}$/;

/**
 * `/webhooks/woocommerce/:shopId`: what happened to an order, as WooCommerce's own webhooks and our plugin tell it. Verified,
 * stored, acknowledged; work happens in a job that the inbox adds.
 */
export const webhookRoute = (ports: ApiPorts) =>
  answering<{ shopId: string }>(async (request, response) => {
    const { shop, secret } = await findSender(request.params.shopId, ports);
    const body = bodyOf(request);
    if (PING.test(body.toString("latin1"))) {
      response.json({});
      return;
    }
    if (!isSignedWith(secret, request.get("X-WC-Webhook-Signature") ?? "", body)) {
      refuse("signature-wrong", "The signature does not fit this shop’s secret.");
    }
    const payload = parseJson(body);
    if (payload === undefined) refuse("not-json", "The body is not JSON.");
    await ports.inbox.receive({
      shopId: shop.shopId,
      ...readHeaders(request),
      eventId: eventIdOf(request, body),
      triggeredAt: ports.clock.now(),
      payload,
    });
    response.json({});
  });

async function findSender(
  shopId: string,
  { shops, connections }: ApiPorts,
): Promise<{ readonly shop: Shop; readonly secret: string }> {
  const shop = z.uuid().safeParse(shopId).success ? await shops.findShopById(shopId) : undefined;
  if (shop?.platform !== "woocommerce") refuse("not-found", "Docket does not know this shop.");
  const secret = await connections.findSecret(shopId);
  if (!shop.isConnected || secret === undefined) {
    refuse("disconnected", "This shop is disconnected.");
  }
  return { shop, secret };
}

function isSignedWith(secret: string, signature: string, body: Buffer): boolean {
  const expected = createHmac("sha256", secret).update(body).digest();
  const given = Buffer.from(signature, "base64");
  return given.length === expected.length && timingSafeEqual(given, expected);
}

const headersSchema = z.object({
  topic: z.string().min(1).max(100),
  webhookId: z.string().max(100).default(""),
});

function readHeaders(request: Pick<Request, "get">): z.infer<typeof headersSchema> {
  const headers = headersSchema.safeParse({
    topic: request.get("X-WC-Webhook-Topic"),
    webhookId: request.get("X-WC-Webhook-ID"),
  });
  return headers.data ?? refuse("bad-request", "X-WC-Webhook-Topic is missing.");
}

/**
 * The content counts too: WooCommerce's own delivery ids are made of a webhook and a second, so two orders of one second share
 * theirs.
 */
const eventIdOf = (request: Pick<Request, "get">, body: Buffer): string =>
  createHash("sha256")
    .update(`${request.get("X-WC-Webhook-Delivery-ID") ?? ""}\n`)
    .update(body)
    .digest("hex");
