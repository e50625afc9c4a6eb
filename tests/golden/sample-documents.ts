import { draftDocument, freezeDocument, type Document } from "../../core/domain/document/index.ts";
import type { DraftDocument } from "../../core/domain/document/index.ts";
import {
  merchantSettingsSchema,
  type DocumentKind,
  type MerchantSettingsInput,
} from "../../core/domain/merchant/index.ts";
import { decimal, minorDigits, sumOf, type Decimal } from "../../core/domain/money/index.ts";
import { normalisedOrderSchema, type NormalisedOrder } from "../../core/domain/order/index.ts";

interface SampleLine {
  readonly name: string;
  readonly quantity?: string;
  readonly price: string;
  readonly rate?: string;
  readonly options?: readonly string[];
  readonly sku?: string;
  readonly discount?: { readonly reason: string; readonly amount: string };
}

/** A shop's order in few words; taxes, totals and payment follow from the lines. */
export interface Sample {
  readonly kind?: DocumentKind;
  readonly lines?: readonly SampleLine[];
  readonly shipping?: string;
  readonly shippingName?: string;
  readonly currency?: string;
  readonly locale?: string;
  readonly pricesIncludeVat?: boolean;
  readonly isPaid?: boolean;
  readonly paidAmount?: string;
  readonly order?: Partial<NormalisedOrder>;
  readonly settings?: MerchantSettingsInput;
  readonly number?: string;
}

export const SELLER: MerchantSettingsInput["seller"] = {
  legalName: "Atelier Noord BV",
  vatIdentifier: "BE0417497106",
  enterpriseNumber: "0417497106",
  address: { line1: "Kouter 14", postalCode: "9000", city: "Gent", countryCode: "BE" },
  email: "hallo@ateliernoord.be",
  phone: "+32 9 123 45 67",
  website: "ateliernoord.be",
  iban: "BE68539007547034",
  bic: "GKCCBEBB",
};

const BUYER: NormalisedOrder["buyer"] = {
  name: "Ada Peeters",
  contactName: "Ada Peeters",
  vatIdentifier: "",
  enterpriseNumber: "",
  electronicAddress: null,
  email: "ada@example.com",
  phone: "",
  address: {
    line1: "Lindelaan 3",
    line2: "bus 12",
    postalCode: "2000",
    city: "Antwerpen",
    region: "",
    countryCode: "BE",
  },
};

const LINES: readonly SampleLine[] = [
  { name: "Linnen tafelkleed", quantity: "1", price: "89.00", options: ["Zand", "150 × 250 cm"] },
  { name: "Keramische beker", quantity: "4", price: "16.50", sku: "BEK-04" },
];

/** The draft that Docket makes of the sample's order. */
export function sampleDraft(sample: Sample = {}): DraftDocument {
  const settings = merchantSettingsSchema.parse({ seller: SELLER, ...sample.settings });
  const drafted = draftDocument(sampleOrder(sample), sample.kind ?? "invoice", settings);
  if (!drafted.ok) throw new Error(drafted.problem.message);
  return drafted.value;
}

/** The same, issued on 21 November 2026 under number 2026-0042. Its caption is the template as it stands. */
export const sampleDocument = (sample: Sample = {}): Document =>
  freezeDocument(
    sampleDraft(sample),
    { number: sample.number ?? "2026-0042", issueDate: "2026-11-21" },
    (template) => template,
  );

type Basis = Pick<Sample, "currency" | "pricesIncludeVat">;

/** Rounded per line, as shops do. */
function taxesOf(
  amount: Decimal,
  rate: string,
  { currency = "EUR", pricesIncludeVat = true }: Basis,
) {
  const digits = minorDigits(currency);
  const divisor = pricesIncludeVat ? decimal(rate).plus(100) : decimal("100");
  const tax = amount.times(rate).div(divisor).round(digits).toFixed(digits);
  return [{ title: "VAT", ratePercent: rate, amount: tax }];
}

function orderLine(line: SampleLine, index: number, basis: Basis) {
  const { name, quantity = "1", price, rate = "21", options = [], sku = "", discount } = line;
  const amount = decimal(price)
    .times(quantity)
    .minus(discount?.amount ?? "0");
  return {
    lineId: `line-${index + 1}`,
    itemName: name,
    options,
    sku,
    gtin: "",
    quantity,
    unitCode: "C62",
    unitPrice: price,
    allowances: discount === undefined ? [] : [discount],
    taxes: taxesOf(amount, rate, basis),
    isGiftCard: false,
    requiresShipping: true,
  };
}

const shippingCharges = ({ shipping, shippingName = "Standaard", ...basis }: Sample) =>
  shipping === undefined
    ? []
    : [
        {
          chargeId: "shipping-1",
          type: "shipping" as const,
          name: shippingName,
          amount: shipping,
          taxes: taxesOf(decimal(shipping), "21", basis),
        },
      ];

function sampleOrder(sample: Sample): NormalisedOrder {
  const { lines = LINES, currency = "EUR", pricesIncludeVat = true, isPaid = false } = sample;
  const orderLines = lines.map((line, index) => orderLine(line, index, sample));
  const charges = shippingCharges(sample);
  const discounts = lines.map(({ discount }) => decimal(discount?.amount ?? "0").neg());
  const taxes = [...orderLines, ...charges].flatMap((part) => part.taxes);
  const total = sumOf([
    ...orderLines.map(({ unitPrice, quantity }) => decimal(unitPrice).times(quantity)),
    ...discounts,
    ...charges.map(({ amount }) => decimal(amount)),
    ...(pricesIncludeVat ? [] : taxes.map(({ amount }) => decimal(amount))),
  ]).toFixed(minorDigits(currency));
  return normalisedOrderSchema.parse({
    platform: "shopify",
    orderId: "gid://shopify/Order/1042",
    orderNumber: "#1042",
    placedAt: "2026-11-20T20:15:00+01:00",
    orderDate: "2026-11-20",
    updatedAt: "2026-11-20T20:15:00+01:00",
    cancelledAt: null,
    currency,
    exchange: null,
    locale: sample.locale ?? "nl-BE",
    pricesIncludeVat,
    buyer: BUYER,
    deliverTo: null,
    deliveredDate: null,
    buyerReference: "",
    purchaseOrder: "",
    note: "",
    lines: orderLines,
    charges,
    total,
    cashRounding: "0",
    payments: [],
    paidAmount: sample.paidAmount ?? (isPaid ? total : "0"),
    isPaid,
    isFulfilled: false,
    dueDate: null,
    refunds: [],
    ...sample.order,
  });
}
