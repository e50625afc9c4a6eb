import type { Labels } from "./labels.ts";

/** A colon, like every high punctuation mark, follows a space that never breaks. */
const COLON = "\u00a0:";

export const fr: Labels = {
  kinds: {
    orderConfirmation: { title: "Confirmation de commande", number: "Numéro", issueDate: "Date" },
    deliveryNote: { title: "Bon de livraison", number: "Numéro", issueDate: "Date" },
    receipt: { title: "Reçu", number: "Numéro", issueDate: "Date" },
    invoice: { title: "Facture", number: "Numéro de facture", issueDate: "Date de facture" },
  },
  watermark: "Brouillon",
  facts: {
    dueDate: "Date d’échéance",
    orderNumber: "Commande",
    orderDate: "Date de commande",
    buyerReference: "Votre référence",
  },
  buyer: "Client",
  deliverTo: "Adresse de livraison",
  identifiers: {
    vat: "Numéro de TVA",
    enterpriseNumber: "Numéro d’entreprise",
    iban: "Numéro de compte",
    bic: "BIC",
  },
  note: "Votre remarque",
  columns: {
    item: "Description",
    quantity: "Quantité",
    unitPrice: "Prix unitaire hors\u00a0TVA",
    vat: "TVA",
    amount: "Montant hors\u00a0TVA",
    amountWithVat: "Montant TVA\u00a0comprise",
  },
  sku: "Réf.",
  discount: (reason, amount) =>
    `${reason === "" ? "Remise" : `Remise «\u00a0${reason}\u00a0»`}${COLON} ${amount} (hors TVA)`,
  charges: { shipping: "Livraison", fee: "Frais", duty: "Droits de douane", tip: "Pourboire" },
  vatTable: { rate: "Taux de TVA", taxableAmount: "Base imposable", taxAmount: "Montant de TVA" },
  vatCategories: {
    E: "exonéré",
    AE: "autoliquidation",
    K: "intracom.",
    G: "exportation",
    O: "sans TVA",
  },
  totals: {
    lineNetTotal: "Sous-total hors TVA",
    totalWithoutVat: "Total hors TVA",
    vat: "TVA",
    vatTotal: "Total TVA",
    totalWithVat: "Total TVA comprise",
    roundingAmount: "Arrondi",
    paidAmount: "Payé",
    amountDue: "À payer",
    inBuyersFavour: "En votre faveur",
  },
  payment: {
    heading: "Paiement par virement",
    amount: "Montant",
    payee: "Bénéficiaire",
    reference: "Communication",
    qrLabel: "Scannez avec votre app bancaire",
  },
  page: "Page",
  months: [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
  ],
  date: (day, month, year) => `${day === 1 ? "1er" : day} ${month} ${year}`,
  percent: (rate) => `${rate}\u00a0%`,
};
