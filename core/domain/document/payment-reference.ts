import { modulo97 } from "#domain/party";

/** Belgian structured communication: ten digits and their remainder modulo 97, where 0 becomes 97. */
export function structuredCommunication(tenDigits: string): string {
  const check = String(modulo97(tenDigits) || 97).padStart(2, "0");
  const digits = tenDigits + check;
  return `+++${digits.slice(0, 3)}/${digits.slice(3, 7)}/${digits.slice(7)}+++`;
}

/** What the buyer quotes when paying (BT-83): made from the document's number, so that both lead to the same document. */
export function paymentReference(number: string, style: "structured" | "number"): string {
  if (style === "number") return number;
  return structuredCommunication(number.replace(/\D/g, "").slice(-10).padStart(10, "0"));
}
