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
  const now = ports.clock.now();
  const due = deliveries.filter(
    ({ state, nextAttemptAt }) =>
      state === "waiting" && (nextAttemptAt === null || nextAttemptAt <= now),
  );
  for (const { deliveryId } of due) {
    await context.send("deliver-document", { merchantId, deliveryId });
  }
};
