import { gid } from "./ids.ts";
import { metafieldFields, type Metafields, type Node } from "./orders/node.ts";

/** What a shop's owner sets in the real admin. Tests may change it before they place an order. */
export interface ShopProfile {
  name: string;
  currencyCode: string;
  taxesIncluded: boolean;
  ianaTimezone: string;
  contactEmail: string;
  /** Can approve test charges only. */
  isDevelopmentStore: boolean;
  /** In which the shop pays Shopify. Apps may charge in it, or in US dollars. */
  billingCurrency: string;
  readonly id: number;
  readonly domain: string;
}

const ADDRESS = {
  address1: "Sint-Pietersnieuwstraat 31",
  address2: null,
  zip: "9000",
  city: "Gent",
  province: null,
  provinceCode: null,
  country: "Belgium",
  countryCode: "BE",
};

export const BUSINESS_ENTITY: Node = {
  id: gid("BusinessEntity", 7_310_001),
  companyName: "Atelier Noord BV",
  displayName: "Atelier Noord BV",
  primary: true,
  archived: false,
  address: ADDRESS,
};

/** A small Ghent shop that sells ceramics, lamps, coffee and books. */
export function defaultProfile(domain: string): ShopProfile {
  const handle = domain.split(".")[0] ?? domain;
  return {
    id: shopId(domain),
    domain,
    name: handle === "demo" ? "Atelier Noord" : `Atelier ${handle}`,
    currencyCode: "EUR",
    taxesIncluded: true,
    ianaTimezone: "Europe/Brussels",
    contactEmail: `hallo@${handle}.example`,
    isDevelopmentStore: false,
    billingCurrency: "EUR",
  };
}

/** The `Shop` of the Admin API. */
export function shopNode(profile: ShopProfile, metafields: Metafields): Node {
  const id = gid("Shop", profile.id);
  const handle = profile.domain.split(".")[0] ?? "";
  const url = `https://${handle}.example`;
  const planName = profile.isDevelopmentStore ? "Development" : "Basic";
  const address = {
    id: gid("ShopAddress", profile.id),
    ...ADDRESS,
    company: `${profile.name} BV`,
    firstName: "Nora",
    lastName: "Claes",
    name: "Nora Claes",
    phone: "+3293330000",
    countryCodeV2: "BE",
    formatted: [ADDRESS.address1, `${ADDRESS.zip} ${ADDRESS.city}`, ADDRESS.country],
    coordinatesValidated: true,
  };
  return {
    __typename: "Shop",
    id,
    name: profile.name,
    myshopifyDomain: profile.domain,
    email: profile.contactEmail,
    contactEmail: profile.contactEmail,
    shopOwnerName: "Nora Claes",
    currencyCode: profile.currencyCode,
    enabledPresentmentCurrencies: [profile.currencyCode, "USD", "JPY"],
    ianaTimezone: profile.ianaTimezone,
    timezoneAbbreviation: "CET",
    timezoneOffset: "+0100",
    timezoneOffsetMinutes: 60,
    taxesIncluded: profile.taxesIncluded,
    taxShipping: true,
    billingAddress: address,
    shopAddress: address,
    primaryDomain: {
      id: gid("Domain", profile.id),
      host: `${handle}.example`,
      url,
      sslEnabled: true,
    },
    url,
    plan: {
      displayName: planName,
      publicDisplayName: planName,
      partnerDevelopment: profile.isDevelopmentStore,
      shopifyPlus: false,
    },
    orderNumberFormatPrefix: "#",
    orderNumberFormatSuffix: "",
    unitSystem: "METRIC_SYSTEM",
    weightUnit: "KILOGRAMS",
    setupRequired: false,
    createdAt: "2024-03-01T09:00:00Z",
    updatedAt: "2026-09-01T09:00:00Z",
    ...metafieldFields(id, metafields),
  };
}

/** The same id for the same domain, so that a restart does not make it another shop. */
function shopId(domain: string): number {
  let hash = 7;
  for (const letter of domain) hash = (hash * 31 + (letter.codePointAt(0) ?? 0)) % 1_000_000_007;
  return 60_000_000_000 + hash;
}
