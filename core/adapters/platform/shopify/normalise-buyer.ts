import type { NormalisedOrder } from "#domain/order";
import {
  compactIdentifier,
  electronicAddressSchema,
  isVatIdentifier,
  normaliseVatIdentifier,
  type ElectronicAddress,
} from "#domain/party";
import type { ShopifyAddress, ShopifyOrder } from "./order-schema.ts";

/** Names that checkouts and apps give to what they keep among the attributes of an order. */
const ATTRIBUTES = {
  vat: /^_?(eu[ _-]?)?(vat|btw|tva|ust|mwst|iva|tax)[ _-]?(number|nummer|nr|no|id|idnr|registration|numero|identifier)?\.?$/i,
  enterprise:
    /^_?(enterprise[ _-]?(number|nr)|ondernemingsnummer|num[ée]ro[ _-]d['’]entreprise|kbo|bce|kvk|siren|siret)([ _-]?(nummer|number|nr))?\.?$/i,
  peppol: /^_?peppol([ _-]?(id|address|adres|adresse|identifier|participant([ _-]?id)?))?$/i,
  reference:
    /^_?(leitweg[ _-]?id|buyer[ _-]?reference|referentie[ _-]koper|r[ée]f[ée]rence[ _-](de[ _-]l['’])?acheteur|k[äa]uferreferenz)$/i,
};

const findAttributes = (order: ShopifyOrder, name: RegExp): string[] =>
  order.customAttributes
    .filter(({ key, value }) => name.test(key.trim()) && value.trim() !== "")
    .map(({ value }) => value.trim());

/** BT-10: where the buyer routes the invoice. "" when the order does not say. */
export const findBuyerReference = (order: ShopifyOrder): string =>
  findAttributes(order, ATTRIBUTES.reference)[0] ?? "";

/**
 * A VAT number, wherever this order keeps it: B2B location, customer, attributes, localized fields. The first that is valid
 * in the buyer's country; else the first as it was written, for the merchant to see. "" when nowhere.
 */
function findVatIdentifier(order: ShopifyOrder, company: string): string {
  const country = order.billingAddress?.countryCodeV2 || order.shippingAddress?.countryCodeV2 || "";
  const declared = [
    order.purchasingEntity?.location?.taxSettings?.taxRegistrationId ?? "",
    order.customer?.taxSettings?.taxId ?? "",
    ...findAttributes(order, ATTRIBUTES.vat),
  ]
    .filter((text) => text.trim() !== "")
    .map((text) => normaliseVatIdentifier(text, country));
  // A country's tax credential is a person's own number too, which is no VAT number.
  const credentials = order.localizedFields
    .filter(({ key }) => key.startsWith("TAX_CREDENTIAL"))
    .map(({ value }) => normaliseVatIdentifier(value, company === "" ? "" : country))
    .filter(isVatIdentifier);
  return [...declared, ...credentials].find(isVatIdentifier) ?? declared[0] ?? "";
}

/** BT-47. A Belgian number is often written as the VAT number that it is part of. */
const findEnterpriseNumber = (order: ShopifyOrder): string =>
  compactIdentifier(findAttributes(order, ATTRIBUTES.enterprise)[0] ?? "").replace(/^BE(?=\d)/, "");

/** BT-49 in the form 0208:0417497106, with or without what Peppol puts before it; null when in another. */
function findElectronicAddress(order: ShopifyOrder): ElectronicAddress | null {
  for (const text of findAttributes(order, ATTRIBUTES.peppol)) {
    const [, scheme, value] = /^(?:iso6523-actorid-upis::)?(\d{4}):\s*(\S+)$/i.exec(text) ?? [];
    const address = electronicAddressSchema.safeParse({ scheme, value });
    if (address.success) return address.data;
  }
  return null;
}

export function normaliseBuyer(order: ShopifyOrder): NormalisedOrder["buyer"] {
  const address = order.billingAddress ?? order.shippingAddress;
  const person = address?.name || order.customer?.displayName || "";
  const company = order.purchasingEntity?.company?.name || address?.company || "";
  return {
    name: company || person,
    contactName: company === "" || company === person ? "" : person,
    vatIdentifier: findVatIdentifier(order, company),
    enterpriseNumber: findEnterpriseNumber(order),
    electronicAddress: findElectronicAddress(order),
    email: order.email || order.customer?.defaultEmailAddress?.emailAddress || "",
    phone: order.phone || address?.phone || "",
    address: address ? normaliseAddress(address) : null,
  };
}

export function normaliseDeliverTo(order: ShopifyOrder): NormalisedOrder["deliverTo"] {
  const address = order.shippingAddress;
  if (!address) return null;
  return { name: address.company || address.name, address: normaliseAddress(address) };
}

const normaliseAddress = (address: ShopifyAddress) => ({
  line1: address.address1,
  line2: address.address2,
  postalCode: address.zip,
  city: address.city,
  region: address.province,
  countryCode: address.countryCodeV2,
});
