import { compactIdentifier, deriveElectronicAddress } from "#domain/party";
import type { Identifier } from "./e-invoice.ts";

interface Registered {
  readonly vatIdentifier: string;
  readonly enterpriseNumber: string;
  readonly countryCode: string;
}

/** ISO 6523 lists of registers that are electronic addresses under the same code. */
const REGISTERS: Readonly<Record<string, readonly string[]>> = {
  BE: ["0208"],
  DK: ["0184"],
  FR: ["0002", "0009"], // SIREN, SIRET
  NL: ["0106", "0190"], // KvK, OIN
  NO: ["0192"],
  SE: ["0007"],
};

/** Countries whose Peppol rules take numbers of their own registers only (NL-R-003, NL-R-005, DK-R-014, SE-R-003, SE-R-004). */
const STRICT_COUNTRIES = new Set(["DK", "NL", "SE"]);

/** BT-30, BT-47, with its ISO 6523 list; without one where the country's register has none. A foreign VAT number tells nothing here. */
export function legalRegistrationOf(party: Registered): Identifier | null {
  const { countryCode, vatIdentifier } = party;
  const enterpriseNumber = compactIdentifier(party.enterpriseNumber);
  const address = deriveElectronicAddress({
    countryCode,
    enterpriseNumber,
    vatIdentifier: vatIdentifier.startsWith(countryCode) ? vatIdentifier : "",
  });
  if (address !== null && REGISTERS[countryCode]?.includes(address.scheme)) return address;
  if (enterpriseNumber === "" || STRICT_COUNTRIES.has(countryCode)) return null;
  return { scheme: "", value: enterpriseNumber };
}
