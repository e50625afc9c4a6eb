import type { Document, DraftDocument } from "#domain/document";
import { compactIdentifier, normaliseVatIdentifier } from "#domain/party";
import {
  memberStateOf,
  type ExemptionReason,
  type VatCategory,
  type VatTreatment,
} from "#domain/tax";

/** A line, charge or allowance, as far as VAT asks. */
export interface Part {
  readonly field: string;
  readonly name: string;
  readonly vat: VatTreatment;
}

/** A document with what most rules ask of it, found once. */
export interface Examined {
  readonly document: Document | DraftDocument;
  readonly parts: readonly Part[];
  readonly categories: ReadonlySet<VatCategory>;
  readonly reasons: ReadonlySet<ExemptionReason>;
  /** ISO codes; "" when not given. */
  readonly sellerCountry: string;
  readonly buyerCountry: string;
  /** Where the goods go: the delivery address, else the buyer's; "" when neither has a country. */
  readonly destinationCountry: string;
  /** Member states by VAT territory; "" outside the Union or unknown. */
  readonly sellerState: string;
  readonly destinationState: string;
  /** As invoices carry them: compact, the VAT number with its country where that is known. */
  readonly buyerVatIdentifier: string;
  readonly buyerEnterpriseNumber: string;
  /** The buyer gave a number that only businesses have. */
  readonly isBusiness: boolean;
  /** The buyer accounts for the VAT (AE) or for an intra-Community acquisition (K), so its VAT number must be right. */
  readonly isBuyerLiable: boolean;
}

export function examine(document: Document | DraftDocument): Examined {
  const { seller, buyer, deliverTo } = document;
  const parts = partsOf(document);
  const categories = new Set(parts.map(({ vat }) => vat.category));
  const destination = [deliverTo?.address, buyer.address].find((address) => address?.countryCode);
  const buyerCountry = buyer.address?.countryCode ?? "";
  const buyerVatIdentifier = normaliseVatIdentifier(buyer.vatIdentifier, buyerCountry);
  const buyerEnterpriseNumber = compactIdentifier(buyer.enterpriseNumber);
  return {
    document,
    parts,
    categories,
    reasons: new Set(
      parts.flatMap(({ vat }) => ("exemptionReason" in vat ? [vat.exemptionReason] : [])),
    ),
    sellerCountry: seller.address.countryCode,
    buyerCountry,
    destinationCountry: destination?.countryCode ?? "",
    sellerState: memberStateOf(seller.address),
    destinationState: destination ? memberStateOf(destination) : "",
    buyerVatIdentifier,
    buyerEnterpriseNumber,
    isBusiness: [buyerVatIdentifier, buyerEnterpriseNumber].some(isLikeNumber),
    isBuyerLiable: categories.has("AE") || categories.has("K"),
  };
}

/** Consumers write "none" and "0" where a checkout asks for a VAT number. */
const isLikeNumber = (text: string): boolean => text.replaceAll(/\D/g, "").length >= 5;

const partsOf = ({ lines, charges, allowances }: Document | DraftDocument): readonly Part[] => [
  ...lines.map(({ itemName, vat }, index) => ({ field: `lines[${index}]`, name: itemName, vat })),
  ...charges.map(({ name, type, vat }, index) => ({
    field: `charges[${index}]`,
    name: name || type,
    vat,
  })),
  ...allowances.map(({ name, type, vat }, index) => ({
    field: `allowances[${index}]`,
    name: name || type,
    vat,
  })),
];
