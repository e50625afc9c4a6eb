import type { NormalisedOrder } from "#domain/order";
import { normaliseWooOrder } from "./index.ts";

export const tax = (id: number, total: string, subtotal = total) => ({ id, total, subtotal });
export const meta = (key: string, value: unknown, more: object = {}) => ({
  id: 1,
  key,
  value,
  display_key: key,
  display_value: value,
  ...more,
});

/** Belgium's rates. */
const taxLines = [
  { rate_id: 1, label: "Btw", compound: false, rate_percent: 21 },
  { rate_id: 2, label: "Btw", compound: false, rate_percent: 6 },
];

/** Two chairs of € 60.50 with 21 % VAT in it. */
export const line = (changes: object = {}) => ({
  id: 11,
  name: "Stoel",
  parent_name: null,
  product_id: 5,
  quantity: 2,
  subtotal: "100.000000",
  subtotal_tax: "21.000000",
  total: "100.000000",
  total_tax: "21.000000",
  taxes: [tax(1, "21.000000")],
  meta_data: [],
  sku: null,
  price: 50,
  ...changes,
});

export const fee = (total: string, taxes: readonly object[], changes: object = {}) => ({
  id: 31,
  name: "Fee",
  total,
  total_tax: "0.000000",
  taxes,
  meta_data: [],
  ...changes,
});

export const shippingLine = (changes: object = {}) => ({
  id: 21,
  method_title: "bpost",
  method_id: "flat_rate",
  total: "5.000000",
  total_tax: "1.050000",
  taxes: [tax(1, "1.050000", "")],
  meta_data: [],
  ...changes,
});

export const address = (changes: object = {}) => ({
  first_name: "Ada",
  last_name: "Peeters",
  company: "",
  address_1: "Kouter 12",
  address_2: "",
  city: "Gent",
  state: "",
  postcode: "9000",
  country: "BE",
  phone: "",
  ...changes,
});

export const json = (changes: object = {}) => ({
  id: 1001,
  number: "1001",
  status: "processing",
  currency: "EUR",
  prices_include_tax: true,
  date_created: "2026-11-21T00:30:00",
  date_created_gmt: "2026-11-20T23:30:00",
  date_modified_gmt: "2026-11-20T23:31:00",
  date_paid_gmt: "2026-11-20T23:31:00",
  date_completed_gmt: null,
  total: "121.000000",
  billing: { ...address(), email: "ada@example.com" },
  shipping: address(),
  payment_method: "mollie",
  payment_method_title: "Bancontact",
  customer_note: "",
  meta_data: [],
  line_items: [line()],
  tax_lines: taxLines,
  shipping_lines: [],
  fee_lines: [],
  coupon_lines: [],
  refunds: [],
  refunds_full: [],
  ...changes,
});

export function normalise(changes: object = {}): NormalisedOrder {
  const order = normaliseWooOrder(json(changes), "Europe/Brussels");
  if (!order.ok) throw new Error(`${order.problem.field}: ${order.problem.message}`);
  return order.value;
}
