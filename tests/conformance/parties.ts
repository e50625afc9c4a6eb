import type { MerchantSettingsInput } from "#domain/merchant";
import type { NormalisedOrder } from "#domain/order";

type Seller = MerchantSettingsInput["seller"];

export const BELGIAN_SELLER: Seller = {
  legalName: "Atelier Noord BV",
  vatIdentifier: "BE0417497106",
  enterpriseNumber: "0417497106",
  address: { line1: "Kouter 14", postalCode: "9000", city: "Gent", countryCode: "BE" },
  email: "hallo@ateliernoord.example",
  phone: "+32 9 123 45 67",
  iban: "BE68539007547034",
  bic: "GKCCBEBB",
};

const GERMAN_SELLER: Seller = {
  legalName: "Müller & Söhne GmbH",
  vatIdentifier: "DE136695976",
  enterpriseNumber: "HRB 12345",
  address: { line1: "Hauptstraße 1", postalCode: "10115", city: "Berlin", countryCode: "DE" },
  email: "rechnung@mueller.example",
  phone: "+49 30 123456",
  iban: "DE89370400440532013000",
};

const abroad = (countryCode: string, vatIdentifier: string, more: Seller = {}): Seller => ({
  legalName: `Seller in ${countryCode}`,
  email: "shop@seller.example",
  phone: "+33 1 23 45 67 89",
  vatIdentifier,
  address: { line1: "High Street 1", postalCode: "1000", city: "Town", countryCode },
  ...more,
});

export const SELLERS: readonly Seller[] = [
  BELGIAN_SELLER,
  BELGIAN_SELLER,
  { ...BELGIAN_SELLER, iban: "", bic: "", phone: "", email: "" },
  {
    legalName: "Grachtengoed B.V.",
    vatIdentifier: "NL004495445B01",
    enterpriseNumber: "72345678",
    address: {
      line1: "Prinsengracht 3",
      postalCode: "1015 DK",
      city: "Amsterdam",
      countryCode: "NL",
    },
    iban: "NL91ABNA0417164300",
  },
  GERMAN_SELLER,
  GERMAN_SELLER,
  abroad("FR", "FR23334175221", { enterpriseNumber: "732 829 320 00074" }),
  abroad("LU", "LU15027442"),
  abroad("DK", "DK13585628", { iban: "DK5000400440116243" }),
  abroad("SE", "SE556188840401"),
  abroad("NO", "NO995525828MVA"),
  abroad("IT", "IT00743110157"),
  abroad("GR", "EL094259216"),
];

/** One without a VAT number: the tax office knows it by another (BT-32). */
export const SMALL_BUSINESS: Seller = {
  ...GERMAN_SELLER,
  legalName: "Töpferei Klein",
  vatIdentifier: "",
  enterpriseNumber: "",
  taxNumber: "21/815/08150",
};

export type Buyer = Pick<NormalisedOrder, "buyer" | "buyerReference" | "purchaseOrder">;

interface BuyerReferences {
  readonly buyerReference?: string;
  readonly purchaseOrder?: string;
}

const aBuyer = (
  [name, vatIdentifier, countryCode]: readonly [string, string, string],
  { buyerReference = "", purchaseOrder = "" }: BuyerReferences = {},
): Buyer => ({
  buyer: {
    name,
    contactName: "Ada Peeters",
    vatIdentifier,
    enterpriseNumber: "",
    electronicAddress: null,
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
  purchaseOrder,
});

const FRENCH = aBuyer(["Librairie du Midi SARL", "FR40303265045", "FR"]);
const UNKNOWN = aBuyer(["", "", ""]).buyer;

export const BUYERS: readonly Buyer[] = [
  aBuyer(["Ada Peeters", "", "BE"]),
  aBuyer(["Brasserie De Leie BV", "BE0417497106", "BE"], { purchaseOrder: "PO-2026-118" }),
  aBuyer(["Brasserie De Leie BV", "0417.497.106", "BE"], { buyerReference: "Afdeling 3" }),
  aBuyer(["Fietsen Vos B.V.", "NL002455799B11", "NL"]),
  aBuyer(["Jan Jansen", "", "NL"]),
  aBuyer(["Schmidt KG", "DE811569869", "DE"], { buyerReference: "Bestellung 7" }),
  aBuyer(["Schmidt KG", "DE811569869", "DE"]),
  aBuyer(["Stadt Musterhausen", "", "DE"], { buyerReference: "04011000-12345-03" }),
  aBuyer(["Stadt Musterhausen", "", "DE"], {
    buyerReference: "04011000-12345-03",
    purchaseOrder: "B-77",
  }),
  FRENCH,
  { ...FRENCH, buyer: { ...FRENCH.buyer, enterpriseNumber: "303 265 045" } },
  aBuyer(["Rossi S.r.l.", "IT00743110157", "IT"]),
  aBuyer(["Jensen ApS", "DK13585628", "DK"]),
  aBuyer(["Svensson AB", "SE556188840401", "SE"]),
  aBuyer(["Alpenladen", "CHE100155212TVA", "CH"]),
  aBuyer(["Brick Lane Ltd", "GB980780684", "GB"]),
  aBuyer(["Acme Inc.", "12-3456789", "US"]),
  aBuyer(["Prishtina Shop", "", "XK"]),
  {
    ...aBuyer(["Museum Stad", "", "BE"]),
    buyer: {
      ...aBuyer(["Museum Stad", "", "BE"]).buyer,
      electronicAddress: { scheme: "0088", value: "5412345000013" },
    },
  },
  { buyer: { ...UNKNOWN, address: null }, buyerReference: "", purchaseOrder: "" },
  {
    buyer: { ...UNKNOWN, contactName: "", email: "", address: null },
    buyerReference: "",
    purchaseOrder: "",
  },
];
