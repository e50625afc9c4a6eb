import { deliverDocument } from "./deliver-document.ts";
import type { JobHandlers } from "./job-context.ts";
import { processEvent } from "./process-event.ts";
import { reconcileShop } from "./reconcile-shop.ts";
import { renderDocument } from "./render-document.ts";

export const JOB_HANDLERS: JobHandlers = {
  "process-event": processEvent,
  "render-document": renderDocument,
  "deliver-document": deliverDocument,
  "reconcile-shop": reconcileShop,
};
export type { JobContext, MerchantPorts } from "./job-context.ts";
