import type { NormalisedOrder } from "#domain/order";
import {
  compactIdentifier,
  electronicAddressSchema,
  isVatIdentifier,
  normaliseVatIdentifier,
  type ElectronicAddress,
} from "#domain/party";
import type { WooAddress, WooOrder } from "./order-schema.ts";
import { withoutEntities } from "./plain-text.ts";

/** What plugins write before the name of a field, and what the block checkout writes before its additional fields. */
const PREFIX = /^(_wc_[a-z]+\/[^/]+\/)?_?(billing[ _-])?/i;

/** Names that VAT plugins and checkout fields give to the metas of an order: `_billing_vat_number`, `_vat_number`, `vat_number` … */
const METAS = {
  vat: /^(eu[ _-]?)?(vat|btw|tva|ust|mwst|iva|tax)[ _-]?(number|nummer|nr|no|id|idnr|code|registration|numero|identifier)?\.?$/i,
  enterprise:
    /^(enterprise[ _-]?(number|nr)|ondernemingsnummer|num[ée]ro[ _-]d['’]?entreprise|kbo|bce|kvk|siren|siret)([ _-]?(nummer|number|nr))?\.?$/i,
  peppol: /^peppol([ _-]?(id|address|adres|adresse|identifier|participant([ _-]?id)?))?$/i,
  reference:
    /^(leitweg[ _-]?id|buyer[ _-]?reference|referentie[ _-]koper|r[ée]f[ée]rence[ _-](de[ _-]l['’]?)?acheteur|k[äa]uferreferenz)$/i,
  purchaseOrder:
    /^(po|purchase[ _-]order|bestelbon|bon[ _-]de[ _-]commande)([ _-]?(number|nummer|nr|no))?$/i,
};

const findMetas = ({ meta_data: metas }: WooOrder, name: RegExp): string[] =>
  metas
    .filter(({ key, value }) => name.test(key.trim().replace(PREFIX, "")) && value.trim() !== "")
    .map(({ value }) => withoutEntities(value).trim());

/** BT-10: where the buyer routes the invoice. "" when the order does not say. */
export const findBuyerReference = (order: WooOrder): string =>
  findMetas(order, METAS.reference)[0] ?? "";

/** BT-13: the buyer's own order number. */
export const findPurchaseOrder = (order: WooOrder): string =>
  findMetas(order, METAS.purchaseOrder)[0] ?? "";

/** The first that is valid in the buyer's country; else the first as it was written, for the merchant to see. "" when nowhere. */
function findVatIdentifier(order: WooOrder): string {
  const country = order.billing?.country || order.shipping?.country || "";
  const written = findMetas(order, METAS.vat).map((text) =>
    normaliseVatIdentifier(text, country.trim().toUpperCase()),
  );
  return written.find(isVatIdentifier) ?? written[0] ?? "";
}

/** BT-47. A Belgian number is often written as the VAT number that it is part of. */
const findEnterpriseNumber = (order: WooOrder): string =>
  compactIdentifier(findMetas(order, METAS.enterprise)[0] ?? "").replace(/^BE(?=\d)/, "");

/** BT-49 in the form 0208:0417497106, with or without what Peppol puts before it; null when in another. */
function findElectronicAddress(order: WooOrder): ElectronicAddress | null {
  for (const text of findMetas(order, METAS.peppol)) {
    const [, scheme, value] = /^(?:iso6523-actorid-upis::)?(\d{4}):\s*(\S+)$/i.exec(text) ?? [];
    const address = electronicAddressSchema.safeParse({ scheme, value });
    if (address.success) return address.data;
  }
  return null;
}

export function normaliseBuyer(order: WooOrder): NormalisedOrder["buyer"] {
  const { billing, shipping } = order;
  const address = [billing, shipping].find((each) => hasStreet(each) || each?.country) ?? null;
  const person = personOf(billing) || personOf(shipping);
  const company = companyOf(billing) || (personOf(billing) === "" ? companyOf(shipping) : "");
  return {
    name: company || person,
    contactName: company === "" || company === person ? "" : person,
    vatIdentifier: findVatIdentifier(order),
    enterpriseNumber: findEnterpriseNumber(order),
    electronicAddress: findElectronicAddress(order),
    email: billing?.email.trim() ?? "",
    phone: billing?.phone || shipping?.phone || "",
    address: address && normaliseAddress(address),
  };
}

export function normaliseDeliverTo({ shipping }: WooOrder): NormalisedOrder["deliverTo"] {
  if (!shipping || !hasStreet(shipping)) return null;
  return { name: companyOf(shipping) || personOf(shipping), address: normaliseAddress(shipping) };
}

/** A country alone is no address: checkouts fill it in for orders that nobody ships. */
export const hasStreet = (address: WooOrder["shipping"]): boolean =>
  [address?.address_1, address?.city, address?.postcode].some((part) => (part ?? "").trim() !== "");

const companyOf = (address: WooOrder["billing"]): string =>
  withoutEntities(address?.company ?? "").trim();
const personOf = (address: WooOrder["billing"]): string =>
  withoutEntities(`${address?.first_name ?? ""} ${address?.last_name ?? ""}`).trim();

const normaliseAddress = (address: WooAddress) => ({
  line1: withoutEntities(address.address_1),
  line2: withoutEntities(address.address_2),
  postalCode: address.postcode,
  city: withoutEntities(address.city),
  region: regionOf(address),
  countryCode: address.country.trim().toUpperCase(),
});

/** Where people write the code of a region in an address. */
const WRITTEN_AS_CODE = ["AU", "CA", "IT", "US"];

/** WooCommerce keeps a code where it knows the regions of a country (D, DE-BY, JP13), and what people wrote elsewhere. */
const regionOf = ({ state, country }: WooAddress): string => {
  const isCode = /^([A-Z]{1,3}|[A-Z]{2}-?\d+|[A-Z]{2}-[A-Z0-9]+)$/.test(state);
  return isCode && !WRITTEN_AS_CODE.includes(country) ? "" : withoutEntities(state);
};
