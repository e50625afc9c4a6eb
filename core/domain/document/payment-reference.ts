import type { MerchantSettings } from "#domain/merchant";
import { modulo97, rfReference } from "#domain/party";

type ReferenceStyle = Exclude<MerchantSettings["payment"]["reference"], "usual">;

/** Banks know the structured communication in Belgium alone. */
export function referenceStyleOf({ payment, seller }: MerchantSettings): ReferenceStyle {
  if (payment.reference !== "usual") return payment.reference;
  return ["", "BE"].includes(seller.address.countryCode) ? "structured" : "number";
}

/** Belgian structured communication: ten digits and their remainder modulo 97, where 0 becomes 97. */
export function structuredCommunication(tenDigits: string): string {
  const check = String(modulo97(tenDigits) || 97).padStart(2, "0");
  const digits = tenDigits + check;
  return `+++${digits.slice(0, 3)}/${digits.slice(3, 7)}/${digits.slice(7)}+++`;
}

/**
 * What the buyer quotes when paying (BT-83). The structured communication and the RF reference (ISO 11649, without spaces) are
 * made of the order's number, so that all documents of one order ask for the same payment in the same words, and those of two
 * orders never do. An order whose number has nothing to make them of, and a merchant who prefers it, quotes the document's number.
 */
export function paymentReference(
  { number, orderNumber }: { readonly number: string; readonly orderNumber: string },
  style: ReferenceStyle,
): string {
  switch (style) {
    case "structured": {
      const digits = orderNumber.replace(/\D/g, "");
      return digits === "" ? number : structuredCommunication(digits.slice(-10).padStart(10, "0"));
    }
    case "rf":
      return rfReference(orderNumber) || number;
    case "number":
      return number;
  }
}
