import { modulo97 } from "#domain/party";

/**
 * Leitweg-ID, the routing reference of a German public buyer: two to twelve digits, up to thirty letters and digits, two
 * check digits (ISO 7064 MOD 97-10, letters counted from A = 10), such as 04011000-12345-03.
 */
export function isLeitwegId(text: string): boolean {
  if (!/^\d{2,12}(-[A-Z0-9]{1,30})?-\d{2}$/.test(text)) return false;
  const digits = text
    .replaceAll("-", "")
    .replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55));
  return modulo97(digits) === 1;
}
