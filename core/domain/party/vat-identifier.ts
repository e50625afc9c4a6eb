import { compactIdentifier } from "./identifiers.ts";
import { NATIONAL_VAT_NUMBERS } from "./national-vat-numbers.ts";

/** The prefixes that VIES answers for: the member states, Greece as EL, and Northern Ireland as XI. */
const IN_VIES = new Set(
  "AT BE BG CY CZ DE DK EE EL ES FI FR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK XI".split(" "),
);

/** Greece is EL on VAT numbers (Directive 2006/112, Art. 215) and GR everywhere else. */
const vatPrefixOf = (countryCode: string): string => (countryCode === "GR" ? "EL" : countryCode);

function splitPrefix(text: string): { readonly prefix: string; readonly number: string } {
  // An old Irish number may hold + or *.
  const [, prefix = "", number = ""] =
    /^([A-Z]{2})([A-Z0-9+*]{2,14})$/.exec(compactIdentifier(text)) ?? [];
  return { prefix: vatPrefixOf(prefix), number };
}

/**
 * Whether a text is a VAT number with its country prefix: by its checksum for the member states (Greece as EL or GR), XI, GB,
 * CH and NO; by its shape for other countries.
 */
export function isVatIdentifier(text: string): boolean {
  const { prefix, number } = splitPrefix(text);
  const national = NATIONAL_VAT_NUMBERS.get(prefix);
  if (national === undefined) return /^[A-Z0-9]{2,13}$/.test(number);
  return number !== "" && national(number) === number;
}

/**
 * A VAT number as invoices carry it: compacted, in capitals, with its prefix. A number without one gets that of its address
 * when it is valid there; GR becomes EL. A text that is no VAT number is only compacted.
 */
export function normaliseVatIdentifier(text: string, countryCode: string): string {
  const compacted = compactIdentifier(text);
  const written = splitPrefix(compacted);
  const candidates = [written, { prefix: vatPrefixOf(countryCode), number: compacted }];
  for (const { prefix, number } of candidates) {
    const national = NATIONAL_VAT_NUMBERS.get(prefix)?.(number) ?? "";
    if (national !== "") return prefix + national;
  }
  return compacted;
}

/** The member state (ISO code; XI for Northern Ireland) that gave a VAT number, or "" when it is none of the Union's. */
export function vatCountryOf(vatIdentifier: string): string {
  const { prefix } = splitPrefix(vatIdentifier);
  if (!IN_VIES.has(prefix) || !isVatIdentifier(vatIdentifier)) return "";
  return prefix === "EL" ? "GR" : prefix;
}

/** Whether VIES can be asked about a number. Its prefix decides: the authority knows better than a checksum. */
export const isInVies = (vatIdentifier: string): boolean =>
  IN_VIES.has(splitPrefix(vatIdentifier).prefix);
