import fc from "fast-check";
import type { MerchantSettingsInput } from "#domain/merchant";
import { decimal, decimalText, minorDigits, sumOf, type Decimal } from "#domain/money";
import type { NormalisedOrder, OrderTax } from "#domain/order";
import { isVatIdentifier, normaliseVatIdentifier } from "#domain/party";
import { aLine, anOrder } from "../support/orders.ts";
import { BUYERS, SELLERS, SMALL_BUSINESS } from "./parties.ts";

const RATES = ["25", "21", "19", "12", "6", "5.5", "0", "none"] as const;
type Rate = (typeof RATES)[number];

const lineArbitrary = fc.record({
  cents: fc.oneof({ weight: 9, arbitrary: fc.nat(50_000) }, fc.integer({ min: -500, max: -1 })),
  rate: fc.constantFrom(...RATES),
  quantity: fc.oneof(fc.constantFrom("1", "2", "3", "12", "0.5", "2.25", "1000")),
  unitCode: fc.constantFrom("C62", "C62", "KGM", "MTR"),
  /** Hundredths of the line's amount. */
  discount: fc.option(fc.constantFrom(3, 10, 50, 100)),
  itemName: fc.oneof(
    fc.constantFrom("Mug", "", "  "),
    fc.string({ unit: "binary", maxLength: 40 }),
  ),
  options: fc.array(fc.string({ maxLength: 12 }), { maxLength: 2 }),
  gtin: fc.constantFrom("", "4006381333931", "96385074"),
});

const chargeArbitrary = fc.record({
  type: fc.constantFrom("shipping" as const, "fee" as const, "duty" as const, "tip" as const),
  cents: fc.constantFrom(-250, 0, 1, 495, 605, 1250),
  rate: fc.constantFrom(...RATES),
  name: fc.constantFrom("bpost", "", "Express & <Co>"),
});

/** What the order is about, which decides between the categories of VAT. */
const SUBJECTS = [
  "taxed",
  "taxed",
  "taxedOnce",
  "untaxedGoods",
  "untaxedService",
  "giftCard",
] as const;

const caseArbitrary = fc.record({
  platform: fc.constantFrom("shopify" as const, "woocommerce" as const),
  subject: fc.constantFrom(...SUBJECTS),
  isSmallBusiness: fc.integer({ min: 0, max: 11 }).map((drawn) => drawn === 0),
  seller: fc.constantFrom(...SELLERS),
  buyer: fc.constantFrom(...BUYERS),
  profile: fc.constantFrom("auto", "auto", "auto", "peppol", "xrechnung", "core"),
  isDelivered: fc.boolean(),
  deliveredDate: fc.constantFrom(null, "2026-11-19"),
  currency: fc.constantFrom("EUR", "EUR", "EUR", "EUR", "USD", "GBP", "CHF", "SEK", "JPY"),
  /** What one unit was worth in the seller's own currency, where the shop says so. */
  exchangeRate: fc.constantFrom("0.9174", "0.9174", null),
  locale: fc.constantFrom("nl-BE", "fr-BE", "de-DE", "en-GB"),
  pricesIncludeVat: fc.boolean(),
  payment: fc.constantFrom("paid" as const, "open" as const, "part" as const),
  note: fc.oneof(fc.constant(""), fc.string({ unit: "binary", maxLength: 60 })),
  lines: fc.oneof(
    { weight: 12, arbitrary: fc.array(lineArbitrary, { minLength: 1, maxLength: 8 }) },
    { weight: 1, arbitrary: fc.array(lineArbitrary, { minLength: 60, maxLength: 90 }) },
  ),
  charges: fc.array(chargeArbitrary, { maxLength: 3 }),
});
type Case = typeof caseArbitrary extends fc.Arbitrary<infer Value> ? Value : never;

export interface GeneratedOrder {
  readonly order: NormalisedOrder;
  readonly settings: MerchantSettingsInput;
}

/** The same orders on every run. */
export const generatedOrders = (count: number): readonly GeneratedOrder[] =>
  fc.sample(caseArbitrary, { seed: 20_261_121, numRuns: count }).map(consistent).map(orderOf);

/** A WooCommerce order is net. A small business charges no VAT. */
function consistent(each: Case): Case {
  const untaxed = each.isSmallBusiness && each.subject.startsWith("taxed");
  return {
    ...each,
    subject: untaxed ? "untaxedGoods" : each.subject,
    pricesIncludeVat: each.platform === "shopify" && each.pricesIncludeVat,
    seller: each.isSmallBusiness ? SMALL_BUSINESS : each.seller,
  };
}

/** "none" is a shop that wrote no tax at all. */
function rateOf(drawn: Rate, { subject }: Case): Rate {
  if (subject === "taxed") return drawn;
  return subject === "taxedOnce" ? "21" : "none";
}

/** Rounded per line by Shopify; WooCommerce keeps six decimals when it rounds at the subtotal. */
function taxesOf(amount: Decimal, drawn: Rate, each: Case): OrderTax[] {
  const rate = rateOf(drawn, each);
  if (rate === "none") return [];
  const digits = each.platform === "shopify" ? minorDigits(each.currency) : 6;
  const divisor = each.pricesIncludeVat ? decimal(rate).plus(100) : decimal("100");
  const tax = amount.times(rate).div(divisor).round(digits).toFixed(digits);
  return [{ title: "VAT", ratePercent: rate, amount: tax }];
}

/** In WooCommerce a price was entered with VAT, and what is kept is the rest of it. */
function priceOf(cents: number, drawn: Rate, each: Case): Decimal {
  const price = decimal(String(cents)).div(minorDigits(each.currency) === 0 ? 1 : 100);
  const rate = rateOf(drawn, each);
  if (each.platform === "shopify" || rate === "none") return price;
  return decimal(decimalText(price.div(decimal(rate).div(100).plus(1)), 6));
}

function orderLine(line: Case["lines"][number], index: number, each: Case) {
  const digits = minorDigits(each.currency);
  const price = priceOf(line.cents, line.rate, each);
  const listAmount = price.times(line.quantity);
  const discount = listAmount
    .times(line.discount ?? 0)
    .div(100)
    .round(digits)
    .abs();
  const allowances =
    line.discount === null || line.cents < 0
      ? []
      : [{ reason: "Zomer", amount: discount.toFixed() }];
  const amount = allowances.length === 0 ? listAmount : listAmount.minus(discount);
  const { itemName, options, quantity, unitCode, gtin } = line;
  return {
    line: aLine({
      lineId: `line-${index}`,
      itemName,
      options,
      quantity,
      unitCode,
      gtin,
      unitPrice: price.toFixed(),
      allowances,
      taxes: taxesOf(amount, line.rate, each),
      isGiftCard: each.subject === "giftCard",
      requiresShipping: each.subject !== "untaxedService" && each.subject !== "giftCard",
    }),
    amount,
  };
}

function orderCharge(charge: Case["charges"][number], index: number, each: Case) {
  const amount = priceOf(charge.cents, charge.rate, each);
  const { type, name, rate } = charge;
  return {
    charge: {
      chargeId: `charge-${index}`,
      type,
      name,
      amount: amount.toFixed(),
      taxes: taxesOf(amount, rate, each),
    },
    amount,
  };
}

function orderOf(each: Case): GeneratedOrder {
  const digits = minorDigits(each.currency);
  const lines = each.lines.map((line, index) => orderLine(line, index, each));
  const charges = (each.subject === "giftCard" ? [] : each.charges).map((charge, index) =>
    orderCharge(charge, index, each),
  );
  const parts = [
    ...lines.map(({ line, amount }) => ({ amount, taxes: line.taxes })),
    ...charges.map(({ charge, amount }) => ({ amount, taxes: charge.taxes })),
  ];
  const taxes = parts.flatMap((part) => part.taxes.map(({ amount }) => decimal(amount)));
  const amounts = parts.map(({ amount }) =>
    each.platform === "shopify" ? amount.round(digits) : amount,
  );
  const total = sumOf([...amounts, ...(each.pricesIncludeVat ? [] : taxes)]).round(digits);
  const share = { paid: 1, open: 0, part: 0.5 }[each.payment];
  const paidAmount = total.times(share).round(digits).toFixed();
  const isPaid = each.payment === "paid";
  const { buyer, buyerReference, purchaseOrder } = each.buyer;
  const order = anOrder({
    platform: each.platform,
    buyer,
    buyerReference,
    purchaseOrder,
    deliverTo: each.isDelivered && buyer.address ? { name: "Depot", address: buyer.address } : null,
    deliveredDate: each.deliveredDate,
    currency: each.currency,
    exchange: each.exchangeRate === null ? null : { currency: "EUR", rate: each.exchangeRate },
    locale: each.locale,
    pricesIncludeVat: each.pricesIncludeVat,
    note: each.note,
    lines: lines.map(({ line }) => line),
    charges: charges.map(({ charge }) => charge),
    total: total.toFixed(),
    paidAmount,
    isPaid,
    payments: isPaid ? [{ method: "Bancontact", amount: paidAmount, paidDate: "2026-11-20" }] : [],
  });
  return { order, settings: settingsOf(each) };
}

function settingsOf({ seller, isSmallBusiness, profile, buyer: { buyer } }: Case) {
  const number = normaliseVatIdentifier(buyer.vatIdentifier, buyer.address?.countryCode ?? "");
  return {
    seller,
    vat: {
      isSmallBusiness,
      untaxedSales: isVatIdentifier(number) ? "reverseCharge" : "exempt",
      untaxedSalesRule: "Art. 44 § 2 W.Btw",
    },
    eInvoicing: { profile },
  } satisfies MerchantSettingsInput;
}
