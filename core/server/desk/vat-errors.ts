import type { MerchantSettings } from "#domain/merchant";
import { isVatIdentifier } from "#domain/party";
import type { FieldErrors } from "./desk.ts";

/** Under which prefix a country gives VAT numbers, where it is not its ISO code (Directive 2006/112, Art. 215). */
const PREFIXES: Readonly<Record<string, readonly string[]>> = {
  GR: ["EL"],
  GB: ["GB", "XI"],
  IM: ["GB"],
  MC: ["FR"],
};

const prefixesOf = (countryCode: string): readonly string[] =>
  PREFIXES[countryCode] ?? [countryCode];

/** What contradicts itself in the VAT settings. Those that were saved before there was this check still load. */
export function vatErrors(
  before: MerchantSettings,
  { vat, seller }: MerchantSettings,
  changed: ReadonlySet<string>,
): FieldErrors {
  const home = seller.address.countryCode;
  const errors: Record<string, string> = {};
  if (!changed.has("vat")) {
    const hasMoved = home !== before.seller.address.countryCode;
    if (hasMoved && vat.registrations.some(({ countryCode }) => countryCode === home)) {
      errors["seller.address.countryCode"] =
        "Under VAT you have a number in this country as another country. Remove it there first, and give it here as your own.";
    }
    return errors;
  }
  vat.registrations.forEach(({ countryCode, vatIdentifier }, index) => {
    const path = `vat.registrations.${index}`;
    if (countryCode === home || vatIdentifier === seller.vatIdentifier) {
      const field = countryCode === home ? "countryCode" : "vatIdentifier";
      errors[`${path}.${field}`] =
        "That is your own number: it stands under Seller. Here belong numbers of other countries.";
      return;
    }
    const fault = faultOf(countryCode, vatIdentifier);
    if (fault !== "") errors[`${path}.vatIdentifier`] = fault;
  });
  if (vat.isSmallBusiness && (vat.usesOss || vat.registrations.length > 0)) {
    errors["vat.isSmallBusiness"] =
      "This says that you charge no VAT on any sale, but the One-Stop Shop or a VAT number in another country says that you do. Keep one of the two.";
  }
  return errors;
}

/** Whether a number is one of this country; "" when it is. The digits of the countries that are known are checked already. */
function faultOf(countryCode: string, vatIdentifier: string): string {
  const prefixes = prefixesOf(countryCode);
  const isOfCountry = prefixes.some((prefix) => vatIdentifier.startsWith(prefix));
  const digits = vatIdentifier.slice(2).replaceAll(/\D/g, "");
  if (isOfCountry && digits.length >= 5 && isVatIdentifier(vatIdentifier)) return "";
  return `A VAT number of this country begins with ${prefixes.join(" or ")} and has digits after it. Check the number, or choose its country.`;
}
