import type pg from "pg";
import { type Cause, CreditedMeanwhile, type IssueRequest } from "#domain/workflows";
import { causeKey } from "./cause-key.ts";

/** The credit notes of the orders that a batch is about. */
export interface CreditedOrders {
  /** Throws `CreditedMeanwhile` when the order has other credit notes than the request reckons with. */
  check(request: IssueRequest): void;
  /** What comes later in the batch sees this one. */
  add(request: IssueRequest, documentId: string): void;
}

/** One lock after the other, in the order of the keys: two transactions cannot wait for each other. */
const LOCK = `SELECT pg_advisory_xact_lock(hashtextextended("key", 0)) FROM unnest($1::text[]) AS "key"`;

const FIND = `
  SELECT d."id", d."shopId", d."orderId", d."kind", d."part" FROM "Document" d
  JOIN unnest($2::text[], $3::text[]) AS credited("shopId", "orderId") USING ("shopId", "orderId")
  WHERE d."merchantId" = $1 AND d."kind" = 'creditNote' AND d."state" IN ('issued', 'redacted')`;

/**
 * Holds the orders that these requests credit until the transaction ends, because the credit notes of one order may stand in
 * several journals. Called when the journal is locked. Asks the database nothing when no request is about credit notes.
 */
export async function lockCreditedOrders(
  client: pg.PoolClient,
  merchantId: string,
  requests: readonly IssueRequest[],
): Promise<CreditedOrders> {
  const orders = new Map(
    requests
      .filter(({ cause, knownCreditNotes }) => cause.kind === "creditNote" || knownCreditNotes)
      .map(({ cause }) => [orderKey(cause), cause]),
  );
  const notesOf = new Map([...orders.keys()].map((key) => [key, new Map<string, string>()]));
  if (orders.size > 0) {
    const causes = [...orders.values()];
    await client.query(LOCK, [[...orders.keys()].toSorted()]);
    // A statement of its own: it sees what was committed while the lock was waited for.
    const { rows } = await client.query<Cause & { id: string }>(FIND, [
      merchantId,
      causes.map(({ shopId }) => shopId),
      causes.map(({ orderId }) => orderId),
    ]);
    for (const row of rows) notesOf.get(orderKey(row))?.set(causeKey(row), row.id);
  }
  return {
    check: ({ cause, knownCreditNotes, draft }) => {
      if (knownCreditNotes === undefined) return;
      // Its own document, issued by another journal meanwhile, is no other credit note.
      const others = new Map(notesOf.get(orderKey(cause)));
      others.delete(causeKey(cause));
      if (isSameSet(new Set(others.values()), new Set(knownCreditNotes))) return;
      throw new CreditedMeanwhile(
        `Another credit note of order ${draft.order.orderNumber} was issued meanwhile. Compute this one again.`,
      );
    },
    add: ({ cause }, documentId) => {
      if (cause.kind !== "creditNote") return;
      notesOf.get(orderKey(cause))?.set(causeKey(cause), documentId);
    },
  };
}

const isSameSet = (one: ReadonlySet<string>, other: ReadonlySet<string>): boolean =>
  one.size === other.size && [...one].every((id) => other.has(id));

const orderKey = ({ shopId, orderId }: Cause): string => JSON.stringify([shopId, orderId]);
