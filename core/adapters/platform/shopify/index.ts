export { adminClient, type AdminClient } from "./admin-client.ts";
export { normaliseShopifyOrder } from "./normalise-order.ts";
export { shopifyOrderSource } from "./order-source.ts";
export { SHOP_QUERY } from "./operations.ts";
export { offlineGraphql } from "./offline-access.ts";
export { readWebhook, type ShopifySignal } from "./webhook-topics.ts";
