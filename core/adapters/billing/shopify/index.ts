export { shopifyAppPricing } from "./shopify-app-pricing.ts";
export { shopifyBillingApi } from "./shopify-billing-api.ts";
