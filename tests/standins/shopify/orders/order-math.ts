import { divideRounded, multiplyRounded, parseFraction, sum, type Fraction } from "./money.ts";

/** One tax that applies: `rate` is a proportion, "0.21". */
export interface TaxRate {
  readonly title: string;
  readonly rate: string;
}

export interface LinePricing {
  readonly unitPrice: bigint;
  readonly quantity: number;
  readonly rates: readonly TaxRate[];
  /** A tip is a line that the subtotal leaves out and the total includes. */
  readonly isTip: boolean;
}

export interface ShippingPricing {
  readonly price: bigint;
  readonly rates: readonly TaxRate[];
}

/** `percentage` is "10" for 10 %; an amount is spread over its targets by their value. */
export interface DiscountPricing {
  readonly target: "line" | "shipping";
  /** Line-level discounts show in `discountedTotalSet`; order-level and code discounts only in allocations. */
  readonly level: "line" | "order";
  readonly indexes: readonly number[];
  readonly value: { readonly percentage: string } | { readonly amount: bigint };
}

/** An order in one currency, before anything is computed. */
export interface OrderPricing {
  readonly taxesIncluded: boolean;
  readonly lines: readonly LinePricing[];
  readonly shipping: readonly ShippingPricing[];
  readonly discounts: readonly DiscountPricing[];
}

/** What one line or shipping line costs. `taxes` stand in the order of its rates. */
export interface PricedItem {
  readonly original: bigint;
  readonly allocations: readonly { readonly discount: number; readonly amount: bigint }[];
  readonly afterLineDiscounts: bigint;
  readonly afterAllDiscounts: bigint;
  readonly taxes: readonly bigint[];
}

export interface PricedOrder {
  readonly lines: readonly PricedItem[];
  readonly shipping: readonly PricedItem[];
  readonly subtotal: bigint;
  readonly shippingTotal: bigint;
  readonly tips: bigint;
  readonly discounts: bigint;
  readonly tax: bigint;
  readonly total: bigint;
}

/** Prices an order as Shopify does: discounts first, then tax, rounded on every line. */
export function priceOrder(pricing: OrderPricing): PricedOrder {
  const lines = priceItems(pricing, "line");
  const shipping = priceItems(pricing, "shipping");
  const goods = lines.filter((_, index) => pricing.lines[index]?.isTip === false);
  const tips = lines.filter((_, index) => pricing.lines[index]?.isTip === true);
  const subtotal = sum(goods.map((item) => item.afterAllDiscounts));
  const shippingTotal = sum(shipping.map((item) => item.afterAllDiscounts));
  const tipTotal = sum(tips.map((item) => item.afterAllDiscounts));
  const items = [...lines, ...shipping];
  const tax = sum(items.flatMap((item) => item.taxes));
  return {
    lines,
    shipping,
    subtotal,
    shippingTotal,
    tips: tipTotal,
    discounts: sum(items.flatMap((item) => item.allocations.map(({ amount }) => amount))),
    tax,
    total: subtotal + shippingTotal + tipTotal + (pricing.taxesIncluded ? 0n : tax),
  };
}

/**
 * The tax of each rate on an amount, rounded half up. A price that includes tax holds `r / (1 + Σ r)` of it;
 * to one that does not, `r` is added.
 */
export function taxesOn(
  amount: bigint,
  rates: readonly TaxRate[],
  taxesIncluded: boolean,
): readonly bigint[] {
  const fractions = rates.map(({ rate }) => parseFraction(rate));
  const whole = taxesIncluded ? addFractions([ONE, ...fractions]) : ONE;
  return fractions.map(({ numerator, denominator }) =>
    divideRounded(amount * numerator * whole.denominator, denominator * whole.numerator),
  );
}

/** What `count` of `quantity` pieces are worth, so that refunds piece by piece add up to the whole. */
export function shareOf(
  amount: bigint,
  pieces: { readonly already: number; readonly count: number; readonly quantity: number },
): bigint {
  const upTo = (count: number) => divideRounded(amount * BigInt(count), BigInt(pieces.quantity));
  return upTo(pieces.already + pieces.count) - upTo(pieces.already);
}

/** Splits an amount by weight, to the cent, by largest remainder. Weights of zero get nothing. */
export function allocate(amount: bigint, weights: readonly bigint[]): readonly bigint[] {
  const whole = sum(weights);
  if (whole === 0n) return weights.map(() => 0n);
  const parts = weights.map((weight) => (amount * weight) / whole);
  const byRemainder = weights
    .map((weight, index) => ({ index, remainder: (amount * weight) % whole }))
    .toSorted((a, b) => (a.remainder === b.remainder ? 0 : a.remainder > b.remainder ? -1 : 1));
  for (const { index } of byRemainder.slice(0, Number(amount - sum(parts))))
    parts[index] = (parts[index] ?? 0n) + 1n;
  return parts;
}

const ONE: Fraction = { numerator: 1n, denominator: 1n };

function addFractions(fractions: readonly Fraction[]): Fraction {
  return fractions.reduce((a, b) => ({
    numerator: a.numerator * b.denominator + b.numerator * a.denominator,
    denominator: a.denominator * b.denominator,
  }));
}

function priceItems(pricing: OrderPricing, target: DiscountPricing["target"]): PricedItem[] {
  const items =
    target === "line"
      ? pricing.lines.map((line) => ({
          price: line.unitPrice * BigInt(line.quantity),
          rates: line.rates,
        }))
      : pricing.shipping;
  const remaining = items.map((item) => item.price);
  const allocations = items.map((): { discount: number; amount: bigint }[] => []);
  for (const [discount, terms] of pricing.discounts.entries()) {
    if (terms.target !== target) continue;
    for (const [index, amount] of discountAmounts(terms, remaining)) {
      remaining[index] = (remaining[index] ?? 0n) - amount;
      allocations[index]?.push({ discount, amount });
    }
  }
  return items.map((item, index) => {
    const own = allocations[index] ?? [];
    const afterAllDiscounts = remaining[index] ?? 0n;
    const orderLevel = own.filter(({ discount }) => pricing.discounts[discount]?.level === "order");
    return {
      original: item.price,
      allocations: own,
      afterLineDiscounts: afterAllDiscounts + sum(orderLevel.map(({ amount }) => amount)),
      afterAllDiscounts,
      taxes: taxesOn(afterAllDiscounts, item.rates, pricing.taxesIncluded),
    };
  });
}

/** What one discount takes from each of its targets, given what is left of them. Pairs of index and amount. */
function discountAmounts(
  discount: DiscountPricing,
  remaining: readonly bigint[],
): (readonly [number, bigint])[] {
  const left = discount.indexes.map((index) => remaining[index] ?? 0n);
  if ("percentage" in discount.value) {
    const { numerator, denominator } = parseFraction(discount.value.percentage);
    const proportion = { numerator, denominator: denominator * 100n };
    return discount.indexes.map((index, at) => [
      index,
      multiplyRounded(left[at] ?? 0n, proportion),
    ]);
  }
  const available = sum(left);
  const amount = discount.value.amount < available ? discount.value.amount : available;
  const parts = allocate(amount, left);
  return discount.indexes.map((index, at) => [index, parts[at] ?? 0n]);
}
