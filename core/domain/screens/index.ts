export { readPath, writePath, type FieldPath } from "./field-path.ts";
export {
  documentFacts,
  type BuyerVatCheck,
  type CreditedInvoice,
  type DocumentFacts,
} from "./document-facts.ts";
export { changeQuery, currentCursor, nextPage, previousPage } from "./search-params.ts";
export { changeKind, IMPOSSIBLE_AT, whyImpossible } from "./rule-choices.ts";
export { issueAllHeld, MOST_PASSED, type HeldRound } from "./issue-all-held.ts";
