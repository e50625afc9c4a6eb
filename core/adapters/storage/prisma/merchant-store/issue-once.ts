import type pg from "pg";
import type { IssuedDocument, IssueRequest } from "#domain/workflows";
import { causeKey } from "./cause-key.ts";
import { isLostRace, issueBatch, type Outcome } from "./issue-batch.ts";
import { explainNumberTaken, NumberTakenError } from "./number-taken.ts";
import type { StoreScope } from "./scope.ts";

/** More would make the first of them wait for the last. */
const MAX_BATCH_SIZE = 100;
/** Losing a race for a cause, or a deadlock between two journals: the next try sees who won. */
const MAX_TRIES = 4;

interface Waiting {
  readonly request: IssueRequest;
  readonly resolve: (document: IssuedDocument) => void;
  readonly reject: (error: unknown) => void;
}

/** The requests for one journal that wait while the ones before them are issued. */
interface Lane {
  readonly waiting: Waiting[];
}

const lanesByPool = new WeakMap<pg.Pool, Map<string, Lane>>();

/**
 * Group commit: requests for one journal that arrive while a transaction runs go together into the next,
 * because the row lock on the journal would let them pass only one by one. Other processes are held off by
 * that lock.
 */
export function issueOnce(scope: StoreScope, request: IssueRequest): Promise<IssuedDocument> {
  const lanes = lanesByPool.get(scope.database.pool) ?? new Map<string, Lane>();
  lanesByPool.set(scope.database.pool, lanes);
  const key = JSON.stringify([scope.merchantId, request.journalId]);
  return new Promise((resolve, reject) => {
    const waiting = { request, resolve, reject };
    const running = lanes.get(key);
    if (running) {
      running.waiting.push(waiting);
      return;
    }
    const lane = { waiting: [waiting] };
    lanes.set(key, lane);
    void drain(scope, lane, () => lanes.delete(key));
  });
}

/** `close` is called in the same tick that finds nobody waiting, so that nobody can join a lane that has ended. */
async function drain(scope: StoreScope, lane: Lane, close: () => void): Promise<void> {
  while (lane.waiting.length > 0) {
    await settle(scope, groupByCause(lane.waiting.splice(0, MAX_BATCH_SIZE)));
  }
  close();
}

/** Whoever asks for the same document gets the same one. */
type SameCause = readonly [Waiting, ...Waiting[]];

function groupByCause(waiting: readonly Waiting[]): readonly SameCause[] {
  const groups = new Map<string, [Waiting, ...Waiting[]]>();
  for (const each of waiting) {
    const key = causeKey(each.request.cause);
    const group = groups.get(key);
    if (group) group.push(each);
    else groups.set(key, [each]);
  }
  return [...groups.values()];
}

/** When a batch fails, each of its requests is tried alone, so that a bad one harms no other. */
async function settle(scope: StoreScope, groups: readonly SameCause[]): Promise<void> {
  try {
    const outcomes = await issueBatch(
      scope,
      groups.map(([{ request }]) => request),
    );
    groups.forEach((group, index) => answer(group, outcomes[index]));
  } catch {
    for (const group of groups) answer(group, await issueAlone(scope, group[0].request));
  }
}

async function issueAlone(
  scope: StoreScope,
  request: IssueRequest,
  triesLeft = MAX_TRIES,
): Promise<Outcome | undefined> {
  try {
    const [outcome] = await issueBatch(scope, [request]);
    return outcome;
  } catch (error) {
    if (triesLeft > 1 && isLostRace(error)) return issueAlone(scope, request, triesLeft - 1);
    if (!(error instanceof NumberTakenError)) return { error };
    return { error: await explainNumberTaken(scope, request, error).catch(() => error) };
  }
}

function answer(group: SameCause, outcome: Outcome | undefined): void {
  for (const { resolve, reject } of group) {
    if (outcome?.document) resolve(outcome.document);
    else reject(outcome?.error);
  }
}
