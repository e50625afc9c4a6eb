import type { JobQueue } from "#adapters/storage/prisma";
import type { JobName } from "#domain/workflows";
import {
  chargeUsage,
  checkVatNumber,
  deliverDocument,
  processEvent,
  reconcileShop,
  renderDocument,
  sweep,
  warnOfUsage,
  type JobContext,
} from "../jobs/index.ts";

/** How many of each run side by side. Rendering has one worker thread; mail servers dislike many connections. */
const WORK: Readonly<
  Record<JobName, { readonly batchSize: number; readonly concurrency: number }>
> = {
  "process-event": { batchSize: 8, concurrency: 2 },
  "render-document": { batchSize: 4, concurrency: 2 },
  "deliver-document": { batchSize: 4, concurrency: 1 },
  "check-vat-number": { batchSize: 1, concurrency: 1 },
  "reconcile-shop": { batchSize: 1, concurrency: 1 },
  "charge-usage": { batchSize: 1, concurrency: 1 },
  "warn-of-usage": { batchSize: 1, concurrency: 1 },
  sweep: { batchSize: 1, concurrency: 1 },
};

const SWEEP_CRON = "*/5 * * * *";

export async function startJobs(queue: JobQueue, context: JobContext): Promise<void> {
  await queue.work(
    "process-event",
    (payload) => processEvent(payload, context),
    WORK["process-event"],
  );
  await queue.work(
    "render-document",
    (payload) => renderDocument(payload, context),
    WORK["render-document"],
  );
  await queue.work(
    "deliver-document",
    (payload) => deliverDocument(payload, context),
    WORK["deliver-document"],
  );
  await queue.work(
    "check-vat-number",
    (payload) => checkVatNumber(payload, context),
    WORK["check-vat-number"],
  );
  await queue.work(
    "reconcile-shop",
    (payload) => reconcileShop(payload, context),
    WORK["reconcile-shop"],
  );
  await queue.work(
    "charge-usage",
    (payload) => chargeUsage(payload, context),
    WORK["charge-usage"],
  );
  await queue.work(
    "warn-of-usage",
    (payload) => warnOfUsage(payload, context),
    WORK["warn-of-usage"],
  );
  await queue.work("sweep", (payload) => sweep(payload, context), WORK.sweep);
  await queue.schedule("sweep", {}, { cron: SWEEP_CRON, key: "all" });
}
