export type { CreditProblem } from "./credit-problem.ts";
export { draftAdditionalInvoice } from "./draft-additional-invoice.ts";
export { draftEditCredit } from "./draft-edit-credit.ts";
export { draftRefundCredit, type RefundToDraft } from "./draft-refund-credit.ts";
export type { EditedOrder } from "./find-edit.ts";
export { remainingOf, type Remaining } from "./remaining.ts";
