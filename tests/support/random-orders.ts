import { decimal, decimalText, minorDigits, roundToMoney, sumOf, toDecimal } from "#domain/money";
import type { NormalisedOrder, OrderCharge, OrderLine, OrderTax } from "#domain/order";
import { aLine, anOrder } from "./orders.ts";

/** Pseudo-random numbers from 0 to 1: the same seed gives the same (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const RATES = ["21", "20", "19", "12", "9", "7.7", "6", "5.5", "0"] as const;
const CURRENCIES = ["EUR", "EUR", "EUR", "USD", "GBP", "JPY", "KWD"] as const;

interface Style {
  readonly random: () => number;
  readonly currency: NormalisedOrder["currency"];
  readonly pricesIncludeVat: boolean;
  /** WooCommerce keeps taxes of six decimals when it rounds at the subtotal. */
  readonly roundsPerLine: boolean;
}

type Priced = { readonly amount: string; readonly taxes: readonly OrderTax[] };

/**
 * An order as a shop computes it: Shopify with VAT in prices or on top, rounded per line; WooCommerce with nets that follow from
 * prices with VAT, rounded per line or at the subtotal. Mixed rates, discounts, shipping, fees, 0, 2 or 3 decimals.
 */
export function randomOrder(seed: number): NormalisedOrder {
  const random = randomFrom(seed);
  const currency = pick(CURRENCIES, random);
  const isWoo = random() < 0.4;
  const style: Style = {
    random,
    currency,
    pricesIncludeVat: !isWoo && random() < 0.7,
    roundsPerLine: !isWoo || random() < 0.6,
  };
  const lines = Array.from({ length: 1 + Math.floor(random() * 4) }, (_, index) =>
    isWoo ? wooLine(index, style) : shopifyLine(index, style),
  );
  const charges = randomCharges(style);
  const withVat = [...lines.map(lineAmounts), ...charges].map(({ amount, taxes }) =>
    style.pricesIncludeVat
      ? decimal(amount)
      : decimal(amount).plus(sumOf(taxes.map((tax) => decimal(tax.amount)))),
  );
  const total = inCurrency(sumOf(withVat), currency);
  const isPaid = random() < 0.6;
  return anOrder({
    platform: isWoo ? "woocommerce" : "shopify",
    orderId: String(seed),
    currency,
    pricesIncludeVat: style.pricesIncludeVat,
    lines,
    charges,
    total,
    paidAmount: isPaid ? total : "0",
    isPaid,
  });
}

const lineAmounts = (line: OrderLine): Priced => ({
  amount: decimalText(
    decimal(line.unitPrice)
      .times(line.quantity)
      .minus(sumOf(line.allowances.map(({ amount }) => decimal(amount)))),
  ),
  taxes: line.taxes,
});

/** A price of the currency's own digits; the discount is a share of the line. */
function shopifyLine(index: number, style: Style): OrderLine {
  const { random } = style;
  const quantity = 1 + Math.floor(random() * 5);
  const unitPrice = randomPrice(style);
  const allowance =
    random() < 0.3
      ? inCurrency(
          decimal(unitPrice)
            .times(quantity)
            .times(0.05 + random() * 0.5),
          style.currency,
        )
      : "0";
  const amount = decimal(unitPrice).times(quantity).minus(allowance);
  return aLine({
    lineId: String(index + 1),
    quantity: String(quantity),
    unitPrice,
    allowances: allowance === "0" ? [] : [{ reason: "SALE", amount: allowance }],
    taxes: taxesOn(decimalText(amount), style),
  });
}

/** Prices were entered with VAT; the line's net is what is left, to the cent or unrounded. */
function wooLine(index: number, style: Style): OrderLine {
  const { random, currency } = style;
  const quantity = 1 + Math.floor(random() * 5);
  const ratePercent = pick(RATES, random);
  const withVat = decimal(randomPrice(style)).times(quantity);
  const exact = withVat.div(decimal(ratePercent).div(100).plus(1));
  const net = style.roundsPerLine ? inCurrency(exact, currency) : decimalText(exact, 6);
  const tax = withVat.minus(net);
  return aLine({
    lineId: String(index + 1),
    quantity: String(quantity),
    unitPrice: decimalText(decimal(net).div(quantity), 12),
    taxes: [{ title: "VAT", ratePercent, amount: decimalText(tax) }],
  });
}

function randomCharges(style: Style): OrderCharge[] {
  const { random } = style;
  const charge = (type: OrderCharge["type"], amount: string): OrderCharge => ({
    chargeId: type,
    type,
    name: type,
    amount,
    taxes: taxesOn(amount, style),
  });
  return [
    ...(random() < 0.6 ? [charge("shipping", randomPrice(style))] : []),
    ...(random() < 0.15 ? [charge("fee", inCurrency(decimal("0.5"), style.currency))] : []),
    ...(random() < 0.1 ? [charge("fee", inCurrency(decimal("-0.2"), style.currency))] : []),
  ];
}

function taxesOn(amount: string, { random, currency, pricesIncludeVat, roundsPerLine }: Style) {
  const ratePercent = pick(RATES, random);
  const rate = decimal(ratePercent).div(100);
  const exact = pricesIncludeVat
    ? decimal(amount).times(rate).div(rate.plus(1))
    : decimal(amount).times(rate);
  const tax = roundsPerLine ? inCurrency(exact, currency) : decimalText(exact, 6);
  return [{ title: "VAT", ratePercent, amount: tax }];
}

const randomPrice = ({ random, currency }: Style): string =>
  inCurrency(decimal(String(Math.floor(random() * 20_000) / 100)), currency);

const inCurrency = (amount: ReturnType<typeof decimal>, currency: string): string =>
  decimalText(toDecimal(roundToMoney(amount, currency)), minorDigits(currency));

const pick = <Item>(items: readonly [Item, ...Item[]], random: () => number): Item =>
  items[Math.floor(random() * items.length)] ?? items[0];
