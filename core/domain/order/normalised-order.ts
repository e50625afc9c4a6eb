import { z } from "zod";
import { currencyCodeSchema } from "#domain/money";
import { buyerSchema, deliverToSchema } from "#domain/party";

const decimalText = z.string().regex(/^-?\d+(\.\d+)?$/, "expected a plain decimal, such as 12.50");

/** A tax as the shop charged it. The shop is the truth about rates and amounts; nothing is recomputed from a rate table. */
const taxSchema = z.strictObject({
  title: z.string(),
  ratePercent: decimalText,
  amount: decimalText,
});

const allowanceSchema = z.strictObject({ reason: z.string(), amount: decimalText });

const orderLineSchema = z.strictObject({
  lineId: z.string().min(1),
  itemName: z.string(),
  /** What the buyer chose: a variant, "Engraving: Ada". */
  options: z.array(z.string()).readonly(),
  sku: z.string(),
  quantity: decimalText,
  /** In the shop's own basis: with VAT when `pricesIncludeVat`, before discounts. */
  unitPrice: decimalText,
  /** Price reductions over the whole quantity, positive, in the shop's own basis. */
  allowances: z.array(allowanceSchema).readonly(),
  taxes: z.array(taxSchema).readonly(),
  isGiftCard: z.boolean(),
  requiresShipping: z.boolean(),
});

/** Shipping, a fee, a duty or a tip: an addition to the whole order (BG-21). */
const orderChargeSchema = z.strictObject({
  chargeId: z.string().min(1),
  type: z.enum(["shipping", "fee", "duty", "tip"]),
  name: z.string(),
  /** After its own discounts, in the shop's own basis. */
  amount: decimalText,
  taxes: z.array(taxSchema).readonly(),
});

const refundSchema = z.strictObject({
  refundId: z.string().min(1),
  createdAt: z.iso.datetime({ offset: true }),
  lines: z.array(z.strictObject({ lineId: z.string(), quantity: decimalText })).readonly(),
  /** Money given back, with VAT, positive. */
  totalRefunded: decimalText,
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
  pricesIncludeVat: z.boolean(),
  buyer: buyerSchema,
  deliverTo: deliverToSchema.nullable(),
  /** The buyer's own reference (BT-13, BT-10): a purchase order number. */
  buyerReference: z.string(),
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
export type OrderTax = OrderLine["taxes"][number];
