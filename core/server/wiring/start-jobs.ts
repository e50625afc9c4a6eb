import type { JobQueue } from "#adapters/storage/prisma";
import type { JobName } from "#domain/workflows";
import { JOB_HANDLERS, type JobContext } from "../jobs/index.ts";

/** How many of each run side by side. Rendering has one worker thread; mail servers dislike many connections. */
const WORK: Readonly<
  Record<JobName, { readonly batchSize: number; readonly concurrency: number }>
> = {
  "process-event": { batchSize: 8, concurrency: 2 },
  "render-document": { batchSize: 4, concurrency: 2 },
  "deliver-document": { batchSize: 4, concurrency: 1 },
  "reconcile-shop": { batchSize: 1, concurrency: 1 },
};

export async function startJobs(queue: JobQueue, context: JobContext): Promise<void> {
  const start = <Name extends JobName>(name: Name) =>
    queue.work(name, (payload) => JOB_HANDLERS[name](payload, context), WORK[name]);
  await start("process-event");
  await start("render-document");
  await start("deliver-document");
  await start("reconcile-shop");
}
