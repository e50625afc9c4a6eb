import type { AddressInput, CompanyInput, CustomerInput } from "./order-input.ts";

/** A person who buys, with the address everything goes to. */
export interface Buyer {
  readonly customer: CustomerInput;
  readonly address: AddressInput;
}

interface CompanyBuyer extends Buyer {
  readonly company: CompanyInput;
}

export const JANSEN = buyer(
  { firstName: "Sanne", lastName: "Jansen", email: "sanne.jansen@example.nl", locale: "nl-NL" },
  {
    address1: "Oudegracht 112",
    zip: "3511 AV",
    city: "Utrecht",
    country: "Netherlands",
    countryCode: "NL",
    phone: "+31612345678",
  },
);

export const PEETERS = buyer(
  { firstName: "Wout", lastName: "Peeters", email: "wout.peeters@example.be", locale: "nl-BE" },
  {
    address1: "Coupure Links 48",
    address2: "bus 3",
    zip: "9000",
    city: "Gent",
    country: "Belgium",
    countryCode: "BE",
    phone: "+32470123456",
  },
);

export const BRASSERIE: CompanyBuyer = {
  ...buyer(
    {
      firstName: "Lotte",
      lastName: "De Smet",
      email: "boekhouding@brasserie-leie.example",
      locale: "nl-BE",
    },
    {
      company: "Brasserie De Leie BV",
      address1: "Graslei 14",
      zip: "9000",
      city: "Gent",
      country: "Belgium",
      countryCode: "BE",
      phone: "+3292230000",
    },
  ),
  company: {
    name: "Brasserie De Leie BV",
    externalId: "KL-0042",
    taxRegistrationId: "BE0999999922",
  },
};

/** The last digit of its number is wrong. */
export const BAKERY: CompanyBuyer = {
  ...buyer(
    {
      firstName: "Joris",
      lastName: "Wouters",
      email: "joris@bakkerij-wouters.example",
      locale: "nl-BE",
    },
    {
      company: "Bakkerij Wouters BV",
      address1: "Mechelsestraat 77",
      zip: "3000",
      city: "Leuven",
      country: "Belgium",
      countryCode: "BE",
      phone: "+3216200000",
    },
  ),
  company: { name: "Bakkerij Wouters BV", taxRegistrationId: "BE0999999923" },
};

export const GALLERY: CompanyBuyer = {
  ...buyer(
    {
      firstName: "Claire",
      lastName: "Dubois",
      email: "compta@galerie-dubois.example",
      locale: "fr-FR",
    },
    {
      company: "Galerie Dubois SARL",
      address1: "12 rue Esquermoise",
      zip: "59800",
      city: "Lille",
      country: "France",
      countryCode: "FR",
      phone: "+33320000000",
    },
  ),
  company: { name: "Galerie Dubois SARL", taxRegistrationId: "FR44732829320" },
};

export const WORKSHOP: CompanyBuyer = {
  ...buyer(
    {
      firstName: "Anke",
      lastName: "Vogel",
      email: "rechnung@toepferei-vogel.example",
      locale: "de-DE",
    },
    {
      company: "Töpferei Vogel GmbH",
      address1: "Lindenstraße 5",
      zip: "50674",
      city: "Köln",
      country: "Germany",
      countryCode: "DE",
    },
  ),
  company: { name: "Töpferei Vogel GmbH", taxRegistrationId: "DE136695976" },
};

export const MARTIN = buyer(
  { firstName: "Élodie", lastName: "Martin", email: "elodie.martin@example.fr", locale: "fr-FR" },
  {
    address1: "18 rue des Martyrs",
    zip: "75009",
    city: "Paris",
    country: "France",
    countryCode: "FR",
    phone: "+33612345678",
  },
);

export const SCHNEIDER = buyer(
  {
    firstName: "Jürgen",
    lastName: "Schneider-Weiß",
    email: "j.schneider@example.de",
    locale: "de-DE",
  },
  {
    address1: "Schönhauser Allee 167c",
    zip: "10435",
    city: "Berlin",
    country: "Germany",
    countryCode: "DE",
    phone: "+4930123456",
  },
);

export const KELLER = buyer(
  { firstName: "Beat", lastName: "Keller", email: "beat.keller@example.ch", locale: "de-CH" },
  {
    address1: "Bahnhofstrasse 21",
    zip: "8001",
    city: "Zürich",
    province: "Zürich",
    provinceCode: "ZH",
    country: "Switzerland",
    countryCode: "CH",
  },
);

export const JOHNSON = buyer(
  { firstName: "Maya", lastName: "Johnson", email: "maya.johnson@example.com", locale: "en-US" },
  {
    address1: "2207 Valencia St",
    zip: "94110",
    city: "San Francisco",
    province: "California",
    provinceCode: "CA",
    country: "United States",
    countryCode: "US",
    phone: "+14155550132",
  },
);

export const TANAKA = buyer(
  { firstName: "美咲", lastName: "田中", email: "misaki.tanaka@example.jp", locale: "ja-JP" },
  {
    address1: "神宮前5-10-1",
    zip: "150-0001",
    city: "渋谷区",
    province: "Tokyo",
    provinceCode: "JP-13",
    country: "Japan",
    countryCode: "JP",
  },
);

/** Text that breaks whoever forgets to escape it: in HTML, in Typst, in a mail header. */
export const HOSTILE = buyer(
  {
    firstName: "<script>alert(1)</script>",
    lastName: '#{panic()} & "Zonen"',
    email: "hostile@example.be",
    locale: "nl-BE",
  },
  {
    company: "*Bold* $x^2$ {{ 7 | times: 7 }}",
    address1: '\'; DROP TABLE "Order"; --',
    zip: "9000",
    city: "Gent",
    country: "Belgium",
    countryCode: "BE",
  },
);

function buyer(
  customer: CustomerInput,
  address: Omit<AddressInput, "firstName" | "lastName">,
): Buyer {
  return {
    customer: { ...customer, ...(address.phone === undefined ? {} : { phone: address.phone }) },
    address: { firstName: customer.firstName ?? "", lastName: customer.lastName ?? "", ...address },
  };
}
