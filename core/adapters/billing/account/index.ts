export { directBilling, type DirectBillingPorts } from "./direct-billing.ts";
export { readMarketplaceReport } from "./marketplace-report.ts";
export { wordpressBilling, type WordpressBillingPorts } from "./wordpress-billing.ts";
