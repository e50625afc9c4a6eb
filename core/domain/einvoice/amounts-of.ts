import type { Document, DocumentAllowance, DocumentCharge } from "#domain/document";
import { minorDigits } from "#domain/money";
import { vatKey } from "#domain/tax";
import type { DocumentAllowanceOrCharge, EInvoice, EInvoiceTotals } from "./e-invoice.ts";

/** UNCL 7161. No code means a tip or a duty, so these are "mutually defined", and the reason says what. */
const CHARGE_CODES: Readonly<Record<DocumentCharge["type"], string>> = {
  shipping: "FC", // freight service
  fee: "ABK", // miscellaneous
  duty: "ZZZ",
  tip: "ZZZ",
};

/** UNCL 5189. No code means what is kept of a refund; its reason says it (BR-33 asks for one of the two). */
const ALLOWANCE_CODES: Readonly<Record<DocumentAllowance["type"], string>> = {
  discount: "95",
  restockingFee: "",
};

/** BG-20. */
export const allowancesOf = ({ allowances }: Document): readonly DocumentAllowanceOrCharge[] =>
  allowances
    .filter(({ amount }) => !isNothing(amount))
    .map(({ type, name, amount, vat }) => ({
      reasonCode: ALLOWANCE_CODES[type],
      reason: name,
      amount,
      vat,
    }));

/** BG-21. A charge of nothing, such as free shipping, is none. */
export const chargesOf = ({ charges }: Document): readonly DocumentAllowanceOrCharge[] =>
  charges
    .filter(({ amount }) => !isNothing(amount))
    .map(({ type, name, amount, vat }) => ({
      reasonCode: CHARGE_CODES[type],
      reason: name,
      amount,
      vat,
    }));

/** BG-23: the rows of the lines, allowances and charges that are there (BR-S-01, BR-Z-01, BR-E-01). */
export function vatBreakdownOf(document: Document): EInvoice["vatBreakdown"] {
  const parts = [...document.lines, ...allowancesOf(document), ...chargesOf(document)];
  const used = new Set(parts.map(({ vat }) => vatKey(vat)));
  return document.vatBreakdown
    .filter((entry) => used.has(vatKey(entry)))
    .map(({ category, ratePercent, taxableAmount, taxAmount, exemption }) => ({
      category,
      ratePercent,
      taxableAmount,
      taxAmount,
      exemptionCode: exemption?.code ?? "",
      exemptionReason: exemption?.text ?? "",
    }));
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

/** BT-6 and BT-111. Art. 230 asks for it in the currencies of member states; none of those has the three decimals that BR-DEC-15 forbids. */
export function vatInOwnCurrencyOf({ vatInOwnCurrency }: Document): EInvoice["vatInOwnCurrency"] {
  if (vatInOwnCurrency === null || minorDigits(vatInOwnCurrency.currency) > 2) return null;
  return { currency: vatInOwnCurrency.currency, vatTotal: vatInOwnCurrency.vatTotal };
}

const isNothing = (amount: string): boolean => !/[1-9]/.test(amount);
const unlessNothing = (amount: string): string => (isNothing(amount) ? "" : amount);
