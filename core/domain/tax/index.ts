export {
  vatKey,
  vatTreatmentSchema,
  type ExemptionReason,
  type VatCategory,
  type VatTreatment,
} from "./vat-treatment.ts";
export { splitVat } from "./split-vat.ts";
export { reconcile, type ChargedPart } from "./reconcile.ts";
export { memberStateOf, vatAreaOf, vatCurrencyOf, type Place } from "./vat-territory.ts";
export { allocateWithin, boundsOf, type Bounds, type Share } from "./allocate-within.ts";
export { splitPartOfVat, taxOfPart, type UncreditedVat } from "./split-part-of-vat.ts";
