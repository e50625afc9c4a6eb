import type { Document } from "#domain/document";
import {
  deriveElectronicAddress,
  isLeitwegId,
  isVatIdentifier,
  normaliseVatIdentifier,
  type Address,
} from "#domain/party";
import { hasCountryPrefix, listedAddress, listedCountry } from "./countries.ts";
import type { EInvoiceParty } from "./e-invoice.ts";
import { legalRegistrationOf } from "./legal-registration.ts";
import { cleanText } from "./xml.ts";

/**
 * BG-4. No VAT identifier where the document is outside the scope of VAT (BR-O-02). Whoever has neither that nor a registration that
 * its country knows is identified by what there is (BR-CO-26).
 */
export function sellerOf({ seller, vatBreakdown, eInvoicing }: Document): EInvoiceParty {
  const address = listedAddress(seller.address);
  const identified = { ...seller, countryCode: address.countryCode };
  const { legalName, phone, email, taxNumber, enterpriseNumber } = seller;
  const legalRegistration = legalRegistrationOf(identified);
  const vatIdentifier = isOutOfScope(vatBreakdown) ? "" : seller.vatIdentifier;
  const isUnknown = legalRegistration === null && vatIdentifier === "";
  return {
    name: legalName,
    identifier: isUnknown ? enterpriseNumber || taxNumber || seller.vatIdentifier : "",
    electronicAddress: eInvoicing.electronicAddress ?? deriveElectronicAddress(identified),
    legalRegistration,
    vatIdentifier,
    taxNumber: vatIdentifier === "" ? taxNumber : "",
    address,
    contact: { name: phone + email === "" ? "" : legalName, phone, email },
  };
}

/** BG-7. A number that is no VAT identifier still says who the buyer is, so it goes to BT-46. */
export function buyerOf(document: Document): EInvoiceParty {
  const { buyer, vatBreakdown } = document;
  const address = buyerAddressOf(document);
  const number = normaliseVatIdentifier(buyer.vatIdentifier, address.countryCode);
  const isVat = isVatIdentifier(number) && hasCountryPrefix(number);
  const identified = {
    vatIdentifier: isVat ? number : "",
    enterpriseNumber: buyer.enterpriseNumber,
    countryCode: address.countryCode,
  };
  return {
    name: buyerNameOf(buyer),
    identifier: isVat ? "" : number,
    electronicAddress:
      buyer.electronicAddress ?? routingOf(document) ?? deriveElectronicAddress(identified),
    legalRegistration: legalRegistrationOf(identified),
    vatIdentifier: isOutOfScope(vatBreakdown) ? "" : identified.vatIdentifier,
    taxNumber: "",
    address,
    contact: { name: buyer.contactName, phone: buyer.phone, email: buyer.email },
  };
}

/** A consumer may give no name at a till, and every invoice must have one (BR-07): the e-mail address says who it was, or a dash that nobody said. */
const buyerNameOf = ({ name, contactName, email }: Document["buyer"]): string =>
  [name, contactName, email].find((text) => cleanText(text) !== "") ?? "—";

/** A consumer may give no country either (BR-11): it is where the goods went, else where they were sold. */
function buyerAddressOf({ buyer, deliverTo, seller }: Document): Address {
  const countryCode = [buyer.address, deliverTo?.address, seller.address]
    .map((address) => listedCountry(address?.countryCode ?? ""))
    .find((code) => code !== "");
  return { ...(buyer.address ?? NOWHERE), countryCode: countryCode ?? "" };
}

const NOWHERE: Address = {
  line1: "",
  line2: "",
  postalCode: "",
  city: "",
  region: "",
  countryCode: "",
};

/** A Leitweg-ID is an electronic address too (EAS 0204). */
const routingOf = ({ buyerReference }: Document) =>
  isLeitwegId(buyerReference) ? { scheme: "0204", value: buyerReference } : null;

const isOutOfScope = (vatBreakdown: Document["vatBreakdown"]): boolean =>
  vatBreakdown.some(({ category }) => category === "O");
