import type { Document, DocumentCharge } from "#domain/document";
import { vatKey } from "#domain/tax";
import type { EInvoice, EInvoiceCharge, EInvoiceTotals } from "./e-invoice.ts";
import { exemptionOf } from "./exemption-reasons.ts";

/** UNCL 7161. No code means a tip or a duty, so these are "mutually defined", and the reason says what. */
const CHARGE_CODES: Readonly<Record<DocumentCharge["type"], string>> = {
  shipping: "FC", // freight service
  fee: "ABK", // miscellaneous
  duty: "ZZZ",
  tip: "ZZZ",
};

/** BG-21. A charge of nothing, such as free shipping, is none. */
export const chargesOf = ({ charges }: Document): readonly EInvoiceCharge[] =>
  charges
    .filter(({ amount }) => !isNothing(amount))
    .map(({ type, name, amount, vat }) => ({
      reasonCode: CHARGE_CODES[type],
      reason: name,
      amount,
      vat,
    }));

/** BG-23: the rows of the lines and charges that are there (BR-S-01, BR-Z-01, BR-E-01). */
export function vatBreakdownOf(document: Document): EInvoice["vatBreakdown"] {
  const used = new Set([...document.lines, ...chargesOf(document)].map(({ vat }) => vatKey(vat)));
  return document.vatBreakdown
    .filter((entry) => used.has(vatKey(entry)))
    .map((entry) => ({ ...entry, ...exemptionOf(entry.category, document.language) }));
}

/** BG-22, as the document has it: BR-CO-10 to BR-CO-16 were met when it was computed. */
export function totalsOf({ totals }: Document): EInvoiceTotals {
  return {
    ...totals,
    allowanceTotal: unlessNothing(totals.allowanceTotal),
    chargeTotal: unlessNothing(totals.chargeTotal),
    paidAmount: unlessNothing(totals.paidAmount),
    roundingAmount: unlessNothing(totals.roundingAmount),
  };
}

const isNothing = (amount: string): boolean => !/[1-9]/.test(amount);
const unlessNothing = (amount: string): string => (isNothing(amount) ? "" : amount);
