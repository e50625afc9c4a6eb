import { z } from "zod";

/** UNTDID 5305 codes, as BT-118 and BT-151 use them. */
const TAXED = ["S", "Z"] as const;
const UNTAXED = ["E", "AE", "K", "G", "O"] as const;
export type VatCategory = (typeof TAXED)[number] | (typeof UNTAXED)[number];

/** Why no VAT is charged. Each has its words and its VATEX code in `document/exemption-texts.ts`. */
export const exemptionReasonSchema = z.enum([
  /** AE: a service to a business in another member state (Art. 196). */
  "reverseCharge",
  /** AE: the buyer at home accounts for the VAT; the merchant says by which rule. */
  "domesticReverseCharge",
  /** K: goods to a business in another member state (Art. 138). */
  "intraCommunity",
  /** G: goods that leave the Union (Art. 146). */
  "export",
  /** E: the seller's turnover is small (Art. 284). */
  "smallBusiness",
  /** E: by the rule that the merchant names (Art. 132, 135). */
  "exempt",
  /** O: a service that is taxed where the buyer is, outside the Union (Art. 44, 59). */
  "foreignService",
  /** O: a voucher for several rates is taxed when it is spent (Art. 30b). */
  "voucher",
  /** O: a gift beside the price. */
  "tip",
  /** O: duties paid for the buyer. */
  "duty",
  /** E, until the merchant says more: the doctor refuses to issue it. */
  "undecided",
]);
export type ExemptionReason = z.infer<typeof exemptionReasonSchema>;

const rateSchema = z.string().regex(/^\d+(\.\d+)?$/, "expected a rate such as 21 or 5.5");

/** How one line, charge or allowance is taxed. Only category S has a positive rate (BR-S-05, BR-Z-05, BR-E-05). */
export const vatTreatmentSchema = z.union([
  z.strictObject({ category: z.enum(TAXED), ratePercent: rateSchema }),
  z.strictObject({
    category: z.enum(UNTAXED),
    ratePercent: z.literal("0"),
    exemptionReason: exemptionReasonSchema,
  }),
]);
export type VatTreatment = Readonly<z.infer<typeof vatTreatmentSchema>>;

/** Lines of one key share one row of the VAT breakdown (BG-23), whatever the reasons for their exemption (BR-E-01). */
export const vatKey = ({
  category,
  ratePercent,
}: Pick<VatTreatment, "category" | "ratePercent">): string => `${category} ${ratePercent}`;
