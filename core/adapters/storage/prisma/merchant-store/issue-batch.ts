import { createHash, randomUUID } from "node:crypto";
import pg from "pg";
import { canonicalJson, type Document } from "#domain/document";
import { nextPosition, type NumberTaken } from "#domain/numbering";
import type { IssuedDocument, IssueRequest } from "#domain/workflows";
import { storable } from "../stored-json.ts";
import { inTransaction } from "../transaction.ts";
import { causeKey } from "./cause-key.ts";
import { type CreditedOrders, lockCreditedOrders } from "./credited-orders.ts";
import { storedDocumentOf, summaryOf } from "./document-row.ts";
import { advanceJournal, type JournalRow, lockJournal } from "./journal-row.ts";
import { findIssued, storeIssued, type RowToIssue } from "./issue-rows.ts";
import { asNumberTaken } from "./number-taken.ts";
import type { StoreScope } from "./scope.ts";
import { lockUsage, type Usage } from "./usage-rows.ts";

/** What became of one request. */
export type Outcome =
  | { readonly document: IssuedDocument; readonly error?: undefined }
  | { readonly document?: undefined; readonly error: unknown };

const DEADLOCK = "40P01";

/** Another journal issued one of the causes while this one was at it. */
class CauseTakenError extends Error {}

/** True when the same request may well succeed now. */
export function isLostRace(error: unknown): boolean {
  if (error instanceof CauseTakenError) return true;
  return error instanceof pg.DatabaseError && error.code === DEADLOCK;
}

/** SHA-256 over the journal's previous hash and the document: changing one document breaks every hash after it. */
export const chainHash = (previousHash: string, document: Document): string =>
  createHash("sha256")
    .update(previousHash + canonicalJson(document))
    .digest("hex");

/**
 * Issues the requests of one journal, each with a cause of its own, in their order and in one transaction.
 * The number of round trips does not grow with the batch. A request whose `freeze` throws takes no number, and neither does
 * a credit note whose order has others by now, nor what the plan has no room for. Throws `NumberTakenError` when another journal gave one of the numbers.
 */
export function issueBatch(
  scope: StoreScope,
  requests: readonly IssueRequest[],
): Promise<readonly Outcome[]> {
  const { database, merchantId } = scope;
  return inTransaction(database.pool, async (client) => {
    const journal = await lockJournal(client, merchantId, requests);
    const outcomes = new Map<string, Outcome>();
    for (const row of await findIssued(client, merchantId, requests)) {
      outcomes.set(causeKey(row), outcomeOf(storedDocumentOf(row)));
    }
    const pending = requests.filter(({ cause }) => !outcomes.has(causeKey(cause)));
    const credited = await lockCreditedOrders(client, merchantId, pending);
    const usage = await lockUsage(client, scope, pending);
    const checks = { credited, usage };
    const { frozen, journal: advanced } = freezeAll(journal, pending, { outcomes, checks });
    if (frozen.length > 0) {
      const documents = await store(client, scope, frozen);
      for (const document of documents) outcomes.set(causeKey(document.summary), { document });
      const ids = new Map(documents.map(({ summary }) => [causeKey(summary), summary.documentId]));
      await usage.save((cause) => ids.get(causeKey(cause)) ?? "");
      await advanceJournal(client, advanced);
    }
    return requests.map(
      ({ cause }) => outcomes.get(causeKey(cause)) ?? { error: new CauseTakenError() },
    );
  });
}

/** Rows and the jobs that render them. */
async function store(
  client: pg.PoolClient,
  { merchantId, queue }: StoreScope,
  frozen: readonly RowToIssue[],
): Promise<readonly IssuedDocument[]> {
  const stored = await storeIssued(client, merchantId, frozen).catch((error: unknown) => {
    throw asNumberTaken(error, frozen);
  });
  const summaries = new Map(stored.map((row) => [causeKey(row), summaryOf(row)]));
  const documents = frozen.map(({ request, document, hash }): IssuedDocument => {
    const summary = summaries.get(causeKey(request.cause));
    if (summary === undefined) throw new CauseTakenError();
    return { summary, state: "issued", document, hash };
  });
  const jobs = documents.map(({ summary }) => ({ merchantId, documentId: summary.documentId }));
  await queue.sendAll("render-document", jobs, {
    executeSql: (text, values) => client.query(text, values),
  });
  return documents;
}

function outcomeOf(stored: ReturnType<typeof storedDocumentOf>): Outcome {
  if (stored.state === "issued") return { document: stored };
  const { kind, number } = stored.summary;
  return { error: new Error(`${kind} ${number} was redacted on request and is not issued again.`) };
}

/** Gives numbers and hashes, in order. A failure goes to `outcomes` and leaves the number to the next one. */
function freezeAll(
  journal: JournalRow,
  requests: readonly IssueRequest[],
  {
    outcomes,
    checks: { credited, usage },
  }: {
    readonly outcomes: Map<string, Outcome>;
    readonly checks: { readonly credited: CreditedOrders; readonly usage: Usage };
  },
): { readonly frozen: readonly RowToIssue[]; readonly journal: JournalRow } {
  let position = journal;
  const frozen: RowToIssue[] = [];
  for (const request of requests) {
    try {
      credited.check(request);
      usage.check(request);
      const taken = nextPosition(request.journal, startOf(position, request), request.today);
      const document = storable(request.freeze(taken));
      const previousHash = position.lastHash;
      const hash = chainHash(previousHash, document);
      const id = randomUUID();
      frozen.push({ id, request, taken, document, hash, previousHash });
      credited.add(request, id);
      usage.add(request);
      position = after(position, taken, hash);
    } catch (error) {
      outcomes.set(causeKey(request.cause), { error });
    }
  }
  return { frozen, journal: position };
}

/** Until a journal has issued something, its settings say where it starts. */
const startOf = (position: JournalRow, { journal }: IssueRequest): JournalRow =>
  position.issuedCount === 0 ? { ...position, nextNumber: journal.startNumber } : position;

const after = (journal: JournalRow, taken: NumberTaken, hash: string): JournalRow => ({
  ...journal,
  ...taken.after,
  lastNumber: taken.number,
  lastHash: hash,
  issuedCount: journal.issuedCount + 1,
});
