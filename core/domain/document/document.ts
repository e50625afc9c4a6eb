import { z } from "zod";
import { documentKindSchema, languageSchema, logoSchema } from "#domain/merchant";
import { currencyCodeSchema } from "#domain/money";
import { buyerSchema, deliverToSchema, sellerSchema } from "#domain/party";
import { vatTreatmentSchema } from "#domain/tax";

/** Money as decimal text with the currency's own digits: "12.50" EUR, "1250" JPY, "1.250" KWD. */
const amount = z.string().regex(/^-?\d+(\.\d+)?$/);
/** An exact decimal: a price or a quantity. */
const exact = amount;

const allowanceSchema = z.strictObject({ reason: z.string(), amount });

const documentLineSchema = z.strictObject({
  lineId: z.string(),
  itemName: z.string(),
  options: z.array(z.string()).readonly(),
  sku: z.string(),
  quantity: exact,
  /** BT-146: the price of one, without VAT, before the line's allowances. */
  unitPriceNet: exact,
  /** The price of one with VAT, as the shop showed it. */
  unitPriceWithVat: exact,
  /** BG-27: reductions over the whole quantity, without VAT, positive. */
  allowances: z.array(allowanceSchema).readonly(),
  /** BT-131: quantity × unitPriceNet − allowances, in whole minor units (Peppol R120: within 0.02). */
  lineNetAmount: amount,
  /** What the shop charged for the line, with VAT. */
  lineAmountWithVat: amount,
  vat: vatTreatmentSchema,
});

const documentChargeSchema = z.strictObject({
  chargeId: z.string(),
  type: z.enum(["shipping", "fee", "duty", "tip"]),
  name: z.string(),
  /** BT-99: without VAT. */
  amount,
  amountWithVat: amount,
  vat: vatTreatmentSchema,
});

const vatBreakdownSchema = z.strictObject({
  category: vatTreatmentSchema.shape.category,
  ratePercent: vatTreatmentSchema.shape.ratePercent,
  taxableAmount: amount,
  taxAmount: amount,
});

const totalsSchema = z.strictObject({
  lineNetTotal: amount, // BT-106
  allowanceTotal: amount, // BT-107
  chargeTotal: amount, // BT-108
  totalWithoutVat: amount, // BT-109
  vatTotal: amount, // BT-110
  totalWithVat: amount, // BT-112
  paidAmount: amount, // BT-113
  roundingAmount: amount, // BT-114
  amountDue: amount, // BT-115
});

const contentShape = {
  schemaVersion: z.literal(1),
  kind: documentKindSchema,
  currency: currencyCodeSchema,
  language: languageSchema,
  seller: sellerSchema,
  buyer: buyerSchema,
  deliverTo: deliverToSchema.nullable(),
  /** BT-10, BT-13: the buyer's own reference. */
  buyerReference: z.string(),
  order: z.strictObject({
    platform: z.enum(["shopify", "woocommerce"]),
    orderId: z.string(),
    orderNumber: z.string(),
    /** Calendar date in the merchant's time zone. */
    orderDate: z.iso.date(),
  }),
  pricesIncludeVat: z.boolean(),
  isPaid: z.boolean(),
  /** The customer's own words, shown in the text field at the top. */
  note: z.string(),
  /** The same words, kept for the merchant even if the shown note is shortened later. */
  internalNote: z.string(),
  lines: z.array(documentLineSchema).readonly(),
  charges: z.array(documentChargeSchema).readonly(),
  vatBreakdown: z.array(vatBreakdownSchema).readonly(),
  totals: totalsSchema,
  payments: z
    .array(z.strictObject({ method: z.string(), amount, paidDate: z.iso.date().nullable() }))
    .readonly(),
  showsPaymentQr: z.boolean(),
  brand: z.strictObject({ color: z.string(), logo: logoSchema.nullable() }),
};

const draftDocumentSchema = z.strictObject({
  ...contentShape,
  /** Liquid, filled in when the number is known. */
  captionTemplate: z.string(),
  referenceStyle: z.enum(["structured", "number"]),
  /** Days from issue to due date, or a date that the shop agreed with the buyer. */
  due: z.union([z.strictObject({ days: z.int() }), z.strictObject({ date: z.iso.date() })]),
});

/** A computed document that waits for its number. */
export type DraftDocument = Readonly<z.infer<typeof draftDocumentSchema>>;

export const documentSchema = z.strictObject({
  ...contentShape,
  number: z.string(),
  issueDate: z.iso.date(),
  dueDate: z.iso.date().nullable(),
  /** BT-83: what the buyer quotes when paying. */
  paymentReference: z.string(),
  /** BT-22: the merchant's text, placeholders filled in. */
  caption: z.string(),
});

/** Any paper, complete and frozen: every artefact is rendered from it alone. */
export type Document = Readonly<z.infer<typeof documentSchema>>;
export type DocumentLine = Document["lines"][number];
export type DocumentCharge = Document["charges"][number];
