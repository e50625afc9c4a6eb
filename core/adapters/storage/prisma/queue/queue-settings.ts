import type { JobName } from "#domain/workflows";
import type { Queue } from "pg-boss";

/** Jobs that failed for good wait here, with their last error, until an operator sends them back. */
export const DEAD_LETTER_QUEUE = "dead-letter";

/**
 * A worker that lives renews its claim. One that was killed does not, and another process takes the job
 * over: after this long while others are running, and at once when it is the first to start.
 */
const HEARTBEAT_SECONDS = 20;
const MINUTE = 60;
const DAY = 24 * 60 * MINUTE;

const DEFAULTS = {
  retryLimit: 10,
  retryDelay: 2,
  retryBackoff: true,
  retryDelayMax: 15 * MINUTE,
  expireInSeconds: 2 * MINUTE,
  heartbeatSeconds: HEARTBEAT_SECONDS,
  deleteAfterSeconds: DAY,
  notify: true,
  deadLetter: DEAD_LETTER_QUEUE,
} satisfies Omit<Queue, "name">;

/**
 * `singleton` runs one job per key at a time: two that send the same delivery would both find it unsent.
 * `short` keeps one waiting job per key, so that a clock that outruns the work piles nothing up.
 */
export const QUEUE_SETTINGS: Readonly<Record<JobName, Omit<Queue, "name">>> = {
  "process-event": DEFAULTS,
  "render-document": DEFAULTS,
  "deliver-document": { ...DEFAULTS, policy: "singleton" },
  "reconcile-shop": {
    ...DEFAULTS,
    policy: "short",
    retryLimit: 3,
    retryDelay: MINUTE,
    expireInSeconds: 15 * MINUTE,
  },
};

const isJobName = (name: string): name is JobName => name in QUEUE_SETTINGS;
export const JOB_NAMES: readonly JobName[] = Object.keys(QUEUE_SETTINGS).filter(isJobName);

export const DEAD_LETTER_SETTINGS: Omit<Queue, "name"> = { retentionSeconds: 90 * DAY };
