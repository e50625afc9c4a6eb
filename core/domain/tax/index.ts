export {
  vatKey,
  vatTreatmentSchema,
  type VatCategory,
  type VatTreatment,
} from "./vat-treatment.ts";
export { splitVat } from "./split-vat.ts";
export { reconcile, type ChargedPart } from "./reconcile.ts";
