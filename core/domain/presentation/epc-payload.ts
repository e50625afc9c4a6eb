import type { Document } from "#domain/document";
import { isRfReference } from "#domain/party";

/** EPC069-12: version 13 at level M holds this many bytes. */
const MAX_BYTES = 331;
const MAX_NAME_CHARACTERS = 70;

/**
 * What a banking app scans to fill in a credit transfer (EPC069-12 version 002, UTF-8), or "" when the standard has no
 * place for this payment. The structured field is for ISO 11649 alone: the Belgian communication goes unstructured, and so does a
 * reference that looks like RF and fails its check, which a bank would refuse.
 */
export function epcPayload(document: Document): string {
  const { seller, currency, totals, paymentReference } = document;
  if (currency !== "EUR" || seller.iban === "" || !isTransferable(totals.amountDue)) return "";
  const name = Array.from(seller.legalName.replace(/\s+/g, " ").trim()).slice(
    0,
    MAX_NAME_CHARACTERS,
  );
  const reference = paymentReference.replaceAll(" ", "").toUpperCase();
  for (let length = name.length; length > 0; length -= 1) {
    const payload = [
      "BCD",
      "002",
      "1", // UTF-8
      "SCT",
      seller.bic,
      name.slice(0, length).join(""),
      seller.iban,
      `EUR${totals.amountDue}`,
      "", // purpose
      ...(isRfReference(reference) ? [reference] : ["", paymentReference]),
    ]
      .join("\n")
      .trimEnd(); // Nothing follows the last element that is filled.
    if (new TextEncoder().encode(payload).length <= MAX_BYTES) return payload;
  }
  return "";
}

/** 0.01 to 999999999.99 */
const isTransferable = (amount: string): boolean =>
  /^\d{1,9}\.\d{2}$/.test(amount) && /[1-9]/.test(amount);
