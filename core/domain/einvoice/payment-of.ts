import type { Document } from "#domain/document";
import type { PaymentInstructions } from "./e-invoice.ts";

/** BG-16: how to pay what is due or, when nothing is, how it was paid. No account is shown to a buyer who owes nothing. */
export function paymentOf(document: Document): PaymentInstructions {
  const { seller, currency, paymentReference, payments, dueDate } = document;
  const isDue = dueDate !== null;
  const isTransfer = isDue && seller.iban !== "";
  return {
    meansCode: isTransfer ? transferCode(currency) : otherCode(document, isDue),
    meansText: isDue ? "" : [...new Set(payments.map(({ method }) => method))].join(", "),
    reference: isDue ? paymentReference : "",
    iban: isTransfer ? seller.iban : "",
    accountName: isTransfer ? seller.legalName : "",
    bic: isTransfer ? seller.bic : "",
  };
}

/** UNCL 4461: 58 is a SEPA credit transfer, 30 any other. Both need an account (BR-61). */
const transferCode = (currency: string): string => (currency === "EUR" ? "58" : "30");

/**
 * UNCL 4461: 68 is an online payment service, 1 is not defined. Between Dutch parties only 57 ("as agreed") says neither
 * too much nor too little (NL-R-008); a card code (48, 54, 55) would ask for the card in Germany (BR-DE-24-a).
 */
function otherCode({ seller, buyer }: Document, isDue: boolean): string {
  const isDutch = seller.address.countryCode === "NL" && buyer.address?.countryCode === "NL";
  if (isDutch) return "57";
  return isDue ? "1" : "68";
}
