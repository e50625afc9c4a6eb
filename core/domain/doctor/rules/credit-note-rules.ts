import { wantsBelgianMention } from "#domain/document";
import { decimal } from "#domain/money";
import type { Examined } from "../examined.ts";
import type { Words } from "../fill-words.ts";
import { hitIf, type Rule } from "../rule.ts";

const NO_INVOICE: Words = {
  nl: "Deze creditnota zegt niet welke factuur ze verbetert. Zonder dat nummer is ze niet geldig. Vul het nummer van de factuur in.",
  fr: "Cette note de crédit ne dit pas quelle facture elle corrige. Sans ce numéro, elle n’est pas valable. Indiquez le numéro de la facture.",
  de: "Diese Rechnungskorrektur sagt nicht, welche Rechnung sie berichtigt. Ohne deren Nummer ist sie nicht gültig. Geben Sie die Nummer der Rechnung an.",
  en: "This credit note does not say which invoice it mends. Without that number it is not valid. Give the number of the invoice.",
};

const hasNoInvoice = ({ document: { kind, precedingInvoice } }: Examined): boolean =>
  kind === "creditNote" && (precedingInvoice === null || precedingInvoice.number.trim() === "");

/** A credit note mends one invoice (Art. 219), and gives something back. */
export const CREDIT_NOTE_RULES: readonly Rule[] = [
  {
    ruleId: "NL-R-001",
    severity: "error",
    mendAt: "invoice",
    check: (examined) =>
      hitIf(examined.sellerCountry === "NL" && hasNoInvoice(examined), "precedingInvoice.number"),
    words: NO_INVOICE,
  },
  {
    ruleId: "ART-219",
    severity: "error",
    mendAt: "invoice",
    check: (examined) =>
      hitIf(examined.sellerCountry !== "NL" && hasNoInvoice(examined), "precedingInvoice.number"),
    words: NO_INVOICE,
  },
  {
    ruleId: "DOCKET-NOTHING-CREDITED",
    severity: "error",
    mendAt: "order",
    check: ({ document: { kind, totals } }) =>
      hitIf(kind === "creditNote" && decimal(totals.totalWithVat).lte(0), "totals.totalWithVat"),
    words: {
      nl: "Deze creditnota geeft niets terug: het totaal is nul of minder. Zo’n creditnota heeft geen zin. Kijk de terugbetaling na in de winkel.",
      fr: "Cette note de crédit ne rend rien : son total est nul ou négatif. Elle n’a pas de sens. Vérifiez le remboursement dans la boutique.",
      de: "Diese Rechnungskorrektur gibt nichts zurück: Die Summe ist null oder weniger. So hat sie keinen Sinn. Prüfen Sie die Rückzahlung im Shop.",
      en: "This credit note gives nothing back: its total is zero or less. Such a credit note makes no sense. Check the refund in the shop.",
    },
  },
  {
    // Royal decree no. 4 of 29 December 1969, Art. 4: the VAT goes back to the State as far as it was deducted.
    ruleId: "BE-KB4-4",
    severity: "error",
    mendAt: null,
    check: ({ document }) =>
      hitIf(
        document.kind === "creditNote" &&
          wantsBelgianMention(document) &&
          document.legalMentions.length === 0,
        "legalMentions",
      ),
    words: {
      nl: "Op deze creditnota ontbreekt de Belgische vermelding dat de btw teruggestort moet worden. Dat is een fout van Docket, niet van u. Meld het ons met het nummer van de bestelling.",
      fr: "Il manque sur cette note de crédit la mention belge sur la TVA à reverser. C’est une erreur de Docket, pas la vôtre. Signalez-la-nous avec le numéro de la commande.",
      de: "Auf dieser Rechnungskorrektur fehlt die belgische Angabe, dass die Steuer zurückzuzahlen ist. Das ist ein Fehler von Docket, nicht von Ihnen. Melden Sie ihn uns mit der Bestellnummer.",
      en: "This credit note lacks the Belgian words that the VAT must be paid back. That is a mistake of Docket's, not yours. Report it to us with the order number.",
    },
  },
];
