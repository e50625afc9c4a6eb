import { isDeepStrictEqual } from "node:util";
import { z } from "zod";
import { normaliseWooOrder, readWooWebhook, type WooSignal } from "#adapters/platform/woocommerce";
import { ok } from "#domain/result";
import { CATCH_UP_DAYS, handleOrder, type StoredEvent } from "#domain/workflows";
import type { DeskPorts } from "../desk/index.ts";
import { keepSnapshot } from "../snapshots/index.ts";
import { inTurn } from "./in-turn.ts";
import type { JobContext } from "./job-context.ts";
import type { ReceivedEvent } from "./received-event.ts";

const DAY_SECONDS = 24 * 60 * 60;
/** How often an order is looked at again because another process kept a newer snapshot meanwhile. */
const MOST_LOOKS = 5;

/** Does what a WooCommerce shop's event asks. "" when done, else why it could not be done. Throws when a later try can help. */
export async function obeyWooCommerce(
  received: ReceivedEvent,
  context: JobContext,
): Promise<string> {
  const { shop, event } = received;
  const signal = readWooWebhook(event.topic, event.payload);
  switch (signal.type) {
    case "order":
      return inTurn(`${shop.shopId} ${signal.orderId}`, () => obeyOrder(signal, received, context));
    case "orderDeleted":
      return inTurn(`${shop.shopId} ${signal.orderId}`, async () => {
        const order = { shopId: shop.shopId, orderId: signal.orderId, at: changedAt(event) };
        await context.archive(shop.merchantId).deleteOrder(order);
        return "";
      });
    case "nothing":
      return "";
    case "unreadable":
      return signal.message;
  }
}

/** When the shop did it: a whole order says so itself, an id alone does not. */
function changedAt({ payload, triggeredAt }: StoredEvent): string {
  const order = normaliseWooOrder(payload, "UTC");
  return order.ok ? order.value.updatedAt : triggeredAt;
}

const later = (one: string, other: string): string =>
  Date.parse(one) > Date.parse(other) ? one : other;

type OrderSignal = Extract<WooSignal, { type: "order" }>;

async function obeyOrder(
  { orderId, event: orderEvent, isRestored }: OrderSignal,
  { shop, event }: ReceivedEvent,
  context: JobContext,
): Promise<string> {
  const { shopId, merchantId } = shop;
  const archive = context.archive(merchantId);
  if (isRestored) {
    // Deleted by an id alone, it was so when we heard of it.
    const at = later(event.triggeredAt, changedAt(event));
    await archive.restoreOrder({ shopId, orderId, at });
  }
  const kept = await keepSnapshot(event, context.merchantPorts(merchantId).store);
  if (!kept.ok) return [kept.problem.field, kept.problem.message].filter(Boolean).join(": ");

  const ports = portsFor(event.payload, context.deskPorts(shop));
  const catchUpFrom = ports.clock.after(-CATCH_UP_DAYS * DAY_SECONDS);
  for (let looks = 0; looks < MOST_LOOKS; looks += 1) {
    const order = await archive.findOrder(shopId, orderId);
    if (order === undefined) return "";
    const orders = { ...ports.orders, readOrder: async () => ok(order) };
    const signal = { shop, orderId, event: orderEvent, catchUpFrom };
    const handled = await handleOrder(signal, { ...ports, orders });
    if (!handled.ok) {
      const { code, message } = handled.problem;
      if (code === "credited-meanwhile") throw new Error(message);
      return message;
    }
    const newest = await archive.findOrder(shopId, orderId);
    if (isDeepStrictEqual(newest, order)) return "";
    // Deleted while its drafts were made: those go too.
    if (newest === undefined) await archive.deleteOrder({ shopId, orderId, at: order.updatedAt });
  }
  throw new Error(`order ${orderId} keeps changing while its documents are made`);
}

/** Added by our plugin: false when the shop's own mails carry the documents. */
const mailSchema = z.object({ docket_sends_mail: z.boolean() });

/** A customer gets a document once: by the shop's mail or by Docket's. What the merchant sends by hand always goes. */
function portsFor(payload: unknown, ports: DeskPorts): DeskPorts {
  if (mailSchema.safeParse(payload).data?.docket_sends_mail !== false) return ports;
  const { store } = ports;
  return {
    ...ports,
    store: { ...store, issueOnce: (request) => store.issueOnce({ ...request, sendTo: null }) },
  };
}
