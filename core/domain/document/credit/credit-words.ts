import type { Language } from "#domain/merchant";

interface CreditWords {
  /** The name of a line that stands for an amount, not for pieces. */
  readonly refundOn: (invoiceNumber: string) => string;
  readonly restockingFee: string;
  readonly priceDifference: (name: string) => string;
  /** What a charge is called that the shop gave no name. */
  readonly charges: Readonly<Record<"shipping" | "fee" | "duty" | "tip", string>>;
  readonly orderChanged: string;
  readonly orderCancelled: string;
  /** Royal Decree no. 4 on the refund of VAT, Art. 4 § 1, 3° (Belgium): the buyer pays back what was deducted. */
  readonly belgianMention: string;
}

/** Words on a credit note, in the document's language. */
export const CREDIT_WORDS: Readonly<Record<Language, CreditWords>> = {
  nl: {
    refundOn: (invoiceNumber) => `Terugbetaling op factuur ${invoiceNumber}`,
    restockingFee: "Ingehouden retourkosten",
    priceDifference: (name) => `Prijsverschil: ${name}`,
    charges: { shipping: "Verzending", fee: "Kosten", duty: "Invoerrechten", tip: "Fooi" },
    orderChanged: "Bestelling gewijzigd",
    orderCancelled: "Bestelling geannuleerd",
    belgianMention:
      "Btw terug te storten aan de Staat in de mate waarin ze oorspronkelijk in aftrek werd gebracht",
  },
  fr: {
    refundOn: (invoiceNumber) => `Remboursement sur la facture ${invoiceNumber}`,
    restockingFee: "Frais de retour retenus",
    priceDifference: (name) => `Différence de prix : ${name}`,
    charges: {
      shipping: "Livraison",
      fee: "Frais",
      duty: "Droits d’importation",
      tip: "Pourboire",
    },
    orderChanged: "Commande modifiée",
    orderCancelled: "Commande annulée",
    belgianMention: "TVA à reverser à l’État dans la mesure où elle a été initialement déduite",
  },
  de: {
    refundOn: (invoiceNumber) => `Erstattung zu Rechnung ${invoiceNumber}`,
    restockingFee: "Einbehaltene Rücknahmekosten",
    priceDifference: (name) => `Preisdifferenz: ${name}`,
    charges: { shipping: "Versand", fee: "Gebühr", duty: "Einfuhrabgaben", tip: "Trinkgeld" },
    orderChanged: "Bestellung geändert",
    orderCancelled: "Bestellung storniert",
    belgianMention:
      "Mehrwertsteuer an den Staat zurückzuzahlen, soweit sie ursprünglich abgezogen wurde",
  },
  en: {
    refundOn: (invoiceNumber) => `Refund on invoice ${invoiceNumber}`,
    restockingFee: "Return fee kept",
    priceDifference: (name) => `Price difference: ${name}`,
    charges: { shipping: "Shipping", fee: "Fee", duty: "Import duties", tip: "Tip" },
    orderChanged: "Order changed",
    orderCancelled: "Order cancelled",
    belgianMention: "VAT to be paid back to the State in so far as it was originally deducted",
  },
};
