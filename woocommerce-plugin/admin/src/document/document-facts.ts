import type { DocumentView } from "../api/types.ts";

/** What the screen tells beside the preview. "" and null are not shown. */
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

export interface CreditedInvoice {
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

export function documentFacts({ stored, otherDocuments }: Viewed): DocumentFacts {
  if (stored.state === "redacted") return NONE;
  const content = stored.state === "issued" ? stored.document : stored.draft;
  const { totals, internalNote, precedingInvoice, creditReason } = content;
  const ours = otherDocuments.find(
    ({ kind, number }) => kind === "invoice" && number === precedingInvoice?.number,
  );
  const common = {
    ...NONE,
    amountDue: totals.amountDue,
    internalNote,
    credits: precedingInvoice && { ...precedingInvoice, documentId: ours?.documentId ?? null },
    creditReason,
  };
  if (stored.state === "draft") return common;
  const { dueDate, paymentReference } = stored.document;
  return { ...common, dueDate, paymentReference, hash: stored.hash };
}
