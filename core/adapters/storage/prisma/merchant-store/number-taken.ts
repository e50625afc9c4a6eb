import pg from "pg";
import type { IssueRequest } from "#domain/workflows";
import type { RowToIssue } from "./issue-rows.ts";
import type { StoreScope } from "./scope.ts";
import { loadSettings } from "./settings.ts";

const UNIQUE_VIOLATION = "23505";
const NUMBER_INDEX = "Document_number_merchantId_key";

/** A number that the journal would give next stands on a document of another journal. */
export class NumberTakenError extends Error {
  readonly numbers: readonly string[];

  constructor(numbers: readonly string[], cause: unknown) {
    super(`One of the numbers ${numbers.join(", ")} is taken by another journal.`, { cause });
    this.numbers = numbers;
  }
}

/** The same error, unless it says that a number of these rows is taken. */
export function asNumberTaken(error: unknown, rows: readonly RowToIssue[]): unknown {
  const isTaken =
    error instanceof pg.DatabaseError &&
    error.code === UNIQUE_VIOLATION &&
    error.constraint === NUMBER_INDEX;
  return isTaken
    ? new NumberTakenError(
        rows.map(({ taken }) => taken.number),
        error,
      )
    : error;
}

const HOLDER = `
  SELECT d."journalId",
    EXISTS (SELECT FROM "Journal" j
      WHERE j."merchantId" = $1 AND j."journalId" = $3 AND j."issuedCount" > 0) AS "hasBegun"
  FROM "Document" d WHERE d."merchantId" = $1 AND d."number" = $2`;

/** Says who has the number of this one request, and what the merchant can do. A journal that has issued keeps its pattern. */
export async function explainNumberTaken(
  { database: { prisma, pool }, merchantId }: StoreScope,
  { journal }: IssueRequest,
  error: NumberTakenError,
): Promise<Error> {
  const [number = ""] = error.numbers;
  const { rows } = await pool.query<{ journalId: string; hasBegun: boolean }>(HOLDER, [
    merchantId,
    number,
    journal.journalId,
  ]);
  const [holder] = rows;
  if (holder === undefined) return error;
  const { journals } = await loadSettings({ prisma, merchantId });
  const other = journals.find(({ journalId }) => journalId === holder.journalId);
  const remedy = holder.hasBegun
    ? "Make a new journal with a pattern of its own and choose it in the rules."
    : "Change its pattern, so that its numbers differ.";
  return new Error(
    `Number ${number} is taken: journal "${other?.name ?? holder.journalId}" has given it, so journal "${journal.name}" cannot. ${remedy}`,
    { cause: error },
  );
}
