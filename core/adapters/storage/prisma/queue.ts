import { type Db, type Job, PgBoss } from "pg-boss";
import type { JobName, JobPayloads } from "#domain/workflows";
import { joinPresence, type Presence } from "./queue/presence.ts";
import { JOB_NAMES, QUEUE_SETTINGS } from "./queue/queue-settings.ts";

/** Connections of its own, beside Prisma's and one that listens. */
const POOL_SIZE = 5;
/** A retry that falls due tells nobody, so workers look by themselves this often. */
const POLL_SECONDS = 1;
/** How often jobs whose worker fell silent are looked for. */
const SUPERVISE_SECONDS = 10;
const GRACE_MS = 20_000;
const DEFAULT_BATCH_SIZE = 10;

/** The transaction that a job belongs to: sent when it commits, never when it rolls back. */
type JobTransaction = Db;

interface SendOptions {
  readonly db?: JobTransaction;
  /** ISO instant. */
  readonly startAfter?: string;
  readonly singletonKey?: string;
}

interface WorkOptions {
  /** Jobs fetched at once; they run side by side. */
  readonly batchSize?: number;
  /** Batches that run side by side in this process. */
  readonly concurrency?: number;
}

/** How many jobs wait, run, and have failed for good. */
type JobCounts = Readonly<
  Record<JobName, { readonly waiting: number; readonly active: number; readonly failed: number }>
>;

export interface JobQueue {
  send<Name extends JobName>(
    name: Name,
    payload: JobPayloads[Name],
    options?: SendOptions,
  ): Promise<void>;
  /** Many jobs in one statement. */
  sendAll<Name extends JobName>(
    name: Name,
    payloads: readonly JobPayloads[Name][],
    db?: JobTransaction,
  ): Promise<void>;
  /** A job whose handler throws is tried again later, by its queue's settings. Others of its batch are not touched. */
  work<Name extends JobName>(
    name: Name,
    handler: (payload: JobPayloads[Name]) => Promise<void>,
    options?: WorkOptions,
  ): Promise<void>;
  /** Sends the job by the clock. The same name and key again replaces the earlier schedule. */
  schedule<Name extends JobName>(
    name: Name,
    payload: JobPayloads[Name],
    clock: { readonly cron: string; readonly key: string },
  ): Promise<void>;
  unschedule(name: JobName, key: string): Promise<void>;
  counts(): Promise<JobCounts>;
  /** Graceful lets handlers finish, at most twenty seconds; jobs left over are tried again later. */
  stop(options?: { readonly graceful?: boolean }): Promise<void>;
}

/**
 * The queue in PostgreSQL. Jobs that a killed process left half done are taken up at once when no other
 * process is running, or else as soon as their heartbeat has been missed. `report` hears of every failure.
 */
export async function startQueue(
  database: { readonly url: string },
  report: (error: unknown) => void = () => undefined,
): Promise<JobQueue> {
  const boss = new PgBoss({
    connectionString: database.url,
    max: POOL_SIZE,
    useListenNotify: true,
    superviseIntervalSeconds: SUPERVISE_SECONDS,
    monitorIntervalSeconds: SUPERVISE_SECONDS,
  });
  boss.on("error", report);
  await boss.start();
  await prepareQueues(boss);
  let presence: Promise<Presence> | undefined;
  return {
    send: async (name, payload, options = {}) => {
      await boss.send(name, payload, { ...options, ...singleton(name, payload, options) });
    },
    sendAll: async (name, payloads, db) => {
      if (payloads.length === 0) return;
      const jobs = payloads.map((data) => ({ data, ...singleton(name, data, {}) }));
      await boss.insert(name, jobs, { returnId: false, ...(db && { db }) });
    },
    work: async (name, handler, options = {}) => {
      presence ??= joinPresence(database.url, () => takeUpOrphans(boss));
      await presence;
      await startWorkers({ boss, report }, { name, handler, ...options });
    },
    schedule: (name, payload, { cron, key }) =>
      boss.schedule(name, cron, payload, { key, ...singleton(name, payload, {}) }),
    unschedule: (name, key) => boss.unschedule(name, key),
    counts: () => countJobs(boss),
    stop: async ({ graceful = true } = {}) => {
      await boss.stop({ graceful, timeout: GRACE_MS });
      await (await presence)?.leave();
    },
  };
}

async function prepareQueues(boss: PgBoss): Promise<void> {
  for (const name of JOB_NAMES) {
    // Creating does nothing to a queue that exists; updating brings it to what this release says.
    await boss.createQueue(name, QUEUE_SETTINGS[name]);
    const { policy: _, ...changeable } = QUEUE_SETTINGS[name];
    await boss.updateQueue(name, changeable);
  }
}

/**
 * Only called while no other process is there. A job counts its tries, so one that kills its process each
 * time comes to an end, until the sweep.
 */
async function takeUpOrphans(boss: PgBoss): Promise<void> {
  await boss.getDb().executeSql(
    `UPDATE pgboss.job SET state = 'retry', start_after = now(), heartbeat_on = NULL
       WHERE state = 'active' AND retry_count < retry_limit AND name = ANY($1)`,
    [JOB_NAMES],
  );
}

/** Queues that count jobs by key need one: the payload, unless the sender names another. */
function singleton(
  name: JobName,
  payload: object,
  { singletonKey }: SendOptions,
): { singletonKey?: string } {
  if (singletonKey !== undefined) return { singletonKey };
  return QUEUE_SETTINGS[name].policy ? { singletonKey: JSON.stringify(payload) } : {};
}

interface Work<Name extends JobName> extends WorkOptions {
  readonly name: Name;
  readonly handler: (payload: JobPayloads[Name]) => Promise<void>;
}

async function startWorkers<Name extends JobName>(
  { boss, report }: { readonly boss: PgBoss; readonly report: (error: unknown) => void },
  { name, handler, batchSize = DEFAULT_BATCH_SIZE, concurrency = 1 }: Work<Name>,
): Promise<void> {
  async function runJob(job: Job<JobPayloads[Name]>) {
    try {
      await handler(job.data);
      return { id: job.id, status: "completed" } as const;
    } catch (error) {
      report(error);
      return { id: job.id, status: "failed", output: describeFailure(error) } as const;
    }
  }
  await boss.work(
    name,
    {
      batchSize,
      localConcurrency: concurrency,
      pollingIntervalSeconds: POLL_SECONDS,
      notifyPollingIntervalSeconds: POLL_SECONDS,
      burstWhenBatchFull: true,
      perJobResults: true,
    },
    (jobs: Job<JobPayloads[Name]>[]) => Promise.all(jobs.map(runJob)),
  );
}

const describeFailure = (error: unknown): { message: string; stack: string } => ({
  message: error instanceof Error ? error.message : String(error),
  stack: error instanceof Error ? (error.stack ?? "") : "",
});

async function countJobs(boss: PgBoss): Promise<JobCounts> {
  const { rows } = await boss.getDb().executeSql(
    `SELECT name, count(*) FILTER (WHERE state < 'active')::int AS waiting,
       count(*) FILTER (WHERE state = 'active')::int AS active,
       count(*) FILTER (WHERE state = 'failed')::int AS failed
     FROM pgboss.job WHERE state <> 'completed' AND name = ANY($1) GROUP BY name`,
    [JOB_NAMES],
  );
  const countsOf = (name: JobName) => {
    const { waiting, active, failed } = rows.find((row) => row.name === name) ?? {};
    return {
      waiting: Number(waiting ?? 0),
      active: Number(active ?? 0),
      failed: Number(failed ?? 0),
    };
  };
  return {
    "process-event": countsOf("process-event"),
    "render-document": countsOf("render-document"),
    "deliver-document": countsOf("deliver-document"),
    "reconcile-shop": countsOf("reconcile-shop"),
    "check-vat-number": countsOf("check-vat-number"),
    "charge-usage": countsOf("charge-usage"),
    "warn-of-usage": countsOf("warn-of-usage"),
    sweep: countsOf("sweep"),
  };
}
