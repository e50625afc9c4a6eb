import {
  decimal,
  decimalText,
  minorDigits,
  roundToMoney,
  sumOf,
  toDecimal,
  type CurrencyCode,
  type Decimal,
} from "#domain/money";
import type { OrderLine } from "#domain/order";
import { readGtin } from "./gtin.ts";
import { hasStreet } from "./normalise-buyer.ts";
import type { WooLineItem, WooOrder } from "./order-schema.ts";
import { plainText } from "./plain-text.ts";
import { meeting, orderTaxes, type ReadTax } from "./tax-reader.ts";
import { UnreadableOrder } from "./unreadable-order.ts";

/** What an item was charged with VAT, and the taxes in that. */
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
  const { taxes, withVat } = charged;
  const { currency } = order;
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

/**
 * Unit price and discount in the shop's own basis, so that quantity × price − discount is what was charged: with its taxes when
 * prices include them, without when they do not. The order holds nets and taxes only; together they are the price that was
 * entered, to within the digits that they are kept to.
 */
function priceOf(item: WooLineItem, charged: Charged, order: WooOrder) {
  const amounts = order.prices_include_tax
    ? amountsWithVat(item, charged, order.currency)
    : { list: listOf(item), amount: decimal(item.total), slack: decimal(NOISE) };
  const { list, amount, slack } = amounts;
  const none = decimal("0");
  const discount = list.minus(amount);
  const isReduced = listOf(item).minus(item.total).gt(NOISE) && discount.gt(slack);
  const isAsListed = discount.abs().lte(slack);
  if (!isReduced && !isAsListed) return { unitPrice: amount.div(item.quantity), allowance: none };
  const unitPrice = shortestPrice(amounts, item.quantity, minorDigits(order.currency));
  return { unitPrice, allowance: isReduced ? discount : none };
}

/** Nets and taxes are kept to six digits, so a sum of some of them is off by so much at most. */
const NOISE = "0.000005";

/** In whole minor units, as the buyer sees them: any price that comes to them is as good as another. */
function amountsWithVat(item: WooLineItem, { withVat }: Charged, currency: CurrencyCode) {
  const list = toDecimal(roundToMoney(listOf(item).plus(listTaxOf(item)), currency));
  const halfUnit = decimal("0.5").div(10 ** minorDigits(currency));
  return { list, amount: withVat, slack: halfUnit.minus(NOISE) };
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

const PRICE_DIGITS = 6;

/** The price that the shop entered, found again: that of the fewest digits that explains the amount. */
function shortestPrice(
  { list, slack }: { readonly list: Decimal; readonly slack: Decimal },
  quantity: string,
  fewestDigits: number,
): Decimal {
  const exact = list.div(quantity);
  for (let digits = fewestDigits; digits <= PRICE_DIGITS; digits += 1) {
    const price = exact.round(digits);
    if (price.times(quantity).minus(list).abs().lte(slack)) return price;
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

/**
 * WooCommerce does not say it of a line, so it follows from the order where our plugin does not add it. A checkout asks for a
 * shipping method when anything is shipped, and may copy the billing address when nothing is.
 */
function requiresShipping({ docket_virtual: isVirtual }: WooLineItem, order: WooOrder): boolean {
  if (isVirtual !== null && isVirtual !== undefined) return !isVirtual;
  if (order.needs_processing === false) return false;
  if (order.shipping_lines.length > 0) return true;
  return !CHECKOUTS.includes(order.created_via) && hasStreet(order.shipping);
}

const CHECKOUTS = ["checkout", "store-api"];
