import { CATALOGUE, lineOf, ratesFor, type Product } from "./catalogue.ts";
import type { LineInput, OrderInput, ShippingInput } from "./order-input.ts";
import {
  BAKERY,
  BRASSERIE,
  GALLERY,
  HOSTILE,
  JANSEN,
  JOHNSON,
  KELLER,
  MARTIN,
  PEETERS,
  SCHNEIDER,
  TANAKA,
  WORKSHOP,
  type Buyer,
} from "./people.ts";

/** One sort of order that a merchant meets: a label for people, and what is ordered. */
export interface OrderKind {
  readonly label: string;
  readonly order: OrderInput;
}

const { cup, bowl, vase, tableLamp, pendant, beans, filterCoffee, clayBook, lightBook } = CATALOGUE;
const { giftCard, glazeCourse } = CATALOGUE;

export const ORDER_KINDS = {
  plain: {
    label: "Dutch customer, two products",
    order: {
      ...boughtBy(JANSEN),
      lines: [lineOf(cup, "NL", 2), lineOf(beans, "NL")],
      shipping: [post("NL", "6.95")],
    },
  },
  business: {
    label: "Belgian company with a VAT number, pays by bank transfer",
    order: {
      ...boughtBy(BRASSERIE),
      company: BRASSERIE.company,
      lines: [lineOf(bowl, "BE", 6), lineOf(cup, "BE", 24), lineOf(beans, "BE", 4)],
      shipping: [post("BE", "12.50")],
      gateway: "Bank Deposit",
      paymentTerms: { name: "Net 30", dueInDays: 30 },
      poNumber: "PO-2026-118",
      note: "Graag leveren vóór 10 uur, ingang langs de kade.",
    },
  },
  wrongNumber: {
    label: "Belgian company whose VAT number is wrong",
    order: {
      ...boughtBy(BAKERY),
      company: BAKERY.company,
      lines: [lineOf(cup, "BE", 12), lineOf(filterCoffee, "BE", 10)],
      shipping: [post("BE", "9.50")],
    },
  },
  intraCommunity: {
    label: "French company with a VAT number, goods to France without VAT",
    order: {
      ...boughtBy(GALLERY),
      company: GALLERY.company,
      taxExempt: true,
      lines: [lineOf(vase, "FR", 4), lineOf(bowl, "FR", 2)],
      shipping: [post("FR", "24.00")],
      poNumber: "BC-2026-077",
    },
  },
  digitalService: {
    label: "German company, digital service without VAT",
    order: {
      ...boughtBy(WORKSHOP),
      company: WORKSHOP.company,
      taxExempt: true,
      lines: [lineOf(glazeCourse, "DE", 3)],
      shippingAddress: null,
    },
  },
  discounted: {
    label: "French customer, line discount, discount code and free shipping",
    order: {
      ...boughtBy(MARTIN),
      lines: [lineOf(tableLamp, "FR"), lineOf(vase, "FR", 2), lineOf(filterCoffee, "FR", 3)],
      shipping: [post("FR", "9.95")],
      discounts: [
        { type: "manual", title: "Petit défaut d’émail", lines: [1], value: { percentage: "15" } },
        { type: "code", title: "BIENVENUE10", value: { percentage: "10" } },
        { type: "code", title: "LIVRAISON", target: "shipping", value: { percentage: "100" } },
      ],
    },
  },
  mixedRates: {
    label: "German customer, two VAT rates and a note",
    order: {
      ...boughtBy(SCHNEIDER),
      lines: [lineOf(pendant, "DE"), lineOf(clayBook, "DE", 2), lineOf(beans, "DE")],
      shipping: [post("DE", "11.90")],
      note: "Bitte als Geschenk verpacken – die Lampe ist für Opa.\nKeine Rechnung ins Paket!",
      customAttributes: [{ key: "Geschenkverpackung", value: "ja" }],
    },
  },
  tipAndGiftCard: {
    label: "A tip and a gift card",
    order: {
      ...boughtBy(PEETERS),
      lines: [lineOf(cup, "BE"), lineOf(giftCard, "BE"), tip("2.50")],
      shipping: [post("BE", "5.95")],
    },
  },
  dollars: {
    label: "American customer pays in dollars",
    order: {
      ...boughtBy(JOHNSON),
      lines: [lineOf(tableLamp, "US"), lineOf(cup, "US", 3)],
      shipping: [post("US", "39.00")],
      presentment: { currencyCode: "USD", rate: "1.0837" },
    },
  },
  yen: {
    label: "Japanese customer pays in yen",
    order: {
      ...boughtBy(TANAKA),
      lines: [lineOf(vase, "JP"), lineOf(lightBook, "JP", 2)],
      shipping: [post("JP", "42.00")],
      presentment: { currencyCode: "JPY", rate: "161.35" },
    },
  },
  taxExcluded: {
    label: "Prices without VAT",
    order: {
      ...boughtBy(BRASSERIE),
      company: BRASSERIE.company,
      taxesIncluded: false,
      lines: [lineOf(bowl, "BE", 3), lineOf(filterCoffee, "BE", 7)],
      shipping: [post("BE", "12.50")],
    },
  },
  export: {
    label: "Swiss customer, export without VAT",
    order: {
      ...boughtBy(KELLER),
      lines: [lineOf(pendant, "CH"), lineOf(lightBook, "CH")],
      shipping: [post("CH", "29.00")],
    },
  },
  hostile: {
    label: "Customer whose name is an attack",
    order: {
      ...boughtBy(HOSTILE),
      lines: [{ ...lineOf(cup, "BE"), title: "Kop <img src=x onerror=alert(2)> #strong[x]" }],
      shipping: [post("BE", "5.95")],
      note: "</textarea><script>alert(3)</script>\n#{panic()} {{ order.email }}",
    },
  },
  free: {
    label: "Costs nothing",
    order: {
      ...boughtBy(PEETERS),
      lines: [lineOf(filterCoffee, "BE")],
      discounts: [{ type: "code", title: "PROEFZAKJE", value: { percentage: "100" } }],
    },
  },
  long: {
    label: "Sixty lines",
    order: { ...boughtBy(PEETERS), lines: sixtyLines(), shipping: [post("BE", "19.00")] },
  },
  anonymous: {
    label: "No address and no e-mail",
    order: { customer: null, email: null, lines: [lineOf(cup, "BE"), lineOf(clayBook, "BE")] },
  },
} as const satisfies Record<string, OrderKind>;

export type OrderKindName = keyof typeof ORDER_KINDS;

export function isOrderKindName(text: string): text is OrderKindName {
  return Object.hasOwn(ORDER_KINDS, text);
}

function boughtBy({ customer, address }: Buyer): Omit<OrderInput, "lines"> {
  return {
    customer,
    email: customer.email,
    billingAddress: address,
    shippingAddress: address,
    locale: customer.locale,
    ...(customer.phone === undefined ? {} : { phone: customer.phone }),
  };
}

function post(countryCode: string, price: string): ShippingInput {
  const title = countryCode === "BE" ? "Bpost thuislevering" : "Bpost internationaal";
  return { title, code: "bpost", price, rates: ratesFor(countryCode, "standard") };
}

function tip(amount: string): LineInput {
  return { title: "Fooi", unitPrice: amount, isTip: true, requiresShipping: false };
}

function sixtyLines(): LineInput[] {
  const products = Object.values<Product>(CATALOGUE).filter(
    ({ taxClass, isDigital }) => taxClass !== "none" && isDigital !== true,
  );
  return Array.from({ length: 60 }, (_, at) => {
    const product = products[at % products.length] ?? cup;
    return { ...lineOf(product, "BE", 1 + (at % 3)), title: `${product.title} (${at + 1})` };
  });
}
