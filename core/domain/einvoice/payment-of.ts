import type { Document } from "#domain/document";
import type { Language } from "#domain/merchant";
import type { PaymentInstructions } from "./e-invoice.ts";

/**
 * BG-16: how to pay what is due or, when nothing is, how it was paid or paid back. No account is shown to a buyer who owes
 * nothing.
 */
export function paymentOf(document: Document): PaymentInstructions {
  const { seller, currency, paymentReference, payments, dueDate } = document;
  const isDue = dueDate !== null;
  const isTransfer = isDue && seller.iban !== "";
  return {
    meansCode: isTransfer ? transferCode(currency) : otherCode(document, isDue),
    meansText: isDue ? "" : [...new Set(payments.map(({ method }) => method))].join(", "),
    terms: termsOf(document),
    reference: isDue ? paymentReference : "",
    iban: isTransfer ? seller.iban : "",
    accountName: isTransfer ? seller.legalName : "",
    bic: isTransfer ? seller.bic : "",
  };
}

/** UNCL 4461: 58 is a SEPA credit transfer, 30 any other. Both need an account (BR-61). */
const transferCode = (currency: string): string => (currency === "EUR" ? "58" : "30");

/**
 * UNCL 4461: 68 is an online payment service, 97 a clearing between partners, 1 is not defined. Between Dutch parties only 57
 * ("as agreed") says neither too much nor too little (NL-R-008); a card code (48, 54, 55) would ask for the card in Germany
 * (BR-DE-24-a), and between Danish parties there is no code for an online service (DK-R-005).
 */
function otherCode({ seller, buyer, kind, payments }: Document, isDue: boolean): string {
  const isWithin = (countryCode: string) =>
    seller.address.countryCode === countryCode && buyer.address?.countryCode === countryCode;
  if (isWithin("NL")) return "57";
  if (kind === "creditNote" && payments.length === 0) return "97";
  return isDue || isWithin("DK") ? "1" : "68";
}

const TO_BE_SETTLED: Readonly<Record<Language, string>> = {
  nl: "Te verrekenen of terug te betalen",
  fr: "À compenser ou à rembourser",
  de: "Wird verrechnet oder erstattet",
  en: "To be set off or paid back",
};

/** BT-20. What a credit note leaves in the buyer's favour has no due date, so words must say what becomes of it (BR-CO-25). */
function termsOf({ kind, totals, language }: Document): string {
  const isOpen = /[1-9]/.test(totals.amountDue) && !totals.amountDue.startsWith("-");
  return kind === "creditNote" && isOpen ? TO_BE_SETTLED[language] : "";
}
