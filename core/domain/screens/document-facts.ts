import type { Document } from "#domain/document";
import { compactIdentifier, type VatCheck } from "#domain/party";
import type { DocumentSummary } from "#domain/workflows";

/** What a page tells of a document beside its preview. "" and null are not shown. */
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
  readonly buyerVatCheck: BuyerVatCheck | null;
}

export type BuyerVatCheck = Pick<VatCheck, "state" | "checkedAt" | "consultationNumber">;

export interface CreditedInvoice {
  readonly number: string;
  readonly issueDate: string | null;
  /** Null when another program made it. */
  readonly documentId: string | null;
}

type Content = Pick<
  Document,
  "totals" | "internalNote" | "precedingInvoice" | "creditReason" | "buyer" | "buyerVatCheck"
>;
type Issued = Content & Pick<Document, "dueDate" | "paymentReference">;

interface Viewed {
  readonly stored:
    | { readonly state: "draft"; readonly draft: Content }
    | { readonly state: "issued"; readonly document: Issued; readonly hash: string }
    | { readonly state: "redacted" };
  readonly otherDocuments: readonly Pick<DocumentSummary, "documentId" | "kind" | "number">[];
}

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

function commonFacts(content: Content, otherDocuments: Viewed["otherDocuments"]) {
  const { totals, internalNote, precedingInvoice, creditReason, buyer } = content;
  const ours = otherDocuments.find(
    ({ kind, number }) => kind === "invoice" && number === precedingInvoice?.number,
  );
  return {
    amountDue: totals.amountDue,
    internalNote,
    credits: precedingInvoice && { ...precedingInvoice, documentId: ours?.documentId ?? null },
    creditReason,
    buyerVatIdentifier: buyer.vatIdentifier,
    buyerVatCheck: vatCheckOf(content),
  };
}

/** An answer about another number is none. */
function vatCheckOf({ buyer, buyerVatCheck }: Content): BuyerVatCheck | null {
  if (buyerVatCheck === null) return null;
  const [asked, given] = [buyerVatCheck.vatIdentifier, buyer.vatIdentifier].map(compactIdentifier);
  if (asked !== given) return null;
  const { state, checkedAt, consultationNumber } = buyerVatCheck;
  return { state, checkedAt, consultationNumber };
}
