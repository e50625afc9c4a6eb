import { z } from "zod";
import { documentKindSchema, eInvoicingSchema, languageSchema, logoSchema } from "#domain/merchant";
import { currencyCodeSchema } from "#domain/money";
import { buyerSchema, deliverToSchema, sellerSchema, vatCheckSchema } from "#domain/party";
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
  sku: z.string(), // BT-155
  gtin: z.string(), // BT-157
  quantity: exact,
  unitCode: z.string(), // BT-130
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

/** BG-20: a reduction of the whole document, such as a negative fee, or what the merchant keeps of a refund. */
const documentAllowanceSchema = z.strictObject({
  allowanceId: z.string(),
  /** `discount`: less to pay. `restockingFee`: kept from what is credited. */
  type: z.enum(["discount", "restockingFee"]),
  name: z.string(),
  /** BT-92: without VAT, positive. */
  amount,
  amountWithVat: amount,
  vat: vatTreatmentSchema,
});

const vatBreakdownSchema = z.strictObject({
  category: z.enum(["S", "Z", "E", "AE", "K", "G", "O"]),
  ratePercent: z.string(),
  taxableAmount: amount,
  taxAmount: amount,
  /** BT-121 (VATEX; "" where no one code fits) and BT-120 in the document's language; null where VAT is charged (BR-S-10). */
  exemption: z.strictObject({ code: z.string(), text: z.string() }).nullable(),
});

/** Why these lines and charges are taxed as they are: one step of the decision, for the merchant. */
const vatTraceSchema = z.strictObject({
  /** Names of the lines and charges. */
  parts: z.array(z.string()).readonly(),
  vat: vatTreatmentSchema,
  because: z.enum([
    "chargedByShop",
    "zeroRateCharged",
    "nothingCharged",
    "smallBusiness",
    "goodsToBusinessInOtherMemberState",
    "goodsLeavingTheUnion",
    "serviceToBusinessInOtherMemberState",
    "serviceOutsideTheUnion",
    "voucher",
    "tip",
    "duty",
    "followsGoods",
    "merchantsRule",
    "undecided",
    "asInvoiced",
  ]),
  /** What the decision looked at: countries, VAT numbers, a rate, a rule. */
  facts: z.record(z.string(), z.string()),
});

/** The VAT in the currency of the seller's tax return, when the document has another (BT-6, BT-111; Art. 230). */
const vatInOwnCurrencySchema = z.strictObject({
  currency: currencyCodeSchema,
  vatTotal: amount,
  /** What one unit of the document's currency was worth, by the shop. */
  exchangeRate: exact,
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
  schemaVersion: z.literal(2),
  kind: documentKindSchema,
  currency: currencyCodeSchema,
  language: languageSchema,
  /** With the VAT number of the country that is taxed (Art. 226(3)). */
  seller: sellerSchema,
  buyer: buyerSchema,
  /** What is known of the buyer's VAT number; null when it has none, or nobody asked. */
  buyerVatCheck: vatCheckSchema.nullable(),
  deliverTo: deliverToSchema.nullable(),
  /** BT-72; null: not delivered yet, or not known. */
  deliveryDate: z.iso.date().nullable(),
  buyerReference: z.string(), // BT-10
  purchaseOrder: z.string(), // BT-13
  /** BG-3: the invoice that a credit note mends; null on every other kind. */
  precedingInvoice: z
    .strictObject({ number: z.string(), issueDate: z.iso.date().nullable() })
    .nullable(),
  /** Why a credit note was made, in the merchant's words; else "". */
  creditReason: z.string(),
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
  allowances: z.array(documentAllowanceSchema).readonly(),
  vatBreakdown: z.array(vatBreakdownSchema).readonly(),
  totals: totalsSchema,
  vatInOwnCurrency: vatInOwnCurrencySchema.nullable(),
  /** What the law wants said beside the figures, in the document's language: exactly what the treatments ask for. */
  legalMentions: z.array(z.string()).readonly(),
  vatTrace: z.array(vatTraceSchema).readonly(),
  eInvoicing: eInvoicingSchema,
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
  referenceStyle: z.enum(["structured", "number", "rf"]),
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
export type DocumentAllowance = Document["allowances"][number];
export type VatTrace = Document["vatTrace"][number];
