import type { Journal as JournalRow } from "@prisma/client";
import type pg from "pg";
import type { IssueRequest } from "#domain/workflows";

export type { JournalRow };

const LOCK = `SELECT * FROM "Journal" WHERE "merchantId" = $1 AND "journalId" = $2 FOR UPDATE`;
const CREATE = `
  INSERT INTO "Journal" ("merchantId", "journalId", "nextNumber", "period", "lastIssueDate", "lastNumber",
    "lastHash", "issuedCount")
  VALUES ($1, $2, $3, '', '', '', '', 0) ON CONFLICT DO NOTHING`;

/** The journal of these requests, held until the transaction ends. The first document makes it. */
export async function lockJournal(
  client: pg.PoolClient,
  merchantId: string,
  [request]: readonly IssueRequest[],
): Promise<JournalRow> {
  if (request === undefined) throw new Error("There is nothing to issue.");
  const { journalId, journal } = request;
  const found = await client.query<JournalRow>(LOCK, [merchantId, journalId]);
  if (found.rows[0]) return found.rows[0];
  await client.query(CREATE, [merchantId, journalId, journal.startNumber]);
  const made = await client.query<JournalRow>(LOCK, [merchantId, journalId]);
  if (made.rows[0]) return made.rows[0];
  throw new Error(`Journal ${journalId} cannot be made.`);
}

/** Last in the transaction. */
export async function advanceJournal(client: pg.PoolClient, journal: JournalRow): Promise<void> {
  await client.query(
    `UPDATE "Journal" SET "nextNumber" = $3, "period" = $4, "lastIssueDate" = $5, "lastNumber" = $6,
       "lastHash" = $7, "issuedCount" = $8
     WHERE "merchantId" = $1 AND "journalId" = $2`,
    [
      journal.merchantId,
      journal.journalId,
      journal.nextNumber,
      journal.period,
      journal.lastIssueDate,
      journal.lastNumber,
      journal.lastHash,
      journal.issuedCount,
    ],
  );
}
