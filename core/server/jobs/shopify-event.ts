import { readWebhook, type ShopifySignal } from "#adapters/platform/shopify";
import { CATCH_UP_DAYS, handleOrder, syncSubscriptions, type Shop } from "#domain/workflows";
import { inTurn } from "./in-turn.ts";
import type { JobContext } from "./job-context.ts";
import { exportCustomer, redact } from "./privacy-requests.ts";
import type { ReceivedEvent } from "./received-event.ts";

const DAY_SECONDS = 24 * 60 * 60;

/** Does what a Shopify shop's event asks. "" when done, else why it could not be done. Throws when a later try can help. */
export const obeyShopify = (received: ReceivedEvent, context: JobContext): Promise<string> =>
  obey(readWebhook(received.event.topic, received.event.payload), received, context);

async function obey(
  signal: ShopifySignal,
  { shop, event }: ReceivedEvent,
  context: JobContext,
): Promise<string> {
  switch (signal.type) {
    case "order":
      return inTurn(`${shop.shopId} ${signal.orderId}`, () =>
        obeyOrder(signal, { shop, event }, context),
      );
    case "uninstalled":
      if (await isInstalled({ shop, event }, context)) return "";
      await disconnect(shop, context);
      return "";
    case "subscription":
      await syncPlan(shop, context);
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
      // Shopify sends it 48 hours after an uninstall, which may never have been told.
      if (await isInstalled({ shop, event }, context)) return "";
      await disconnect(shop, context);
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

/**
 * Whether the shop has Docket now, whatever a late event says: it was installed again since, or it still answers us. An
 * uninstall ends our access at once.
 */
async function isInstalled({ shop, event }: ReceivedEvent, context: JobContext): Promise<boolean> {
  if (event.triggeredAt < shop.connectedAt) return true;
  const answer = await context.deskPorts(shop).orders.listOrders({}, { limit: 1 });
  if (answer.ok) return true;
  if (answer.problem.code === "shop-disconnected") return false;
  throw new Error(`cannot tell whether ${shop.domain} has Docket: ${answer.problem.message}`);
}

/** The message says only that something changed: what is true now is read. A shop that cannot be asked is asked again. */
async function syncPlan(shop: Shop, context: JobContext): Promise<void> {
  const synced = await syncSubscriptions(context.deskPorts(shop));
  if (synced.ok || synced.problem.code === "shop-disconnected") return;
  throw new Error(synced.problem.message);
}

/** Shopify ends the subscription with the app; what was paid for stays, should the merchant come back. */
async function disconnect(shop: Shop, context: JobContext): Promise<void> {
  const { billing, clock } = context.merchantPorts(shop.merchantId);
  const at = clock.now();
  await billing.applyEvent({ type: "observed", channel: "shopify", at, subscriptions: [] });
  await context.shops.disconnectShop(shop.shopId);
  await context.forgetSessions(shop.domain);
  await context.unschedule("reconcile-shop", shop.shopId);
}

/** How far the shop's clock and ours may differ. */
const CLOCK_DIFFERENCE_SECONDS = 5;

async function obeyOrder(
  signal: Extract<ShopifySignal, { type: "order" }>,
  { shop, event }: ReceivedEvent,
  context: JobContext,
): Promise<string> {
  const ports = context.deskPorts(shop);
  const catchUpFrom = ports.clock.after(-CATCH_UP_DAYS * DAY_SECONDS);
  const knownSince = secondsAfter(event.triggeredAt, CLOCK_DIFFERENCE_SECONDS);
  const handled = await handleOrder({ ...signal, shop, catchUpFrom, knownSince }, ports);
  if (handled.ok) return "";
  if (canChange(handled.problem.code, shop)) throw new Error(handled.problem.message);
  return handled.problem.message;
}

/** Whether a later try can end otherwise: the shop answers again, or the merchant opens Docket and gives it access anew. */
const canChange = (code: string, shop: Shop): boolean =>
  code === "platform-unreachable" || (code === "shop-disconnected" && shop.isConnected);

const secondsAfter = (instant: string, seconds: number): string =>
  new Date(Date.parse(instant) + seconds * 1000).toISOString();
