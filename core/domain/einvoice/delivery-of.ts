import type { Document } from "#domain/document";
import type { Delivery } from "./e-invoice.ts";
import { listedAddress } from "./countries.ts";

/**
 * BG-13. An address without a country is left out whole, because BT-80 must be given with it (BR-57). An intra-Community supply
 * needs a date (BR-IC-11) and a country (BR-IC-12): without a date of delivery the goods leave with the invoice, whose date makes
 * the VAT chargeable (Art. 67); without an address they go to the buyer.
 */
export function deliveryOf(document: Document): Delivery {
  const { deliverTo, buyer, deliveryDate, vatBreakdown } = document;
  const isIntraCommunity = vatBreakdown.some(({ category }) => category === "K");
  const candidates = [deliverTo?.address, isIntraCommunity ? buyer.address : null];
  const address = candidates
    .map((candidate) => (candidate ? listedAddress(candidate) : null))
    .find((candidate) => candidate !== null && candidate.countryCode !== "");
  return {
    date: deliveryDate ?? (isIntraCommunity ? invoiceDateOf(document) : ""),
    name: deliverTo?.name ?? "",
    address: address ?? null,
  };
}

/** Of a credit note: the date of its invoice. */
const invoiceDateOf = ({ precedingInvoice, issueDate }: Document): string =>
  precedingInvoice?.issueDate ?? issueDate;
