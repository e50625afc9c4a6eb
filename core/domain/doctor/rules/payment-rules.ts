import { decimal } from "#domain/money";
import type { Examined } from "../examined.ts";
import { hitIf, type Rule } from "../rule.ts";

const asksForMoney = ({ document: { kind, totals } }: Examined): boolean =>
  kind === "invoice" && decimal(totals.amountDue).gt(0);

/** How and when an invoice is to be paid. */
export const PAYMENT_RULES: readonly Rule[] = [
  {
    ruleId: "BR-61",
    severity: "warning",
    mendAt: "seller",
    check: (examined) =>
      hitIf(asksForMoney(examined) && examined.document.seller.iban === "", "seller.iban"),
    words: {
      nl: "Deze factuur moet nog betaald worden, maar uw rekeningnummer (IBAN) ontbreekt. De klant weet dus niet waarheen. Vul het in bij uw gegevens.",
      fr: "Cette facture reste à payer, mais votre numéro de compte (IBAN) manque. Le client ne sait donc pas où payer. Indiquez-le dans vos coordonnées.",
      de: "Diese Rechnung ist noch zu bezahlen, aber Ihre Kontonummer (IBAN) fehlt. Der Kunde weiß also nicht, wohin. Tragen Sie sie bei Ihren Angaben ein.",
      en: "This invoice is still to be paid, but your account number (IBAN) is missing. So the customer does not know where to pay. Add it to your details.",
    },
  },
  {
    ruleId: "BR-CO-25",
    severity: "error",
    mendAt: "payment",
    // A draft gets its due date with its number.
    check: (examined) =>
      hitIf(
        asksForMoney(examined) &&
          "dueDate" in examined.document &&
          examined.document.dueDate === null,
        "dueDate",
      ),
    words: {
      nl: "Deze factuur moet nog betaald worden, maar zegt niet tegen wanneer. De e-factuur zou geweigerd worden. Kies een betaaltermijn in de instellingen.",
      fr: "Cette facture reste à payer, mais ne dit pas pour quand. La facture électronique serait refusée. Choisissez un délai de paiement dans les réglages.",
      de: "Diese Rechnung ist noch zu bezahlen, sagt aber nicht, bis wann. Die E-Rechnung würde abgelehnt. Wählen Sie in den Einstellungen eine Zahlungsfrist.",
      en: "This invoice is still to be paid, but does not say by when. The e-invoice would be refused. Choose a payment term in the settings.",
    },
  },
];
