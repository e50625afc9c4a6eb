import type { Document } from "#domain/document";
import { KIND_FACTS, type Language } from "#domain/merchant";
import {
  compactIdentifier,
  formatIban,
  isBelgianEnterpriseNumber,
  isSiret,
  type Seller,
} from "#domain/party";
import { addressLines } from "./address-lines.ts";
import { LABELS } from "./labels/index.ts";
import type { LabelledValue, PrintableAddress, PrintableDocument } from "./printable-document.ts";

type Content = Pick<Document, "kind" | "language" | "seller" | "buyer" | "deliverTo">;

/** The buyer, and the delivery address where it differs; on a paper without prices the goods' way comes first. */
export function presentAddresses(document: Content): readonly PrintableAddress[] {
  const labels = LABELS[document.language];
  const { buyer } = document;
  const buyerAddress: PrintableAddress = {
    heading: labels.buyer,
    lines: [
      buyer.name,
      ...(buyer.contactName === buyer.name ? [] : [buyer.contactName]),
      ...(buyer.address === null ? [] : addressLines(buyer.address, addressStyle(document))),
    ].filter(isGiven),
    identifiers: presentIdentifiers(buyer, document.language),
  };
  const deliverTo = deliveryAddress(document);
  if (deliverTo === null) return [buyerAddress];
  const isSame = deliverTo.lines.every((line) => buyerAddress.lines.includes(line));
  if (!KIND_FACTS[document.kind].showsPrices) {
    return isSame ? [deliverTo] : [deliverTo, buyerAddress];
  }
  return isSame ? [buyerAddress] : [buyerAddress, deliverTo];
}

function deliveryAddress(document: Content): PrintableAddress | null {
  const { deliverTo } = document;
  if (deliverTo === null) return null;
  const lines = [deliverTo.name, ...addressLines(deliverTo.address, addressStyle(document))];
  return {
    heading: LABELS[document.language].deliverTo,
    lines: lines.filter(isGiven),
    identifiers: [],
  };
}

export const presentSeller = (document: Content): PrintableDocument["seller"] => ({
  name: document.seller.legalName,
  lines: addressLines(document.seller.address, addressStyle(document)),
});

/** Who, by which identifiers, reached and paid how: the foot of each page. */
export function presentFooter(document: Content): readonly (readonly string[])[] {
  const { seller, language } = document;
  const { name, lines } = presentSeller(document);
  return [
    [name, ...lines],
    [...presentIdentifiers(seller, language).map(inOneLine), seller.phone],
    [
      seller.iban === "" ? "" : `IBAN ${formatIban(seller.iban)}`,
      seller.bic === "" ? "" : `BIC ${seller.bic}`,
      seller.email,
      seller.website,
    ],
  ]
    .map((block) => block.filter(isGiven))
    .filter((block) => block.length > 0);
}

type Identified = Pick<Seller, "vatIdentifier" | "enterpriseNumber"> &
  Partial<Pick<Seller, "taxNumber">> & { readonly address: Place | null };
type Place = Pick<Seller["address"], "countryCode">;

/** Where everybody calls the register's number by its own name, that is the name in every language. */
function registerName(address: Place | null, enterpriseNumber: string): string | undefined {
  if (address?.countryCode === "NL") return "KvK";
  if (address?.countryCode !== "FR") return undefined;
  return isSiret(enterpriseNumber) ? "SIRET" : "SIREN";
}

/** A VAT number that ends with the enterprise number, as a Belgian one does, says both. */
function presentIdentifiers(
  { vatIdentifier, enterpriseNumber, taxNumber = "", address }: Identified,
  language: Language,
): readonly LabelledValue[] {
  const labels = LABELS[language].identifiers;
  const saysBoth = compactIdentifier(vatIdentifier).endsWith(compactIdentifier(enterpriseNumber));
  return [
    { label: labels.vat, value: formatVatIdentifier(vatIdentifier) },
    {
      label: registerName(address, enterpriseNumber) ?? labels.enterpriseNumber,
      value: saysBoth ? "" : formatEnterpriseNumber(enterpriseNumber),
    },
    { label: labels.taxNumber, value: taxNumber },
  ].filter(({ value }) => isGiven(value));
}

const inOneLine = ({ label, value }: LabelledValue): string => `${label} ${value}`;

/** "BE0417497106" → "BE 0417.497.106"; other countries' as they are. */
const formatVatIdentifier = (identifier: string): string =>
  /^BE\d{10}$/.test(identifier)
    ? `BE\u00a0${formatEnterpriseNumber(identifier.slice(2))}`
    : identifier;

/** "0417497106" → "0417.497.106" in Belgium; other countries' as they are. */
const formatEnterpriseNumber = (number: string): string =>
  isBelgianEnterpriseNumber(number)
    ? compactIdentifier(number).replace(/^(\d{4})(\d{3})(\d{3})$/, "$1.$2.$3")
    : number;

/** A letter abroad names both countries; one that stays at home names none. */
function addressStyle({ language, seller, buyer, deliverTo }: Content) {
  const countries = new Set(
    [seller.address, buyer.address, deliverTo?.address].flatMap(
      (address) => address?.countryCode || [],
    ),
  );
  return { language, namesCountry: countries.size > 1 };
}

const isGiven = (text: string): boolean => text.trim() !== "";
