import { modulo97 } from "#domain/party";

/** Belgian structured communication: ten digits and their remainder modulo 97, where 0 becomes 97. */
export function structuredCommunication(tenDigits: string): string {
  const check = String(modulo97(tenDigits) || 97).padStart(2, "0");
  const digits = tenDigits + check;
  return `+++${digits.slice(0, 3)}/${digits.slice(3, 7)}/${digits.slice(7)}+++`;
}

/**
 * What the buyer quotes when paying (BT-83). The structured communication is the journal's place among the merchant's journals
 * and the last nine digits of the number, so that `2026-0001` and `OC2026-0001` differ and both lead to their document.
 */
export function paymentReference(
  { number, journalIndex }: { readonly number: string; readonly journalIndex: number },
  style: "structured" | "number",
): string {
  if (style === "number") return number;
  const digits = number.replace(/\D/g, "").slice(-9).padStart(9, "0");
  return structuredCommunication(`${journalIndex % 10}${digits}`);
}
