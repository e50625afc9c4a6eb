export { directBilling } from "./direct-billing.ts";
export { readMarketplaceReport } from "./marketplace-report.ts";
export { wordpressBilling } from "./wordpress-billing.ts";
