import fc from "fast-check";
import { draftDocument, freezeDocument, type Document } from "#domain/document";
import { merchantSettingsSchema, type MerchantSettingsInput } from "#domain/merchant";
import { decimal, minorDigits, sumOf, type Decimal } from "#domain/money";
import type { NormalisedOrder, OrderTax } from "#domain/order";
import { aLine, anOrder } from "../support/orders.ts";

export const BELGIAN_SELLER: MerchantSettingsInput["seller"] = {
  legalName: "Atelier Noord BV",
  vatIdentifier: "BE0417497106",
  enterpriseNumber: "0417497106",
  address: { line1: "Kouter 14", postalCode: "9000", city: "Gent", countryCode: "BE" },
  email: "hallo@ateliernoord.example",
  phone: "+32 9 123 45 67",
  iban: "BE68539007547034",
  bic: "GKCCBEBB",
};

const SELLERS: readonly MerchantSettingsInput["seller"][] = [
  BELGIAN_SELLER,
  { ...BELGIAN_SELLER, iban: "", bic: "", phone: "", email: "" },
  {
    legalName: "Grachtengoed B.V.",
    vatIdentifier: "NL859123456B01",
    enterpriseNumber: "72345678",
    address: {
      line1: "Prinsengracht 3",
      postalCode: "1015 DK",
      city: "Amsterdam",
      countryCode: "NL",
    },
    iban: "NL91ABNA0417164300",
  },
  {
    legalName: "Müller & Söhne GmbH",
    vatIdentifier: "DE123456789",
    enterpriseNumber: "HRB 12345",
    address: { line1: "Hauptstraße 1", postalCode: "10115", city: "Berlin", countryCode: "DE" },
    email: "rechnung@mueller.example",
    phone: "+49 30 123456",
    iban: "DE89370400440532013000",
  },
];

type Buyer = Pick<NormalisedOrder, "buyer" | "buyerReference">;

const aBuyer = (
  [name, vatIdentifier, countryCode]: readonly [string, string, string],
  buyerReference = "",
): Buyer => ({
  buyer: {
    name,
    contactName: "Ada Peeters",
    vatIdentifier,
    email: "ada@example.com",
    phone: "",
    address: {
      line1: "Markt 1",
      line2: "bus 3",
      postalCode: "1000",
      city: "Stad",
      region: "",
      countryCode,
    },
  },
  buyerReference,
});

const BUYERS: readonly Buyer[] = [
  aBuyer(["Ada Peeters", "", "BE"]),
  aBuyer(["Brasserie De Leie BV", "BE0417497106", "BE"], "PO-2026-118"),
  aBuyer(["Brasserie De Leie BV", "0417.497.106", "BE"]),
  aBuyer(["Fietsen Vos B.V.", "NL001234567B02", "NL"]),
  aBuyer(["Jan Jansen", "", "NL"]),
  aBuyer(["Schmidt KG", "DE987654321", "DE"], "Bestellung 7"),
  aBuyer(["Schmidt KG", "DE987654321", "DE"]),
  aBuyer(["Stadt Musterhausen", "", "DE"], "04011000-12345-03"),
  aBuyer(["Alpenladen", "CHE123456788", "CH"]),
  aBuyer(["Prishtina Shop", "", "XK"]),
];

const RATES = ["21", "12", "6", "5.5", "0", "none"] as const;
type Rate = (typeof RATES)[number];

const lineArbitrary = fc.record({
  cents: fc.oneof({ weight: 9, arbitrary: fc.nat(50_000) }, fc.integer({ min: -500, max: -1 })),
  rate: fc.constantFrom(...RATES),
  quantity: fc.oneof(fc.constantFrom("1", "2", "3", "12", "0.5", "2.25", "1000")),
  /** Hundredths of the line's amount. */
  discount: fc.option(fc.constantFrom(3, 10, 50, 100)),
  itemName: fc.oneof(
    fc.constantFrom("Mug", "", "  "),
    fc.string({ unit: "binary", maxLength: 40 }),
  ),
  options: fc.array(fc.string({ maxLength: 12 }), { maxLength: 2 }),
});

const chargeArbitrary = fc.record({
  type: fc.constantFrom("shipping" as const, "fee" as const, "duty" as const, "tip" as const),
  cents: fc.constantFrom(0, 1, 495, 605, 1250),
  rate: fc.constantFrom(...RATES),
  name: fc.constantFrom("bpost", "", "Express & <Co>"),
});

const caseArbitrary = fc.record({
  seller: fc.constantFrom(...SELLERS),
  buyer: fc.constantFrom(...BUYERS),
  isDelivered: fc.boolean(),
  currency: fc.constantFrom("EUR", "EUR", "EUR", "USD", "JPY"),
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

/** The same documents on every run. */
export const generatedDocuments = (count: number): readonly Document[] =>
  fc
    .sample(caseArbitrary, { seed: 20_261_121, numRuns: count })
    .map((each, index) => documentOf(each, index + 1));

type Basis = Pick<Case, "currency" | "pricesIncludeVat">;

/** Rounded per line, as shops do. "none" is a shop that wrote no tax at all. */
function taxesOf(amount: Decimal, rate: Rate, { currency, pricesIncludeVat }: Basis): OrderTax[] {
  if (rate === "none") return [];
  const digits = minorDigits(currency);
  const divisor = pricesIncludeVat ? decimal(rate).plus(100) : decimal("100");
  const tax = amount.times(rate).div(divisor).round(digits).toFixed(digits);
  return [{ title: "VAT", ratePercent: rate, amount: tax }];
}

const priceOf = (cents: number, { currency }: Basis): Decimal =>
  decimal(String(cents)).div(minorDigits(currency) === 0 ? 1 : 100);

function orderLine(line: Case["lines"][number], index: number, basis: Basis) {
  const digits = minorDigits(basis.currency);
  const price = priceOf(line.cents, basis);
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
  const taxes = taxesOf(amount, line.rate, basis);
  const { itemName, options, quantity } = line;
  const unitPrice = price.toFixed();
  return {
    line: aLine({
      lineId: `line-${index}`,
      itemName,
      options,
      quantity,
      unitPrice,
      allowances,
      taxes,
    }),
    amount,
  };
}

function orderCharge(charge: Case["charges"][number], index: number, basis: Basis) {
  const amount = priceOf(charge.cents, basis);
  const { type, name, rate } = charge;
  return {
    charge: {
      chargeId: `charge-${index}`,
      type,
      name,
      amount: amount.toFixed(),
      taxes: taxesOf(amount, rate, basis),
    },
    amount,
  };
}

function orderOf(each: Case): NormalisedOrder {
  const digits = minorDigits(each.currency);
  const lines = each.lines.map((line, index) => orderLine(line, index, each));
  const charges = each.charges.map((charge, index) => orderCharge(charge, index, each));
  const parts = [
    ...lines.map(({ line, amount }) => ({ amount, taxes: line.taxes })),
    ...charges.map(({ charge, amount }) => ({ amount, taxes: charge.taxes })),
  ];
  const taxes = parts.flatMap((part) => part.taxes.map(({ amount }) => decimal(amount)));
  const amounts = parts.map(({ amount }) => amount.round(digits));
  const total = sumOf([...amounts, ...(each.pricesIncludeVat ? [] : taxes)]);
  const share = { paid: 1, open: 0, part: 0.5 }[each.payment];
  const paidAmount = total.times(share).round(digits);
  const { buyer, buyerReference } = each.buyer;
  return anOrder({
    buyer,
    buyerReference,
    deliverTo: each.isDelivered && buyer.address ? { name: "Depot", address: buyer.address } : null,
    currency: each.currency,
    locale: each.locale,
    pricesIncludeVat: each.pricesIncludeVat,
    note: each.note,
    lines: lines.map(({ line }) => line),
    charges: charges.map(({ charge }) => charge),
    total: total.toFixed(),
    paidAmount: paidAmount.toFixed(),
    isPaid: each.payment === "paid",
    payments:
      each.payment === "paid"
        ? [{ method: "Bancontact", amount: paidAmount.toFixed(), paidDate: "2026-11-20" }]
        : [],
  });
}

function documentOf(each: Case, sequence: number): Document {
  const settings = merchantSettingsSchema.parse({ seller: each.seller });
  const draft = draftDocument(orderOf(each), "invoice", settings);
  if (!draft.ok) throw new Error(`case ${sequence}: ${draft.problem.message}`);
  const number = `2026-${String(sequence).padStart(4, "0")}`;
  const given = { number, issueDate: "2026-11-21" };
  return freezeDocument(draft.value, given, (template) => template);
}
