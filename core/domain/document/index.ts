export { canonicalJson } from "./canonical-json.ts";
export { chargedTotal } from "./charged-total.ts";
export {
  type Document,
  type DocumentAllowance,
  type DocumentCharge,
  type DocumentLine,
  type DraftDocument,
  type VatTrace,
} from "./document.ts";
export { draftDocument, type DraftProblem } from "./draft-document.ts";
export { freezeDocument, type FillText } from "./freeze-document.ts";
export { paymentReference, structuredCommunication } from "./payment-reference.ts";
export {
  draftAdditionalInvoice,
  draftEditCredit,
  draftRefundCredit,
  wantsBelgianMention,
  type CreditProblem,
} from "./credit/index.ts";
