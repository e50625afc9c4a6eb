import { z } from "zod";
import { currencyCodeSchema, decimal, decimalText } from "#domain/money";

const MOST = 1e15;

/** Decimal text, or a JSON number as WooCommerce writes quantities and rates; kept as plain decimal text, never as a float. */
const decimalValue = z
  .union([
    z
      .string()
      .trim()
      .regex(/^-?\d+(\.\d+)?$/, "expected an amount such as 12.50")
      .regex(/^-?\d{1,15}(\.\d{1,20})?$/, "has too many digits"),
    z.number().min(-MOST, "has too many digits").max(MOST, "has too many digits"),
  ])
  .transform((value) => decimalText(decimal(String(value))));

/** WooCommerce leaves an amount empty that was never set, such as the tax of shipping that bears none. */
const amount = z.union([z.literal("").transform(() => "0"), decimalValue]);

/** JSON numbers of PHP can carry noise (0.30000000000000004); WooCommerce itself keeps at most six digits of a quantity. */
const quantity = decimalValue.transform((value) => decimalText(decimal(value), 6));
/** WooCommerce keeps rates to four digits. */
const rate = decimalValue.transform((value) => decimalText(decimal(value), 4));

const id = z
  .union([z.int().min(0), z.string().regex(/^\d{1,20}$/, "expected a whole number")])
  .transform(String);

const text = z
  .string()
  .nullish()
  .transform((value) => value ?? "");
const list = <Item extends z.ZodType>(item: Item) =>
  z
    .array(item)
    .nullish()
    .transform((items) => items ?? []);

/** WooCommerce writes UTC without its Z. */
const instant = z.iso
  .datetime({ offset: true, local: true })
  .transform((value) => (/(Z|[+-]\d\d:\d\d)$/.test(value) ? utcOf(value) : `${value}Z`));
const utcOf = (value: string): string => new Date(value).toISOString().replace(".000Z", "Z");

/** Plugins keep anything here; what is neither text nor a number is not for us. */
const metaText = z
  .unknown()
  .optional()
  .transform((value) =>
    typeof value === "string" || typeof value === "number" ? String(value) : "",
  );
const metaSchema = z.object({
  key: text,
  value: metaText,
  display_key: metaText,
  display_value: metaText,
});

const itemTaxSchema = z.object({
  /** The rate's id, as in `tax_lines`. */
  id: id,
  total: amount.optional().default("0"),
  subtotal: amount.nullish(),
});
export type WooItemTax = z.infer<typeof itemTaxSchema>;

const itemShape = {
  id,
  total: amount,
  total_tax: amount.optional().default("0"),
  taxes: list(itemTaxSchema),
  meta_data: list(metaSchema),
};

const lineItemSchema = z.object({
  ...itemShape,
  name: text,
  /** The product that a variation belongs to; null for others. */
  parent_name: text,
  quantity,
  subtotal: amount.optional(),
  subtotal_tax: amount.optional().default("0"),
  sku: text,
  global_unique_id: text,
  /** Added by our plugin: the product needs no shipping. */
  docket_virtual: z.boolean().nullish(),
});
export type WooLineItem = z.infer<typeof lineItemSchema>;

const feeLineSchema = z.object({ ...itemShape, name: text });
const shippingLineSchema = z.object({ ...itemShape, method_title: text });
export type WooCharge = z.infer<typeof feeLineSchema> | z.infer<typeof shippingLineSchema>;

const taxLineSchema = z.object({
  rate_id: id,
  label: text,
  compound: z.boolean().nullish(),
  rate_percent: rate,
});

const addressSchema = z
  .object({
    first_name: text,
    last_name: text,
    company: text,
    address_1: text,
    address_2: text,
    city: text,
    state: text,
    postcode: text,
    country: text.refine(
      (code) => /^([A-Za-z]{2})?$/.test(code.trim()),
      "expected a country code of two letters, such as BE",
    ),
    email: text,
    phone: text,
  })
  .nullish();
export type WooAddress = NonNullable<z.infer<typeof addressSchema>>;

const refundSchema = z.object({
  id,
  date_created_gmt: instant,
  /** Positive, though lines and their totals are negative. */
  amount: decimalValue,
  reason: text,
  /** The gateway gave the money back. */
  refunded_payment: z.boolean().nullish(),
  line_items: list(z.object({ ...itemShape, quantity })),
  shipping_lines: list(z.object(itemShape)),
  fee_lines: list(z.object(itemShape)),
});
export type WooRefund = z.infer<typeof refundSchema>;

/** An order of the REST API v3 read with `dp=6`, as far as Docket reads it, and its refunds in full under a key of ours. */
export const wooOrderSchema = z.object({
  id,
  number: z.union([z.string().trim().min(1), z.int()]).transform(String),
  status: z.string().min(1),
  currency: currencyCodeSchema,
  prices_include_tax: z.boolean(),
  date_created_gmt: instant,
  date_modified_gmt: instant.nullish(),
  date_paid_gmt: instant.nullish(),
  date_completed_gmt: instant.nullish(),
  total: decimalValue,
  billing: addressSchema,
  shipping: addressSchema,
  /** "checkout" and "store-api" (its blocks), "admin", "rest-api", or a plugin's own. */
  created_via: text,
  payment_method: text,
  payment_method_title: text,
  customer_note: text,
  /** The language of the order, added by WPML and Polylang. */
  lang: text,
  /** False when all products are virtual downloads. */
  needs_processing: z.boolean().nullish(),
  meta_data: list(metaSchema),
  line_items: z.array(lineItemSchema),
  tax_lines: list(taxLineSchema),
  shipping_lines: list(shippingLineSchema),
  fee_lines: list(feeLineSchema),
  coupon_lines: list(z.object({ code: text })),
  /** Paid with the cards of WooCommerce Gift Cards, which takes them off the total. */
  gift_cards: list(z.object({ amount: amount })),
  refunds: list(z.object({ id })),
  refunds_full: z.array(refundSchema).nullish(),
});
export type WooOrder = z.infer<typeof wooOrderSchema>;
