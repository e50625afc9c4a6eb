import type { EInvoice, EInvoiceProfile, EInvoiceVat } from "./e-invoice.ts";

export type Unprofiled = Omit<EInvoice, "profile" | "findings">;

/** What a profile asks for beyond EN 16931. `given`: any text counts; null where the rule does not apply. */
export type Demand = readonly [
  rule: string,
  field: string,
  what: string,
  given: (invoice: Unprofiled) => string | null,
];

/** Both networks deliver by electronic address. */
const NETWORK_DEMANDS: readonly Demand[] = [
  [
    "PEPPOL-EN16931-R020",
    "seller.vatIdentifier",
    "your electronic address",
    ({ seller }) => seller.electronicAddress?.value ?? "",
  ],
  [
    "PEPPOL-EN16931-R010",
    "buyer.electronicAddress",
    "the buyer's electronic address",
    ({ buyer }) => buyer.electronicAddress?.value ?? "",
  ],
];

const sellerStreet = (rule: string): Demand => [
  rule,
  "seller.address.line1",
  "your street",
  ({ seller }) => seller.address.line1,
];
const sellerCity = (rule: string): Demand => [
  rule,
  "seller.address.city",
  "your city",
  ({ seller }) => seller.address.city,
];
const sellerPostalCode = (rule: string): Demand => [
  rule,
  "seller.address.postalCode",
  "your postal code",
  ({ seller }) => seller.address.postalCode,
];
const buyerCity = (rule: string): Demand => [
  rule,
  "buyer.address.city",
  "the buyer's city",
  ({ buyer }) => buyer.address.city,
];
const buyerPostalCode = (rule: string): Demand => [
  rule,
  "buyer.address.postalCode",
  "the buyer's postal code",
  ({ buyer }) => buyer.address.postalCode,
];

const DUTCH_BUYER_DEMANDS: readonly Demand[] = [
  ["NL-R-004", "buyer.address.line1", "the buyer's street", ({ buyer }) => buyer.address.line1],
  buyerCity("NL-R-004"),
  buyerPostalCode("NL-R-004"),
];

/** The same in XRechnung and, between German parties, in Peppol BIS, whose DE-R-002 to DE-R-015 repeat them. */
const GERMAN_DEMANDS: readonly Demand[] = [
  ["BR-DE-15", "buyerReference", "the buyer's reference", (invoice) => invoice.buyerReference],
  sellerCity("BR-DE-3"),
  sellerPostalCode("BR-DE-4"),
  ["BR-DE-6", "seller.phone", "your telephone number", ({ seller }) => seller.contact.phone],
  ["BR-DE-7", "seller.email", "your e-mail address", ({ seller }) => seller.contact.email],
  buyerCity("BR-DE-8"),
  buyerPostalCode("BR-DE-9"),
  [
    "BR-DE-10",
    "deliverTo.address.city",
    "the city of the delivery address",
    ({ delivery }) => delivery.address?.city ?? null,
  ],
  [
    "BR-DE-11",
    "deliverTo.address.postalCode",
    "the postal code of the delivery address",
    ({ delivery }) => delivery.address?.postalCode ?? null,
  ],
];

/** Peppol between Danish parties. */
const DANISH_DEMANDS: readonly Demand[] = [
  [
    "DK-R-004",
    "charges",
    "the Danish code of each tip and duty",
    ({ charges }) => unless(charges.some(({ reasonCode }) => reasonCode === "ZZZ")),
  ],
  [
    "DK-R-005",
    "currency",
    "an amount in euro",
    (invoice) => unless(invoice.payment.meansCode === "30"),
  ],
  [
    "DK-R-013",
    "buyer.vatIdentifier",
    "the buyer's CVR number",
    ({ buyer }) => unless(buyer.identifier !== ""),
  ],
];

/** The text of a demand that is an interdiction. */
const unless = (isBroken: boolean): string | null => (isBroken ? "" : null);

/** What Peppol asks of the sellers of one country. */
const SELLER_DEMANDS: Readonly<Record<string, readonly Demand[]>> = {
  DK: [
    [
      "DK-R-002",
      "seller.enterpriseNumber",
      "your CVR number",
      ({ seller }) => seller.legalRegistration?.value ?? "",
    ],
  ],
  // Each invoice needs a MARK, which the Greek tax office gives and Docket does not ask for.
  GR: [["GR-R-004-1", "number", "a MARK of the Greek tax office", () => ""]],
  // The number must be of the register 0196, which a seller's details do not tell.
  IS: [["IS-R-002", "seller.enterpriseNumber", "your kennitala", () => ""]],
  IT: [sellerStreet("IT-R-002"), sellerCity("IT-R-003"), sellerPostalCode("IT-R-004")],
  NL: [
    sellerStreet("NL-R-002"),
    sellerCity("NL-R-002"),
    sellerPostalCode("NL-R-002"),
    [
      "NL-R-001",
      "precedingInvoice",
      "the number of the invoice that is credited",
      ({ typeCode, precedingInvoice }) =>
        typeCode === "381" ? (precedingInvoice?.number ?? "") : null,
    ],
  ],
  NO: [
    [
      "NO-R-001",
      "seller.vatIdentifier",
      "MVA at the end of your VAT number",
      ({ seller }) => unless(/^NO\d+$/.test(seller.vatIdentifier)),
    ],
  ],
  SE: [
    [
      "SE-R-006",
      "vatBreakdown",
      "the Swedish rates, 25, 12 and 6 %, beside a Swedish VAT number",
      ({ seller, vatBreakdown }) =>
        unless(
          seller.vatIdentifier.startsWith("SE") &&
            vatBreakdown.some((entry) => entry.category === "S" && !isSwedishRate(entry)),
        ),
    ],
  ],
};

const isSwedishRate = ({ ratePercent }: EInvoiceVat): boolean =>
  [6, 12, 25].includes(Number(ratePercent));

/** What a profile asks of an invoice between these parties. */
export function demandsOf(
  profile: EInvoiceProfile,
  { seller, buyer }: Unprofiled,
): readonly Demand[] {
  switch (profile) {
    case "core":
      return [];
    case "xrechnung":
      return [...NETWORK_DEMANDS, ...GERMAN_DEMANDS];
    case "peppol": {
      const from = seller.address.countryCode;
      const isWithin = (country: string) =>
        from === country && buyer.address.countryCode === country;
      return [
        ...NETWORK_DEMANDS,
        ...(SELLER_DEMANDS[from] ?? []),
        ...(isWithin("DK") ? DANISH_DEMANDS : []),
        ...(isWithin("NL") ? DUTCH_BUYER_DEMANDS : []),
        ...(isWithin("DE") ? GERMAN_DEMANDS : []),
      ];
    }
  }
}
