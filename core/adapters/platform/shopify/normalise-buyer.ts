import type { NormalisedOrder } from "#domain/order";
import { compactIdentifier, isBelgianEnterpriseNumber, isVatIdentifier } from "#domain/party";
import type { ShopifyAddress, ShopifyOrder } from "./order-schema.ts";

/** Names that checkouts and apps give to a VAT number among the attributes of an order. */
const VAT_ATTRIBUTE =
  /^_?(eu[ _-]?)?(vat|btw|tva|ust|mwst|iva|tax)[ _-]?(number|nummer|nr|no|id|idnr|registration|numero|identifier)?\.?$/i;

/** A VAT number, wherever this order keeps it: B2B location, customer, attributes, localized fields. "" when nowhere. */
function findVatIdentifier(order: ShopifyOrder): string {
  const candidates = [
    order.purchasingEntity?.location?.taxSettings?.taxRegistrationId,
    order.customer?.taxSettings?.taxId,
    ...order.customAttributes
      .filter(({ key }) => VAT_ATTRIBUTE.test(key.trim()))
      .map(({ value }) => value),
    ...order.localizedFields
      .filter(({ key }) => key.startsWith("TAX_CREDENTIAL"))
      .map(({ value }) => value),
  ].flatMap((value) =>
    value === undefined || value.trim() === "" ? [] : [compactIdentifier(value)],
  );
  const written = candidates.find(isVatIdentifier) ?? candidates[0] ?? "";
  const country = order.billingAddress?.countryCodeV2 ?? order.shippingAddress?.countryCodeV2;
  return country === "BE" && isBelgianEnterpriseNumber(written) && /^\d/.test(written)
    ? `BE${written}`
    : written;
}

export function normaliseBuyer(order: ShopifyOrder): NormalisedOrder["buyer"] {
  const address = order.billingAddress ?? order.shippingAddress;
  const person = address?.name || order.customer?.displayName || "";
  const company = order.purchasingEntity?.company?.name || address?.company || "";
  return {
    name: company || person,
    contactName: company === "" || company === person ? "" : person,
    vatIdentifier: findVatIdentifier(order),
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
