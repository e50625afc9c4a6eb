import {
  CATCH_UP_DAYS,
  findMissingDocuments,
  handleOrder,
  syncSubscriptions,
} from "#domain/workflows";
import type { JobHandlers } from "./job-context.ts";

const DAY_SECONDS = 24 * 60 * 60;
const MOST_ORDERS = 1000;

/**
 * Shopify loses webhooks. Reads what the merchant pays for, and makes up for each order of the last days that should have a document and has none. A WooCommerce shop
 * cannot be asked: its plugin asks us instead which orders we miss.
 */
export const reconcileShop: JobHandlers["reconcile-shop"] = async ({ shopId }, context) => {
  const shop = await context.shops.findShopById(shopId);
  if (shop === undefined || !shop.isConnected || shop.platform !== "shopify") return;
  const ports = context.deskPorts(shop);
  const since = ports.clock.after(-CATCH_UP_DAYS * DAY_SECONDS);
  const missing = await findMissingDocuments({ shop, since, mostOrders: MOST_ORDERS }, ports);
  if (!missing.ok) throw new Error(missing.problem.message);
  for (const { order } of missing.value) {
    await handleOrder({ shop, orderId: order.orderId, event: null, catchUpFrom: since }, ports);
  }
  const synced = await syncSubscriptions(ports);
  if (!synced.ok && synced.problem.code !== "shop-disconnected") {
    throw new Error(synced.problem.message);
  }
};
