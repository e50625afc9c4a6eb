import { deliverDocument as deliver } from "#domain/workflows";
import type { JobHandlers } from "./job-context.ts";

/** One try. A failed one has scheduled the next by itself; only a PDF that is not there yet asks the queue to come back. */
export const deliverDocument: JobHandlers["deliver-document"] = async (
  { merchantId, deliveryId },
  context,
) => {
  const outcome = await deliver(deliveryId, context.merchantPorts(merchantId));
  if (outcome === "not-ready")
    throw new Error(`the PDF for delivery ${deliveryId} is not there yet`);
};
