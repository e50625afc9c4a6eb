export { checkVatNumber } from "./check-vat-number.ts";
export { deliverDocument } from "./deliver-document.ts";
export type { JobContext, MerchantPorts } from "./job-context.ts";
export { redact } from "./privacy-requests.ts";
export { processEvent } from "./process-event.ts";
export { reconcileShop } from "./reconcile-shop.ts";
export { renderDocument } from "./render-document.ts";
export { sweep } from "./sweep.ts";
