/** Where goods or a buyer are, as far as VAT asks. */
export interface Place {
  readonly countryCode: string;
  readonly postalCode: string;
}

const MEMBER_STATES = new Set(
  "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK".split(" "),
);

/** Parts of member states that the VAT Directive leaves out (Art. 6), by their postal codes. */
const OUTSIDE: Readonly<Record<string, RegExp>> = {
  ES: /^(35|38|51|52)\d{3}$/, // Canary Islands, Ceuta, Melilla
  DE: /^(27498|78266)$/, // Heligoland, Büsingen
  IT: /^(23041|22061)$/, // Livigno, Campione
  GR: /^63086$/, // Mount Athos
  FR: /^97\d{3}$/, // overseas departments, where the shop gives them as France
  FI: /^22\d{3}$/, // Åland
};

/**
 * The member state whose VAT territory a place is in (ISO code; Greece is GR, goods in Northern Ireland XI), or "" outside the
 * Union (Art. 5 to 8 of Directive 2006/112/EC, Windsor Framework). Monaco counts as France.
 */
export function memberStateOf({ countryCode, postalCode }: Place): string {
  const code = postalCode.replace(/\s/g, "").toUpperCase();
  if (countryCode === "MC") return "FR";
  if (countryCode === "XI" || (countryCode === "GB" && code.startsWith("BT"))) return "XI";
  if (!MEMBER_STATES.has(countryCode)) return "";
  return OUTSIDE[countryCode]?.test(code) === true ? "" : countryCode;
}

const AREAS: Readonly<Record<string, string>> = { IM: "GB", LI: "CH", XI: "GB" };

/**
 * The country under whose VAT law a country is: the Isle of Man under the United Kingdom's (Isle of Man Act 1979), Liechtenstein
 * under Switzerland's (treaty of 28 October 1994). Goods between the two are sold at home.
 */
export const vatAreaOf = (countryCode: string): string => AREAS[countryCode] ?? countryCode;

const CURRENCIES: Readonly<Record<string, string>> = {
  CZ: "CZK",
  DK: "DKK",
  HU: "HUF",
  PL: "PLN",
  RO: "RON",
  SE: "SEK",
  GB: "GBP",
  CH: "CHF",
  LI: "CHF",
  NO: "NOK",
  US: "USD",
};

/** The currency of a country's VAT return (Art. 230); "" where Docket does not know. */
export const vatCurrencyOf = (countryCode: string): string =>
  CURRENCIES[countryCode] ?? (MEMBER_STATES.has(countryCode) ? "EUR" : "");
