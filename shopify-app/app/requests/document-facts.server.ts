import type { Document, DraftDocument } from "#domain/document";
import { compactIdentifier, type VatCheck } from "#domain/party";
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
  readonly buyerVatIdentifier: string;
  /** What VIES said of that number; null when it was not asked. */
  readonly buyerVatCheck: Pick<VatCheck, "state" | "checkedAt" | "consultationNumber"> | null;
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
  buyerVatIdentifier: "",
  buyerVatCheck: null,
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

function commonFacts(document: Document | DraftDocument, otherDocuments: Viewed["otherDocuments"]) {
  const { totals, internalNote, precedingInvoice, creditReason, buyer } = document;
  const ours = otherDocuments.find(
    ({ kind, number }) => kind === "invoice" && number === precedingInvoice?.number,
  );
  const documentId = ours?.documentId ?? null;
  const credits = precedingInvoice && { ...precedingInvoice, documentId };
  return {
    amountDue: totals.amountDue,
    internalNote,
    credits,
    creditReason,
    buyerVatIdentifier: buyer.vatIdentifier,
    buyerVatCheck: vatCheckOf(document),
  };
}

/** An answer about another number is none. */
function vatCheckOf({
  buyer,
  buyerVatCheck,
}: Document | DraftDocument): DocumentFacts["buyerVatCheck"] {
  if (buyerVatCheck === null) return null;
  const [asked, given] = [buyerVatCheck.vatIdentifier, buyer.vatIdentifier].map(compactIdentifier);
  if (asked !== given) return null;
  const { state, checkedAt, consultationNumber } = buyerVatCheck;
  return { state, checkedAt, consultationNumber };
}
