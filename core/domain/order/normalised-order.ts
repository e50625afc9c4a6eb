import { z } from "zod";
import { currencyCodeSchema } from "#domain/money";
import { buyerSchema, deliverToSchema } from "#domain/party";

const decimalText = z.string().regex(/^-?\d+(\.\d+)?$/, "expected a plain decimal, such as 12.50");

/** Longer than any shop allows; what is beyond is cut, so that no text makes a document of fifty pages. */
const shortText = z.string().transform((value) => value.slice(0, 500));

/** A tax as the shop charged it. The shop is the truth about rates and amounts; nothing is recomputed from a rate table. */
const taxSchema = z.strictObject({
  title: z.string(),
  ratePercent: decimalText,
  amount: decimalText,
});

const allowanceSchema = z.strictObject({ reason: z.string(), amount: decimalText });

const orderLineSchema = z.strictObject({
  lineId: z.string().min(1),
  itemName: shortText,
  /** What the buyer chose: a variant, "Engraving: Ada". */
  options: z.array(shortText).readonly(),
  sku: z.string(),
  /** BT-157: a GTIN of 8, 12, 13 or 14 digits; "" when the shop has none. */
  gtin: z.string(),
  quantity: decimalText,
  /** UNECE Recommendation 20: "C62" (one) unless the shop sells by weight or length. */
  unitCode: z.string(),
  /** In the shop's own basis: with VAT when `pricesIncludeVat`, before discounts. */
  unitPrice: decimalText,
  /** Price reductions over the whole quantity, positive, in the shop's own basis. */
  allowances: z.array(allowanceSchema).readonly(),
  taxes: z.array(taxSchema).readonly(),
  isGiftCard: z.boolean(),
  requiresShipping: z.boolean(),
});

/** Shipping, a fee, a duty or a tip: an addition to the whole order (BG-21); negative: a reduction of it (BG-20). */
const orderChargeSchema = z.strictObject({
  chargeId: z.string().min(1),
  type: z.enum(["shipping", "fee", "duty", "tip"]),
  name: z.string(),
  /** After its own discounts, in the shop's own basis. */
  amount: decimalText,
  taxes: z.array(taxSchema).readonly(),
});

/** What the shop took back and gave back at once. Amounts are positive, with VAT, as the shop counted them. */
const refundSchema = z.strictObject({
  refundId: z.string().min(1),
  createdAt: z.iso.datetime({ offset: true }),
  /** Why, in the merchant's words; "" when not given. */
  reason: z.string(),
  lines: z
    .array(
      z.strictObject({
        lineId: z.string(),
        quantity: decimalText,
        /** What the shop gives back for these pieces; null when it does not say. */
        amountWithVat: decimalText.nullable(),
      }),
    )
    .readonly(),
  /** Shipping and other charges given back. */
  charges: z.array(z.strictObject({ chargeId: z.string(), amountWithVat: decimalText })).readonly(),
  /** Money given back. Less than lines and charges together: a fee was kept, or not all had been paid. */
  totalRefunded: decimalText,
  /** What the shop says that it kept of what was given back: a fee. 0 when it says nothing. */
  keptAmount: decimalText.default("0"),
  /** How it went back; "" when no money did. */
  method: z.string(),
});

const paymentSchema = z.strictObject({
  method: z.string(),
  amount: decimalText,
  /** Calendar date in the merchant's time zone. */
  paidDate: z.iso.date().nullable(),
});

/** What every shop platform must deliver. Nothing after this point knows Shopify or WooCommerce. */
export const normalisedOrderSchema = z.strictObject({
  platform: z.enum(["shopify", "woocommerce"]),
  /** The platform's technical key. */
  orderId: z.string().min(1),
  /** What people see, such as #1001. */
  orderNumber: z.string().min(1),
  placedAt: z.iso.datetime({ offset: true }),
  /** The calendar date of `placedAt` in the merchant's time zone. */
  orderDate: z.iso.date(),
  updatedAt: z.iso.datetime({ offset: true }),
  cancelledAt: z.iso.datetime({ offset: true }).nullable(),
  currency: currencyCodeSchema,
  locale: z.string().nullable(),
  /**
   * The currency of the shop's books and what one unit of the order's was worth in it; null when they are the same, or the
   * shop does not say.
   */
  exchange: z.strictObject({ currency: currencyCodeSchema, rate: decimalText }).nullable(),
  pricesIncludeVat: z.boolean(),
  buyer: buyerSchema,
  deliverTo: deliverToSchema.nullable(),
  /** BT-72: the calendar date of the last delivery so far in the merchant's time zone; null while nothing has left. */
  deliveredDate: z.iso.date().nullable(),
  /** BT-10: where the buyer routes the invoice, such as a Leitweg-ID. */
  buyerReference: shortText,
  /** BT-13: the buyer's own order number. */
  purchaseOrder: shortText,
  /** The customer's own words at the checkout. Hostile until escaped. */
  note: z.string(),
  lines: z.array(orderLineSchema).readonly(),
  charges: z.array(orderChargeSchema).readonly(),
  /** What the shop charged for these lines and charges, with VAT, before any refund. */
  total: decimalText,
  /** What cash rounding added to the total (negative when it took away). */
  cashRounding: decimalText,
  payments: z.array(paymentSchema).readonly(),
  /** Money received for the order before any refund. */
  paidAmount: decimalText,
  isPaid: z.boolean(),
  isFulfilled: z.boolean(),
  dueDate: z.iso.date().nullable(),
  refunds: z.array(refundSchema).readonly(),
});

export type NormalisedOrder = Readonly<z.infer<typeof normalisedOrderSchema>>;
export type OrderLine = NormalisedOrder["lines"][number];
export type OrderCharge = NormalisedOrder["charges"][number];
export type OrderRefund = NormalisedOrder["refunds"][number];
export type OrderTax = OrderLine["taxes"][number];
