import type { DocumentView } from "#server/wiring";

/** What the page tells beside the preview. "" and null are not shown. */
export interface DocumentFacts {
  readonly dueDate: string | null;
  readonly amountDue: string;
  readonly paymentReference: string;
  readonly internalNote: string;
  readonly hash: string;
}

/** Only what the page shows leaves the server, not the whole document. */
export function documentFacts({ stored }: Pick<DocumentView, "stored">): DocumentFacts {
  switch (stored.state) {
    case "issued": {
      const { dueDate, totals, paymentReference, internalNote } = stored.document;
      const { amountDue } = totals;
      return { dueDate, amountDue, paymentReference, internalNote, hash: stored.hash };
    }
    case "draft": {
      const { totals, internalNote } = stored.draft;
      return {
        dueDate: null,
        amountDue: totals.amountDue,
        paymentReference: "",
        internalNote,
        hash: "",
      };
    }
    case "redacted":
      return { dueDate: null, amountDue: "", paymentReference: "", internalNote: "", hash: "" };
  }
}
