export {
  vatCategorySchema,
  vatKey,
  vatTreatmentSchema,
  type VatCategory,
  type VatTreatment,
} from "./vat-treatment.ts";
export { splitVat, type VatSplit } from "./split-vat.ts";
export {
  reconcile,
  type ChargedPart,
  type Reconciliation,
  type VatBreakdownEntry,
} from "./reconcile.ts";
