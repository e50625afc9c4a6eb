export { adminClient, type AdminClient, type AdminGraphql } from "./admin-client.ts";
export { dateIn, normaliseShopifyOrder } from "./normalise-order.ts";
export { shopifyOrderSource } from "./order-source.ts";
export { SHOP_QUERY } from "./operations.ts";
export { readWebhook, type ShopifySignal } from "./webhook-topics.ts";
