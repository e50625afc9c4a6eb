import { compactIdentifier, type VatCheck } from "#domain/party";
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
  readonly buyerVatIdentifier: string;
  /** What VIES said of that number; null when it was not asked. */
  readonly buyerVatCheck: VatCheck | null;
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
  buyerVatIdentifier: "",
  buyerVatCheck: null,
};

export function documentFacts({ stored, otherDocuments }: Viewed): DocumentFacts {
  if (stored.state === "redacted") return NONE;
  const content = stored.state === "issued" ? stored.document : stored.draft;
  const { totals, internalNote, precedingInvoice, creditReason, buyer } = content;
  const ours = otherDocuments.find(
    ({ kind, number }) => kind === "invoice" && number === precedingInvoice?.number,
  );
  const common = {
    ...NONE,
    amountDue: totals.amountDue,
    internalNote,
    credits: precedingInvoice && { ...precedingInvoice, documentId: ours?.documentId ?? null },
    creditReason,
    buyerVatIdentifier: buyer.vatIdentifier,
    buyerVatCheck: vatCheckOf(content),
  };
  if (stored.state === "draft") return common;
  const { dueDate, paymentReference } = stored.document;
  return { ...common, dueDate, paymentReference, hash: stored.hash };
}

type Checked = Pick<
  Extract<Viewed["stored"], { state: "draft" }>["draft"],
  "buyer" | "buyerVatCheck"
>;

/** An answer about another number is none. */
function vatCheckOf({ buyer, buyerVatCheck }: Checked): VatCheck | null {
  if (buyerVatCheck === null) return null;
  const [asked, given] = [buyerVatCheck.vatIdentifier, buyer.vatIdentifier].map(compactIdentifier);
  return asked === given ? buyerVatCheck : null;
}
