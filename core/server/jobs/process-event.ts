import type { JobHandlers } from "./job-context.ts";
import { obeyShopify } from "./shopify-event.ts";
import { obeyWooCommerce } from "./woocommerce-event.ts";

/** How each platform's events are obeyed: "" when done, else why not. Throwing asks for another try. */
const OBEY = { shopify: obeyShopify, woocommerce: obeyWooCommerce };

/** Does what a stored event asks. A shop that cannot be reached now is tried again; anything else is settled. */
export const processEvent: JobHandlers["process-event"] = async ({ inboundEventId }, context) => {
  const event = await context.inbox.findEvent(inboundEventId);
  if (event === undefined || event.state !== "waiting") return;
  const shop = await context.shops.findShopById(event.shopId);
  if (shop === undefined) return;
  const problem = await OBEY[shop.platform]({ shop, event }, context);
  await context.inbox.settleEvent(inboundEventId, problem === "" ? "done" : "failed", problem);
};
