import type { LineInput } from "./order-input.ts";
import type { TaxRate } from "./order-math.ts";

type TaxClass = "standard" | "reduced" | "none";

export interface Product {
  readonly id: number;
  readonly variantId: number;
  readonly title: string;
  readonly variantTitle?: string;
  readonly sku: string;
  /** A GTIN, or a code of the shop's own. */
  readonly barcode?: string;
  readonly unitPrice: string;
  readonly taxClass: TaxClass;
  readonly isGiftCard?: boolean;
  readonly isDigital?: boolean;
}

/** What Atelier Noord sells. Prices include Belgian VAT. */
export const CATALOGUE = {
  cup: entry(1, {
    title: "Koffiekop Schelde",
    variantTitle: "Gebroken wit",
    sku: "KER-101",
    barcode: "5412345000013",
    unitPrice: "24.50",
    taxClass: "standard",
  }),
  bowl: entry(2, {
    title: "Serveerschaal Leie",
    variantTitle: "Ø 28 cm",
    sku: "KER-204",
    barcode: "5412345000020",
    unitPrice: "64.00",
    taxClass: "standard",
  }),
  vase: entry(3, {
    title: "Vaas Graslei",
    sku: "KER-310",
    unitPrice: "89.95",
    taxClass: "standard",
  }),
  tableLamp: entry(4, {
    title: "Tafellamp Dok Noord",
    variantTitle: "Mosgroen",
    sku: "LAM-007",
    barcode: "5412345000037",
    unitPrice: "189.00",
    taxClass: "standard",
  }),
  pendant: entry(5, {
    title: "Hanglamp Patershol",
    sku: "LAM-012",
    unitPrice: "249.00",
    taxClass: "standard",
  }),
  beans: entry(6, {
    title: "Espressobonen Gent, 1 kg",
    sku: "KOF-1000",
    barcode: "5412345000044",
    unitPrice: "27.90",
    taxClass: "reduced",
  }),
  filterCoffee: entry(7, {
    title: "Filterkoffie Vrijdagmarkt, 250 g",
    sku: "KOF-250",
    barcode: "5412345000051",
    unitPrice: "9.80",
    taxClass: "reduced",
  }),
  clayBook: entry(8, {
    title: "Boek ‘Klei & vuur’",
    sku: "BOE-001",
    barcode: "9789012345675",
    unitPrice: "34.95",
    taxClass: "reduced",
  }),
  lightBook: entry(9, {
    title: "Boek ‘Licht in huis’",
    sku: "BOE-002",
    barcode: "LICHT-2",
    unitPrice: "29.50",
    taxClass: "reduced",
  }),
  giftCard: entry(10, {
    title: "Cadeaubon Atelier Noord",
    variantTitle: "€ 50",
    sku: "BON-50",
    unitPrice: "50.00",
    taxClass: "none",
    isGiftCard: true,
  }),
  glazeCourse: entry(11, {
    title: "Videocursus ‘Glazuren’, licentie voor bedrijven",
    sku: "CUR-001",
    unitPrice: "149.00",
    taxClass: "standard",
    isDigital: true,
  }),
} as const satisfies Record<string, Product>;

const RATES: Record<string, Record<Exclude<TaxClass, "none">, TaxRate>> = {
  BE: vat("BTW", "0.21", "0.06"),
  NL: vat("BTW", "0.21", "0.09"),
  FR: vat("TVA", "0.2", "0.055"),
  DE: vat("MwSt.", "0.19", "0.07"),
};

/** Rates the shop charges in a country. Outside the EU: none. */
export function ratesFor(countryCode: string, taxClass: TaxClass): readonly TaxRate[] {
  const rates = RATES[countryCode];
  return taxClass === "none" || rates === undefined ? [] : [rates[taxClass]];
}

/** An order line of a product, taxed as for a delivery to that country. */
export function lineOf(product: Product, countryCode: string, quantity = 1): LineInput {
  return {
    title: product.title,
    sku: product.sku,
    unitPrice: product.unitPrice,
    quantity,
    vendor: "Atelier Noord",
    rates: ratesFor(countryCode, product.taxClass),
    requiresShipping: product.isGiftCard !== true && product.isDigital !== true,
    isGiftCard: product.isGiftCard === true,
    ...(product.variantTitle === undefined ? {} : { variantTitle: product.variantTitle }),
  };
}

export function findProduct(sku: string | undefined): Product | undefined {
  return Object.values<Product>(CATALOGUE).find((candidate) => candidate.sku === sku);
}

function entry(position: number, fields: Omit<Product, "id" | "variantId">): Product {
  return { id: 8_100_000_000_000 + position, variantId: 44_200_000_000_000 + position, ...fields };
}

function vat(title: string, standard: string, reduced: string) {
  return { standard: { title, rate: standard }, reduced: { title, rate: reduced } };
}
