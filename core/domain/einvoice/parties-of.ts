import type { Document } from "#domain/document";
import { compactIdentifier, isVatIdentifier, type Address } from "#domain/party";
import { hasCountryPrefix, listedCountry } from "./countries.ts";
import type { EInvoice, EInvoiceParty } from "./e-invoice.ts";
import { isLeitwegId } from "./leitweg-id.ts";
import { electronicAddressOf, legalRegistrationOf } from "./party-identifiers.ts";

/** The address of a buyer who has none; `findGap` refuses such a document. */
const NOWHERE: Address = {
  line1: "",
  line2: "",
  postalCode: "",
  city: "",
  region: "",
  countryCode: "",
};

/** BG-4. No VAT identifier where the invoice is outside the scope of VAT (BR-O-02). */
export function sellerOf({ seller, vatBreakdown }: Document): EInvoiceParty {
  const address = listedAddress(seller.address);
  const identified = { ...seller, countryCode: address.countryCode };
  const { legalName, phone, email } = seller;
  return {
    name: legalName,
    identifier: "",
    electronicAddress: electronicAddressOf(identified),
    legalRegistration: legalRegistrationOf(identified),
    vatIdentifier: isOutOfScope(vatBreakdown) ? "" : seller.vatIdentifier,
    address,
    contact: { name: phone + email === "" ? "" : legalName, phone, email },
  };
}

/** BG-7. A number that is no VAT identifier still says who the buyer is, so it goes to BT-46. */
export function buyerOf({ buyer, buyerReference, vatBreakdown }: Document): EInvoiceParty {
  const address = listedAddress(buyer.address ?? NOWHERE);
  const number = compactIdentifier(buyer.vatIdentifier);
  const isVat = isVatIdentifier(number) && hasCountryPrefix(number);
  const identified = {
    vatIdentifier: isVat ? number : "",
    enterpriseNumber: "",
    countryCode: address.countryCode,
  };
  const routing = isLeitwegId(buyerReference) ? { scheme: "0204", value: buyerReference } : null;
  return {
    name: buyer.name,
    identifier: isVat ? "" : number,
    electronicAddress: routing ?? electronicAddressOf(identified),
    legalRegistration: legalRegistrationOf(identified),
    vatIdentifier: isOutOfScope(vatBreakdown) ? "" : identified.vatIdentifier,
    address,
    contact: { name: buyer.contactName, phone: buyer.phone, email: buyer.email },
  };
}

/** BG-13. An address without a country is left out whole, because BT-80 must be given with it (BR-57). */
export function deliverToOf({ deliverTo }: Document): EInvoice["deliverTo"] {
  if (deliverTo === null) return null;
  const address = listedAddress(deliverTo.address);
  return { name: deliverTo.name, address: address.countryCode === "" ? null : address };
}

const listedAddress = (address: Address): Address => ({
  ...address,
  countryCode: listedCountry(address.countryCode),
});

const isOutOfScope = (vatBreakdown: Document["vatBreakdown"]): boolean =>
  vatBreakdown.some(({ category }) => category === "O");
