import {
  decimal,
  decimalText,
  minorDigits,
  roundToMoney,
  sumOf,
  toDecimal,
  type Decimal,
} from "#domain/money";
import type { OrderLine } from "#domain/order";
import { readGtin } from "./gtin.ts";
import { hasStreet } from "./normalise-buyer.ts";
import type { WooLineItem, WooOrder } from "./order-schema.ts";
import { plainText } from "./plain-text.ts";
import { asCharged, meeting, orderTaxes, type ReadTax } from "./tax-reader.ts";
import { UnreadableOrder } from "./unreadable-order.ts";

/** What an item was charged, and the taxes on it. */
export interface Charged {
  readonly withVat: Decimal;
  readonly taxes: readonly ReadTax[];
}

export function normaliseLine(
  item: WooLineItem,
  charged: Charged,
  { order, field }: { readonly order: WooOrder; readonly field: string },
): OrderLine[] {
  if (decimal(item.quantity).eq(0)) {
    if (listOf(item).eq(0) && charged.withVat.eq(0)) return [];
    throw new UnreadableOrder(
      `${field}.quantity`,
      "is 0, though the line has a price. A plugin that sells parts of a piece must be active when the shop sends the order",
    );
  }
  const { unitPrice, allowance } = priceOf(item, charged, order);
  const amount = unitPrice.times(item.quantity).minus(allowance);
  const taxes = asCharged(charged.taxes, decimal(item.total_tax));
  const { currency } = order;
  const { withVat } = charged;
  const options = optionsOf(item);
  return [
    {
      lineId: item.id,
      itemName: nameOf(item, options),
      options: options.map(({ name, value }) => `${name}: ${value}`),
      sku: item.sku,
      gtin: readGtin(item.global_unique_id),
      quantity: item.quantity,
      // WooCommerce knows no units: what a shop sells by weight has its unit in the name.
      unitCode: "C62",
      unitPrice: decimalText(unitPrice),
      allowances: allowance.eq(0)
        ? []
        : [{ reason: couponsOf(order), amount: decimalText(allowance) }],
      taxes: orderTaxes(
        order.prices_include_tax ? taxes : meeting(taxes, amount, { withVat, currency }),
      ),
      isGiftCard: item.meta_data.some(({ key }) => GIFT_CARD.test(key)),
      requiresShipping: requiresShipping(item, order),
    },
  ];
}

/** Net and tax of six digits each: their sum can be off by so much for every amount in it. */
const NOISE = "0.000005";
const PRICE_DIGITS = 6;

/**
 * Unit price and discount in the shop's own basis, so that quantity × price − discount is what was charged: with its taxes when
 * prices include them, without when they do not.
 */
function priceOf(item: WooLineItem, charged: Charged, order: WooOrder) {
  const withVat = order.prices_include_tax;
  const list = withVat ? listOf(item).plus(listTaxOf(item)) : listOf(item);
  const amount = withVat ? charged.withVat : decimal(item.total);
  const unitPrice = shortestPrice(list, item.quantity, minorDigits(order.currency));
  const listed = unitPrice.times(item.quantity);
  const allowance = listed.minus(amount);
  const none = decimal("0");
  if (listOf(item).minus(item.total).gt(NOISE) && allowance.gt(0)) return { unitPrice, allowance };
  const isWhole = withVat && toDecimal(roundToMoney(listed, order.currency)).eq(amount);
  if (isWhole || allowance.abs().lte(NOISE)) return { unitPrice, allowance: none };
  return { unitPrice: amount.div(item.quantity), allowance: none };
}

/** Before discounts, without tax. An item that has no such amount had no discount. */
const listOf = ({ subtotal, total }: WooLineItem): Decimal => decimal(subtotal ?? total);

/** Of the taxes, as exact as they come: `subtotal_tax` is rounded where the shop rounds per line. */
function listTaxOf({ taxes, subtotal_tax: rounded }: WooLineItem): Decimal {
  const exact = taxes.flatMap(({ subtotal }) => subtotal ?? []);
  return exact.length > 0 && exact.length === taxes.length
    ? sumOf(exact.map((tax) => decimal(tax)))
    : decimal(rounded);
}

/** The price that the shop entered, found again: that of the fewest digits that explains the amount. */
function shortestPrice(amount: Decimal, quantity: string, fewestDigits: number): Decimal {
  const exact = amount.div(quantity);
  for (let digits = fewestDigits; digits <= PRICE_DIGITS; digits += 1) {
    const price = exact.round(digits);
    if (price.times(quantity).minus(amount).abs().lte(NOISE)) return price;
  }
  return exact;
}

const couponsOf = (order: WooOrder): string =>
  order.coupon_lines
    .map(({ code }) => plainText(code))
    .filter((code) => code !== "")
    .join(", ");

interface Option {
  readonly name: string;
  readonly value: string;
}

/** What begins with an underscore is WooCommerce's own and its plugins', and not for people. */
const optionsOf = (item: WooLineItem): readonly Option[] =>
  item.meta_data
    .filter(({ key }) => !key.startsWith("_"))
    .map((meta) => ({
      name: plainText(meta.display_key || meta.key),
      value: plainText(meta.display_value || meta.value),
    }))
    .filter(({ name, value }) => name !== "" && value !== "");

/** A variation is named "Shirt - Blue, M", and its options say blue and M again: then the product's name is enough. */
function nameOf(item: WooLineItem, options: readonly Option[]): string {
  const name = plainText(item.name);
  const product = plainText(item.parent_name);
  if (product === "" || !name.startsWith(`${product} - `)) return name;
  const values = new Set(options.map(({ value }) => value));
  const attributes = name.slice(product.length + 3).split(", ");
  return attributes.every((attribute) => values.has(attribute)) ? product : name;
}

/** What WooCommerce Gift Cards, PW Gift Cards and YITH Gift Cards keep with a line that sells one. */
const GIFT_CARD = /^_?(wc_gc_giftcard|pw_gift_card_|ywgc_)/;

/** WooCommerce does not say it of a line, so it follows from the order where our plugin does not add it. */
function requiresShipping({ docket_virtual: isVirtual }: WooLineItem, order: WooOrder): boolean {
  if (isVirtual !== null && isVirtual !== undefined) return !isVirtual;
  if (order.needs_processing === false) return false;
  return order.shipping_lines.length > 0 || hasStreet(order.shipping);
}
