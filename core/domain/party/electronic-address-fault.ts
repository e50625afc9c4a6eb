import { isKvkNumber, isOin, isSiren, isSiret } from "./company-numbers.ts";
import { VAT_SCHEMES } from "./electronic-address.ts";
import { isBelgianEnterpriseNumber } from "./identifiers.ts";
import { isLeitwegId } from "./leitweg-id.ts";
import type { ElectronicAddress } from "./party.ts";
import { isVatIdentifier } from "./vat-identifier.ts";

interface Shape {
  readonly accepts: (value: string) => boolean;
  readonly expected: string;
}

/** GS1: twelve digits and a check digit, weights 1 and 3 in turn. */
function isGln(value: string): boolean {
  if (!/^\d{13}$/.test(value)) return false;
  const sum = Array.from(value, (digit, at) => Number(digit) * (at % 2 === 0 ? 1 : 3));
  return sum.reduce((total, each) => total + each) % 10 === 0;
}

/** The national number alone; `prefix` is what a VAT number has before it. */
const isNationalNumber =
  (prefix: string, length: number) =>
  (value: string): boolean =>
    new RegExp(`^\\d{${length}}$`).test(value) && isVatIdentifier(prefix + value);

const vatNumberOf = (prefix: string): Shape => ({
  accepts: (value) => value.toUpperCase().startsWith(prefix) && isVatIdentifier(value),
  expected: `a VAT number that begins with ${prefix}`,
});

/** What is known of the lists that merchants here are in, by EAS code. */
const SHAPES: ReadonlyMap<string, Shape> = new Map<string, Shape>([
  ...[...VAT_SCHEMES].map(([prefix, scheme]) => [scheme, vatNumberOf(prefix)] as const),
  // COMMON-R043
  [
    "0208",
    {
      accepts: (value) => /^\d{10}$/.test(value) && isBelgianEnterpriseNumber(value),
      expected: "a Belgian enterprise number of ten digits, such as 0417497106",
    },
  ],
  ["9925", vatNumberOf("BE")],
  ["9927", vatNumberOf("CHE")],
  ["0088", { accepts: isGln, expected: "a GLN of thirteen digits" }], // COMMON-R040
  ["0060", { accepts: (value) => /^\d{9}$/.test(value), expected: "a DUNS number of nine digits" }],
  ["0106", { accepts: isKvkNumber, expected: "a KvK number of eight digits" }],
  ["0190", { accepts: isOin, expected: "an OIN of twenty digits" }],
  ["0002", { accepts: isSiren, expected: "a SIREN of nine digits" }],
  ["0009", { accepts: isSiret, expected: "a SIRET of fourteen digits" }],
  ["0204", { accepts: isLeitwegId, expected: "a Leitweg-ID" }],
  ["0007", { accepts: isSwedish, expected: "an organisation number of ten digits" }], // COMMON-R049
  ["0184", { accepts: isNationalNumber("DK", 8), expected: "a CVR number of eight digits" }],
  [
    "0192",
    { accepts: isNationalNumber("NO", 9), expected: "an organisation number of nine digits" },
  ],
  ["0216", { accepts: isOvt, expected: "an OVT code that begins with 0037" }],
  ["9933", { accepts: isNationalNumber("EL", 9), expected: "a Greek VAT number without EL" }],
  ["9934", { accepts: isNationalNumber("HR", 11), expected: "an OIB of eleven digits" }],
]);

function isSwedish(value: string): boolean {
  return /^\d{10}$/.test(value) && isVatIdentifier(`SE${value}01`);
}

/** A company's number after 0037, and up to five characters for one of its places. */
function isOvt(value: string): boolean {
  return /^0037\d{8}\w{0,5}$/.test(value) && isVatIdentifier(`FI${value.slice(4, 12)}`);
}

/**
 * Why a value cannot be of its list, for whoever typed it; undefined where nothing is wrong, or nothing is known of the list
 * and the value has a usable shape.
 */
export function findElectronicAddressFault({
  scheme,
  value,
}: ElectronicAddress): string | undefined {
  if (!/^[\w.:/-]+$/.test(value)) return "write it without spaces or other signs";
  const shape = SHAPES.get(scheme);
  if (shape === undefined || shape.accepts(value)) return undefined;
  return `expected ${shape.expected}; check the digits`;
}
