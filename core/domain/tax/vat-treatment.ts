import { z } from "zod";

/** UNTDID 5305 codes, as BT-118 and BT-151 use them. */
export const vatCategorySchema = z.enum(["S", "Z", "E", "AE", "K", "G", "O"]);
export type VatCategory = z.infer<typeof vatCategorySchema>;

/** How one line, charge or allowance is taxed. Only category S has a positive rate (BR-S-05, BR-Z-05, BR-E-05). */
export const vatTreatmentSchema = z.strictObject({
  category: vatCategorySchema,
  ratePercent: z.string().regex(/^\d+(\.\d+)?$/, "expected a rate such as 21 or 5.5"),
});
export type VatTreatment = Readonly<z.infer<typeof vatTreatmentSchema>>;

/** Lines of one key share one row of the VAT breakdown (BG-23). */
export const vatKey = ({ category, ratePercent }: VatTreatment): string =>
  `${category} ${ratePercent}`;
