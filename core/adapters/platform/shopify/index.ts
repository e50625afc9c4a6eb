export { adminClient, type AdminClient, type AdminGraphql } from "./admin-client.ts";
export { dateIn, normaliseShopifyOrder } from "./normalise-order.ts";
export { shopifyOrderSource } from "./order-source.ts";
export { SHOP_QUERY } from "./operations.ts";
export {
  offlineGraphql,
  type OfflineAccessOptions,
  type OfflineSession,
  type OfflineSessions,
} from "./offline-access.ts";
export { readWebhook, type ShopifySignal } from "./webhook-topics.ts";
