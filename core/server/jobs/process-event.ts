import { readWebhook, type ShopifySignal } from "#adapters/platform/shopify";
import { CATCH_UP_DAYS, handleOrder, type Shop, type StoredEvent } from "#domain/workflows";
import type { JobContext, JobHandlers } from "./job-context.ts";
import { inTurn } from "./in-turn.ts";
import { exportCustomer, redact } from "./privacy-requests.ts";

const DAY_SECONDS = 24 * 60 * 60;

/** Does what a stored event asks. A shop that cannot be reached now is tried again; anything else is settled. */
export const processEvent: JobHandlers["process-event"] = async ({ inboundEventId }, context) => {
  const event = await context.inbox.findEvent(inboundEventId);
  if (event === undefined || event.state !== "waiting") return;
  const shop = await context.shops.findShopById(event.shopId);
  if (shop === undefined) return;
  const problem = await obey(readWebhook(event.topic, event.payload), { shop, event }, context);
  await context.inbox.settleEvent(inboundEventId, problem === "" ? "done" : "failed", problem);
};

interface Received {
  readonly shop: Shop;
  readonly event: StoredEvent;
}

/** "" when done, else why it could not be done. Throws when a later try can help. */
async function obey(
  signal: ShopifySignal,
  { shop, event }: Received,
  context: JobContext,
): Promise<string> {
  switch (signal.type) {
    case "order":
      return inTurn(`${shop.shopId} ${signal.orderId}`, () =>
        obeyOrder(signal, { shop, event }, context),
      );
    case "uninstalled":
      // Delivered late, after the shop had installed Docket again: it speaks of the installation before.
      if (event.triggeredAt < shop.connectedAt) return "";
      await context.shops.disconnectShop(shop.shopId);
      await context.forgetSessions(shop.domain);
      await context.unschedule("reconcile-shop", shop.shopId);
      return "";
    case "customerExport":
      await exportCustomer({ ...signal, shopId: shop.shopId }, context.privacy(shop.merchantId));
      return "";
    case "customerRedaction": {
      const privacy = context.privacy(shop.merchantId);
      await redact(
        () => privacy.redactCustomer({ ...signal, shopId: shop.shopId }),
        privacy,
        context.files,
      );
      return "";
    }
    case "shopRedaction": {
      const privacy = context.privacy(shop.merchantId);
      await redact(() => privacy.redactShop(shop.shopId), privacy, context.files);
      return "";
    }
    case "nothing":
      return "";
    case "unreadable":
      return signal.message;
  }
}

/** How far the shop's clock and ours may differ. */
const CLOCK_DIFFERENCE_SECONDS = 5;

async function obeyOrder(
  signal: Extract<ShopifySignal, { type: "order" }>,
  { shop, event }: Received,
  context: JobContext,
): Promise<string> {
  const ports = context.deskPorts(shop);
  const catchUpFrom = ports.clock.after(-CATCH_UP_DAYS * DAY_SECONDS);
  const knownSince = secondsAfter(event.triggeredAt, CLOCK_DIFFERENCE_SECONDS);
  const handled = await handleOrder({ ...signal, shop, catchUpFrom, knownSince }, ports);
  if (handled.ok) return "";
  if (handled.problem.code === "platform-unreachable") throw new Error(handled.problem.message);
  return handled.problem.message;
}

const secondsAfter = (instant: string, seconds: number): string =>
  new Date(Date.parse(instant) + seconds * 1000).toISOString();
