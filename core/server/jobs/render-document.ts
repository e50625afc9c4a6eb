import { renderDocument as render } from "#domain/workflows";
import type { JobHandlers } from "./job-context.ts";

/** Makes the PDF, then lets the deliveries go that waited for it. */
export const renderDocument: JobHandlers["render-document"] = async (
  { merchantId, documentId },
  context,
) => {
  const ports = context.merchantPorts(merchantId);
  await render(documentId, ports);
  const deliveries = await ports.store.listDeliveries(documentId);
  for (const { deliveryId } of deliveries.filter(({ state }) => state === "waiting")) {
    await context.send("deliver-document", { merchantId, deliveryId });
  }
};
