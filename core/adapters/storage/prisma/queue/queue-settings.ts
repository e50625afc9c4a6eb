import type { JobName } from "#domain/workflows";
import type { Queue } from "pg-boss";

/**
 * A worker that lives renews its claim. One that was killed does not, and another process takes the job
 * over: after this long while others are running, and at once when it is the first to start.
 */
const HEARTBEAT_SECONDS = 20;
const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Tries of a job come to some forty minutes; then it stays a day with its last error, and the sweep sends another. */
const DEFAULTS = {
  retryLimit: 10,
  retryDelay: 2,
  retryBackoff: true,
  retryDelayMax: 15 * MINUTE,
  expireInSeconds: 2 * MINUTE,
  heartbeatSeconds: HEARTBEAT_SECONDS,
  deleteAfterSeconds: DAY,
  notify: true,
} satisfies Omit<Queue, "name">;

/**
 * `singleton` runs one job per key at a time: two that send the same delivery would both find it unsent.
 * `short` keeps one waiting job per key, so that a clock that outruns the work piles nothing up.
 */
export const QUEUE_SETTINGS: Readonly<Record<JobName, Omit<Queue, "name">>> = {
  // Shopify may make us wait a minute or two for one order.
  "process-event": { ...DEFAULTS, expireInSeconds: 10 * MINUTE },
  "render-document": DEFAULTS,
  // A mail gives up by itself, long before its job does: one that is still on its way is never sent beside itself.
  "deliver-document": { ...DEFAULTS, policy: "singleton", expireInSeconds: 15 * MINUTE },
  "reconcile-shop": {
    ...DEFAULTS,
    policy: "short",
    retryLimit: 3,
    retryDelay: MINUTE,
    expireInSeconds: 15 * MINUTE,
  },
  // An authority may be out for days. One waiting job per number, however many documents ask for it.
  "check-vat-number": {
    ...DEFAULTS,
    policy: "short",
    retryDelay: 15 * MINUTE,
    retryDelayMax: 6 * HOUR,
  },
  // The provider keeps a charge single by its id; one at a time keeps its cap in view.
  "charge-usage": { ...DEFAULTS, policy: "singleton" },
  "warn-of-usage": { ...DEFAULTS, policy: "singleton" },
  sweep: { ...DEFAULTS, policy: "short", retryLimit: 0 },
};

const isJobName = (name: string): name is JobName => name in QUEUE_SETTINGS;
export const JOB_NAMES: readonly JobName[] = Object.keys(QUEUE_SETTINGS).filter(isJobName);
