import { isVatIdentifier } from "#domain/party";
import { isCountryCode } from "./localised-values.ts";

/** What is wrong with a number: a Belgian one fails its check digits, another lacks its country or is none of that country's. */
export type NumberFault = "belgian" | "countryless" | "wrong";

/** `number` is as `normaliseVatIdentifier` gives it; `countryCode` is where its owner lives. */
export function findNumberFault(number: string, countryCode: string): NumberFault | undefined {
  if (number === "" || (hasCountryPrefix(number) && isVatIdentifier(number))) return undefined;
  if (looksBelgian(number, countryCode)) return "belgian";
  return hasCountryPrefix(number) ? "wrong" : "countryless";
}

/** Meant as a Belgian number, right or wrong; "BETA" is not. */
export const looksBelgian = (number: string, countryCode: string): boolean =>
  /^BE\d/.test(number) || (countryCode === "BE" && /^\d{8,11}$/.test(number));

/** BR-CO-09: ISO 3166, or EL for Greece; XI is Northern Ireland's. */
function hasCountryPrefix(vatIdentifier: string): boolean {
  const prefix = vatIdentifier.slice(0, 2);
  return prefix === "EL" || prefix === "XI" || isCountryCode(prefix);
}
