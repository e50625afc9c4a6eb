import type { Journal } from "#domain/merchant";

/** Where a journal stands. The store locks it, takes the next position and writes it back in one transaction. */
export interface JournalPosition {
  /** The position the next document gets, within `period`. */
  readonly nextNumber: number;
  /** The year being counted, or "" for a journal that never starts again. */
  readonly period: string;
  /** Issue date of the journal's last document, or "" when there is none. */
  readonly lastIssueDate: string;
}

export interface NumberTaken {
  readonly number: string;
  readonly sequence: number;
  readonly period: string;
  /** Never before the journal's last date, so that numbers and dates run the same way. */
  readonly issueDate: string;
  readonly after: JournalPosition;
}

/** Takes the next number of `journal`. `today` is the calendar date (YYYY-MM-DD) in the merchant's time zone. */
export function nextPosition(
  journal: Journal,
  position: JournalPosition,
  today: string,
): NumberTaken {
  const issueDate = today < position.lastIssueDate ? position.lastIssueDate : today;
  const period = journal.resetsYearly ? issueDate.slice(0, 4) : "";
  const isNewYear = journal.resetsYearly && position.period !== "" && period !== position.period;
  const sequence = isNewYear ? 1 : position.nextNumber;
  return {
    number: formatNumber(journal, sequence, issueDate),
    sequence,
    period,
    issueDate,
    after: { nextNumber: sequence + 1, period, lastIssueDate: issueDate },
  };
}

/** `{year}-{number:4}` gives 2026-0042. */
export function formatNumber(
  journal: Pick<Journal, "pattern">,
  sequence: number,
  issueDate: string,
): string {
  return journal.pattern
    .replaceAll("{year}", issueDate.slice(0, 4))
    .replaceAll(/\{number(?::(\d{1,2}))?\}/g, (_, width: string | undefined) =>
      String(sequence).padStart(Number(width ?? 0), "0"),
    );
}
