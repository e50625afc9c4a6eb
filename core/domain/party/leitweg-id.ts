import { modulo97 } from "./identifiers.ts";

/**
 * Leitweg-ID, the routing reference of a German public buyer: two to twelve digits, up to thirty letters and digits, two
 * check digits (ISO 7064 MOD 97-10, letters counted from A = 10), such as 04011000-12345-03.
 */
export const isLeitwegId = (text: string): boolean =>
  /^\d{2,12}(-[A-Z0-9]{1,30})?-\d{2}$/.test(text) && modulo97(text.replaceAll("-", "")) === 1;
