import type { Document, DraftDocument } from "#domain/document";
import type { DocumentView } from "#server/wiring";

/** What the page tells beside the preview. "" and null are not shown. */
export interface DocumentFacts {
  readonly dueDate: string | null;
  readonly amountDue: string;
  readonly paymentReference: string;
  readonly internalNote: string;
  readonly hash: string;
  /** Of a credit note. */
  readonly credits: CreditedInvoice | null;
  readonly creditReason: string;
}

interface CreditedInvoice {
  readonly number: string;
  readonly issueDate: string | null;
  /** Null when another program made it. */
  readonly documentId: string | null;
}

type Viewed = Pick<DocumentView, "stored" | "otherDocuments">;

const NONE: DocumentFacts = {
  dueDate: null,
  amountDue: "",
  paymentReference: "",
  internalNote: "",
  hash: "",
  credits: null,
  creditReason: "",
};

/** Only what the page shows leaves the server, not the whole document. */
export function documentFacts({ stored, otherDocuments }: Viewed): DocumentFacts {
  switch (stored.state) {
    case "issued": {
      const { dueDate, paymentReference } = stored.document;
      const common = commonFacts(stored.document, otherDocuments);
      return { ...NONE, ...common, dueDate, paymentReference, hash: stored.hash };
    }
    case "draft":
      return { ...NONE, ...commonFacts(stored.draft, otherDocuments) };
    case "redacted":
      return NONE;
  }
}

function commonFacts(
  { totals, internalNote, precedingInvoice, creditReason }: Document | DraftDocument,
  otherDocuments: Viewed["otherDocuments"],
) {
  const ours = otherDocuments.find(
    ({ kind, number }) => kind === "invoice" && number === precedingInvoice?.number,
  );
  const documentId = ours?.documentId ?? null;
  const credits = precedingInvoice && { ...precedingInvoice, documentId };
  return { amountDue: totals.amountDue, internalNote, credits, creditReason };
}
