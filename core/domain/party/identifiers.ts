/** In capitals, without what people write between digits: spaces, dots, dashes, slashes, colons, brackets, invisible marks. */
export const compactIdentifier = (text: string): string =>
  text.replace(/[\s\p{Dash_Punctuation}\p{Format}./:()]/gu, "").toUpperCase();

/**
 * Remainder of a long number modulo 97, character by character, so that no precision is lost. Letters count from A = 10
 * (ISO 7064).
 */
export function modulo97(text: string): number {
  let remainder = 0;
  for (const character of text) {
    const value = Number.parseInt(character, 36);
    remainder = (remainder * (value < 10 ? 10 : 100) + value) % 97;
  }
  return remainder;
}

/** Belgian enterprise number: ten digits, 97 − (first eight mod 97) = last two (Peppol COMMON-R043). */
export function isBelgianEnterpriseNumber(text: string): boolean {
  const digits = compactIdentifier(text).replace(/^BE/, "");
  if (!/^[01]\d{9}$/.test(digits)) return false;
  return 97 - modulo97(digits.slice(0, 8)) === Number(digits.slice(8));
}

/** ISO 13616: country, check digits, account; the rearranged number is 1 modulo 97. */
export function isIban(text: string): boolean {
  const iban = compactIdentifier(text);
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(iban)) return false;
  return modulo97(iban.slice(4) + iban.slice(0, 4)) === 1;
}

/** ISO 9362: eight or eleven characters. */
export const isBic = (text: string): boolean =>
  /^[A-Z]{4}[A-Z]{2}[A-Z0-9]{2}([A-Z0-9]{3})?$/.test(compactIdentifier(text));

/** Groups of four, as banks print it. */
export const formatIban = (iban: string): string =>
  compactIdentifier(iban).replace(/(.{4})(?=.)/g, "$1 ");
