import { isKvkNumber, isOin, isSiren, isSiret } from "./company-numbers.ts";
import { compactIdentifier } from "./identifiers.ts";
import type { ElectronicAddress } from "./party.ts";
import { isVatIdentifier, normaliseVatIdentifier } from "./vat-identifier.ts";

interface PartyNumbers {
  readonly vatIdentifier: string;
  readonly enterpriseNumber: string;
  readonly countryCode: string;
}

/** Where the number on VAT invoices is the register's number too. */
const ONE_NUMBER_FOR_ALL = new Set(["BE", "CH", "DK", "FI", "NO"]);

/** EAS codes whose value is the VAT number with its prefix. */
export const VAT_SCHEMES: ReadonlyMap<string, string> = new Map([
  ["AT", "9914"],
  ["BG", "9926"],
  ["CY", "9928"],
  ["CZ", "9929"],
  ["DE", "9930"],
  ["EE", "9931"],
  ["ES", "9920"],
  ["FR", "9957"],
  ["GB", "9932"],
  ["HU", "9910"],
  ["IE", "9935"],
  ["IT", "0211"], // COMMON-R047
  ["LT", "9937"],
  ["LU", "9938"],
  ["LV", "9939"],
  ["MT", "9943"],
  ["NL", "9944"], // COMMON-R056-1
  ["PL", "9945"],
  ["PT", "9946"],
  ["RO", "9947"],
  ["SI", "9949"],
  ["SK", "9950"],
]);

/**
 * Where Peppol finds a party by its numbers (BT-34, BT-49): by the register of its address's country, else by its VAT number;
 * null where neither is a valid number of a country that is known here. Codes of Peppol's EAS list, 2026.5 (PEPPOL-EN16931-CL008).
 */
export function deriveElectronicAddress({
  vatIdentifier,
  enterpriseNumber,
  countryCode,
}: PartyNumbers): ElectronicAddress | null {
  return (
    byRegister(compactIdentifier(enterpriseNumber), countryCode) ??
    byVatNumber(normaliseVatIdentifier(vatIdentifier, countryCode))
  );
}

function byRegister(number: string, countryCode: string): ElectronicAddress | null {
  if (ONE_NUMBER_FOR_ALL.has(countryCode))
    return byVatNumber(normaliseVatIdentifier(number, countryCode));
  if (countryCode === "FR" && isSiret(number)) return { scheme: "0009", value: number };
  if (countryCode === "FR" && isSiren(number)) return { scheme: "0002", value: number };
  if (countryCode === "NL" && isKvkNumber(number)) return { scheme: "0106", value: number };
  if (countryCode === "NL" && isOin(number)) return { scheme: "0190", value: number };
  if (countryCode === "SE") return byVatNumber(`SE${number}01`);
  return null;
}

function byVatNumber(vatIdentifier: string): ElectronicAddress | null {
  if (!isVatIdentifier(vatIdentifier)) return null;
  const prefix = vatIdentifier.slice(0, 2);
  const number = vatIdentifier.slice(2);
  switch (prefix) {
    case "BE": // COMMON-R043
      return { scheme: "0208", value: number };
    case "CH":
      return { scheme: "9927", value: `CH${number.replace(/[A-Z]+$/, "")}` };
    case "DK": // COMMON-R042
      return { scheme: "0184", value: number };
    case "EL": // GR-R-009, GR-R-010: without prefix
      return { scheme: "9933", value: number };
    case "FI": // OVT; 0213, the VAT number, left the list in 2024
      return { scheme: "0216", value: `0037${number}` };
    case "HR": // the OIB alone (CIUS-2025)
      return { scheme: "9934", value: number };
    case "NO": // COMMON-R041
      return { scheme: "0192", value: number.replace(/MVA$/, "") };
    case "SE": // COMMON-R049
      return { scheme: "0007", value: number.slice(0, 10) };
    case "XI": // the British number under another prefix
      return { scheme: "9932", value: `GB${number}` };
    default: {
      const scheme = VAT_SCHEMES.get(prefix);
      return scheme === undefined ? null : { scheme, value: vatIdentifier };
    }
  }
}
