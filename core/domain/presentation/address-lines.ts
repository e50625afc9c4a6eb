import type { Address } from "#domain/party";
import type { Language } from "#domain/merchant";

/** Where the postal code stands after the city. Elsewhere in Europe it stands before. */
const CODE_AFTER_CITY = new Set(["AU", "CA", "GB", "IE", "IN", "NZ", "US"]);

export interface AddressStyle {
  readonly language: Language;
  /** Mail that stays in the country does without its name. */
  readonly namesCountry: boolean;
}

/** The lines of an envelope, empty ones left out. */
export function addressLines(
  address: Address,
  { language, namesCountry }: AddressStyle,
): readonly string[] {
  const { line1, line2, postalCode, city, region, countryCode } = address;
  const place = CODE_AFTER_CITY.has(countryCode) ? [city, region, postalCode] : [postalCode, city];
  const country = namesCountry ? countryName(countryCode, language) : "";
  return [line1, line2, place.filter(isGiven).join(" "), country].filter(isGiven);
}

const countryName = (countryCode: string, language: Language): string =>
  countryCode === ""
    ? ""
    : (new Intl.DisplayNames(language, { type: "region" }).of(countryCode) ?? countryCode);

const isGiven = (text: string): boolean => text.trim() !== "";
