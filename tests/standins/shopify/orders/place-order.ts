import type { NextId } from "../ids.ts";
import { findProduct } from "./catalogue.ts";
import { bagOf, bagReader, type Bag, type Currencies, type Side } from "./money.ts";
import {
  priceOrder,
  type DiscountPricing,
  type OrderPricing,
  type PricedOrder,
} from "./order-math.ts";
import type { DiscountInput, LineInput, OrderInput } from "./order-input.ts";
import type { CustomerRecord, LineRecord, OrderRecord, ShippingRecord } from "./order-record.ts";

/** What placing an order needs to know of its shop. */
export interface OrderContext {
  readonly nextId: NextId;
  readonly number: number;
  readonly now: string;
  readonly currencyCode: string;
  readonly taxesIncluded: boolean;
  /** The shop's customer with this e-mail address, so that a person who comes back keeps the id. */
  readonly knownCustomer: (email: string | null) => CustomerRecord | undefined;
}

/** Turns what a customer ordered into an order: prices in both currencies, ids, and nothing paid yet. */
export function placeOrder(input: OrderInput, context: OrderContext): OrderRecord {
  const money = moneyOf(input, context.currencyCode);
  const taxesIncluded = input.taxesIncluded ?? context.taxesIncluded;
  const lines = placeLines(input, { context, money });
  const shipping = placeShipping(input, context.nextId);
  const priceIn = (side: Side): PricedOrder =>
    priceOrder(pricingOf(input, { side, money, lines, shipping, taxesIncluded }));
  const priced = { shop: priceIn("shop"), presentment: priceIn("presentment") };
  const id = context.nextId();
  const createdAt = input.createdAt ?? context.now;
  const { customer = null, billingAddress = null } = input;
  return {
    id,
    number: context.number,
    name: `#${context.number}`,
    confirmationNumber: confirmationNumber(id),
    createdAt,
    currencies: money.currencies,
    rate: rateOf(input),
    taxesIncluded,
    taxExempt: input.taxExempt ?? false,
    originalTotal: bagOf((side) => priced[side].total),
    priced,
    lines,
    shipping,
    discounts: input.discounts ?? [],
    customer:
      customer === null
        ? null
        : (context.knownCustomer(customer.email) ?? { ...customer, id: context.nextId() }),
    company: input.company === undefined ? null : { ...input.company, id: context.nextId() },
    billingAddress,
    locale: input.locale ?? "nl-BE",
    localizedFields: input.localizedFields ?? [],
    paymentTerms: input.paymentTerms ?? null,
    gateway: input.gateway ?? "shopify_payments",
    updatedAt: createdAt,
    cancelledAt: null,
    cancelReason: null,
    closedAt: null,
    isEdited: false,
    email: input.email === undefined ? (customer?.email ?? null) : input.email,
    phone: input.phone ?? null,
    note: input.note ?? null,
    poNumber: input.poNumber ?? null,
    tags: input.tags ?? [],
    customAttributes: input.customAttributes ?? [],
    shippingAddress: input.shippingAddress ?? null,
    transactions: [],
    refunds: [],
    fulfillments: [],
  };
}

interface OrderMoney {
  readonly currencies: Currencies;
  /** "12.50" of the shop's currency in both. */
  readonly bag: (amount: string) => Bag;
}

function moneyOf(input: OrderInput, shopCurrency: string): OrderMoney {
  const presentment = input.presentment?.currencyCode ?? shopCurrency;
  const currencies = { shop: shopCurrency, presentment };
  return { currencies, bag: bagReader(currencies, rateOf(input)) };
}

const rateOf = ({ presentment }: OrderInput): string => presentment?.rate ?? "1";

function placeLines(
  input: OrderInput,
  { context, money }: { context: OrderContext; money: OrderMoney },
): LineRecord[] {
  const taxExempt = input.taxExempt ?? false;
  return input.lines.map((line) =>
    placeLine(line, { id: context.nextId(), bag: money.bag, taxExempt }),
  );
}

export function placeLine(
  line: LineInput,
  order: { readonly id: number; readonly bag: OrderMoney["bag"]; readonly taxExempt: boolean },
): LineRecord {
  const product = findProduct(line.sku);
  return {
    id: order.id,
    productId: product?.id ?? null,
    variantId: product?.variantId ?? null,
    quantity: line.quantity ?? 1,
    rates: order.taxExempt ? [] : (line.rates ?? []),
    unitPrice: order.bag(line.unitPrice),
    input: line,
  };
}

function placeShipping(input: OrderInput, nextId: NextId): ShippingRecord[] {
  return (input.shipping ?? []).map((line) => ({
    id: nextId(),
    rates: input.taxExempt === true ? [] : (line.rates ?? []),
    input: line,
  }));
}

function pricingOf(
  input: OrderInput,
  order: {
    readonly side: Side;
    readonly money: OrderMoney;
    readonly lines: readonly LineRecord[];
    readonly shipping: readonly ShippingRecord[];
    readonly taxesIncluded: boolean;
  },
): OrderPricing {
  const amount = (text: string) => order.money.bag(text)[order.side];
  return {
    taxesIncluded: order.taxesIncluded,
    lines: order.lines.map((line) => ({
      unitPrice: line.unitPrice[order.side],
      quantity: line.quantity,
      rates: line.rates,
      isTip: line.input.isTip === true,
    })),
    shipping: order.shipping.map((line) => ({
      price: amount(line.input.price),
      rates: line.rates,
    })),
    discounts: (input.discounts ?? []).map((discount) =>
      discountPricing(discount, { input, amount }),
    ),
  };
}

/** A tip and a gift card are never discounted. */
function discountPricing(
  discount: DiscountInput,
  { input, amount }: { input: OrderInput; amount: (text: string) => bigint },
): DiscountPricing {
  const target = discount.target ?? "line";
  const discountable = input.lines.flatMap((line, index) =>
    line.isTip === true || line.isGiftCard === true ? [] : [index],
  );
  const everything =
    target === "line" ? discountable : (input.shipping ?? []).map((_, index) => index);
  return {
    target,
    level: discount.type !== "code" && discount.lines !== undefined ? "line" : "order",
    indexes: discount.lines ?? everything,
    value:
      "percentage" in discount.value ? discount.value : { amount: amount(discount.value.amount) },
  };
}

/** Nine letters and digits, like "K4TQX3V9M". */
function confirmationNumber(id: number): string {
  return (BigInt(id) * 2_654_435_761n).toString(36).toUpperCase().slice(-9);
}
