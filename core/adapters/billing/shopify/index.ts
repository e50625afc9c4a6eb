export { shopifyAppPricing, type AppPricingOptions } from "./shopify-app-pricing.ts";
export { shopifyBillingApi } from "./shopify-billing-api.ts";
