import { compactIdentifier, isBelgianEnterpriseNumber } from "#domain/party";
import type { Identifier } from "./e-invoice.ts";

interface Identified {
  readonly vatIdentifier: string;
  readonly enterpriseNumber: string;
  readonly countryCode: string;
}

/** Where a VAT identifier is itself an electronic address, by the EAS code list. */
const VAT_SCHEMES: readonly (readonly [scheme: string, shape: RegExp])[] = [
  ["9944", /^NL\d{9}B\d{2}$/], // Peppol COMMON-R056-1
  ["9930", /^DE\d{9}$/],
  ["9938", /^LU\d{8}$/],
];

/** Where Peppol finds a party (BT-34, BT-49), as far as its numbers tell: Belgium, the Netherlands, Germany, Luxembourg. */
export function electronicAddressOf(party: Identified): Identifier | null {
  const enterpriseNumber = belgianEnterpriseNumber(party);
  if (enterpriseNumber !== "") return { scheme: "0208", value: enterpriseNumber };
  const known = VAT_SCHEMES.find(([, shape]) => shape.test(party.vatIdentifier));
  return known === undefined ? null : { scheme: known[0], value: party.vatIdentifier };
}

/** BT-30, BT-47, with its ISO 6523 list: 0208 Belgium, 0106 KvK and 0190 OIN, the only two the Netherlands take (NL-R-003). */
export function legalRegistrationOf(party: Identified): Identifier | null {
  const belgian = belgianEnterpriseNumber(party);
  if (belgian !== "") return { scheme: "0208", value: belgian };
  const number = compactIdentifier(party.enterpriseNumber);
  if (number === "") return null;
  if (party.countryCode !== "NL") return { scheme: "", value: number };
  if (/^\d{8}$/.test(number)) return { scheme: "0106", value: number };
  return /^\d{20}$/.test(number) ? { scheme: "0190", value: number } : null;
}

/** Ten digits (Peppol COMMON-R043), from the VAT identifier or, in Belgium, the enterprise number; "" when there is none. */
function belgianEnterpriseNumber({
  vatIdentifier,
  enterpriseNumber,
  countryCode,
}: Identified): string {
  const candidates = [
    vatIdentifier.startsWith("BE") ? vatIdentifier : "",
    countryCode === "BE" ? compactIdentifier(enterpriseNumber) : "",
  ];
  return candidates.find(isBelgianEnterpriseNumber)?.replace(/^BE/, "") ?? "";
}
