/** The lengths of GTIN-8, -12 (UPC), -13 (EAN) and -14. */
const LENGTHS = [8, 12, 13, 14];

/**
 * A barcode as a GTIN (BT-157), or "" when it is none: shops also keep codes of their own in that field. Checked by the
 * digit that GS1 puts last: from the right, weights 1 and 3 by turns make a multiple of ten.
 */
export function readGtin(barcode: string): string {
  const digits = barcode.replace(/[\s-]/g, "");
  if (!/^\d+$/.test(digits) || !LENGTHS.includes(digits.length)) return "";
  const sum = Array.from(digits, Number)
    .toReversed()
    .reduce((total, digit, place) => total + digit * (place % 2 === 0 ? 1 : 3), 0);
  return sum % 10 === 0 && sum > 0 ? digits : "";
}
