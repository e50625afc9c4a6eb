export type { CreditProblem } from "./credit-problem.ts";
export { draftAdditionalInvoice } from "./draft-additional-invoice.ts";
export { draftEditCredit } from "./draft-edit-credit.ts";
export { draftRefundCredit } from "./draft-refund-credit.ts";
export type { EditedOrder } from "./find-edit.ts";
export { remainingOf } from "./remaining.ts";
export { wantsBelgianMention } from "./wants-belgian-mention.ts";
