const compact = (text: string): string => text.replace(/[\s.\-/]/g, "").toUpperCase();

/** Remainder of a long number modulo 97, digit by digit, so that no precision is lost. */
export function modulo97(digits: string): number {
  let remainder = 0;
  for (const digit of digits) remainder = (remainder * 10 + Number(digit)) % 97;
  return remainder;
}

/** Belgian enterprise number: ten digits, 97 − (first eight mod 97) = last two (Peppol COMMON-R043). */
export function isBelgianEnterpriseNumber(text: string): boolean {
  const digits = compact(text).replace(/^BE/, "");
  if (!/^[01]\d{9}$/.test(digits)) return false;
  return 97 - modulo97(digits.slice(0, 8)) === Number(digits.slice(8));
}

/** ISO 13616: country, check digits, account; the rearranged number is 1 modulo 97. */
export function isIban(text: string): boolean {
  const iban = compact(text);
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(iban)) return false;
  const rearranged = (iban.slice(4) + iban.slice(0, 4)).replace(/[A-Z]/g, (letter) =>
    String(letter.charCodeAt(0) - 55),
  );
  return modulo97(rearranged) === 1;
}

/** ISO 9362: eight or eleven characters. */
export const isBic = (text: string): boolean =>
  /^[A-Z]{4}[A-Z]{2}[A-Z0-9]{2}([A-Z0-9]{3})?$/.test(compact(text));

/** Shape of a VAT number with its country prefix (Greece is EL); a Belgian one also by its checksum. */
export function isVatIdentifier(text: string): boolean {
  const identifier = compact(text);
  if (!/^[A-Z]{2}[A-Z0-9]{2,13}$/.test(identifier)) return false;
  return !identifier.startsWith("BE") || isBelgianEnterpriseNumber(identifier);
}

/** Without spaces, dots, dashes and slashes; in capitals. */
export const compactIdentifier = compact;

/** Groups of four, as banks print it. */
export const formatIban = (iban: string): string => compact(iban).replace(/(.{4})(?=.)/g, "$1 ");
