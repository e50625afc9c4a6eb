import type { DocumentLine } from "#domain/document";
import { decimal, minorDigits, sumOf, type Decimal } from "#domain/money";
import type { Examined } from "../examined.ts";
import { amountIn, numberIn } from "../localised-values.ts";
import type { Hit, Rule } from "../rule.ts";

type LineField = "itemName" | "quantity" | "unitPriceNet" | "unitCode" | "lineNetAmount";

/** A hit on each line that is broken. */
const onLines =
  (
    field: LineField,
    isBroken: (line: DocumentLine, currency: string) => boolean,
    valuesOf: (line: DocumentLine, currency: string) => Hit["values"] = ({ itemName }) => ({
      name: itemName,
    }),
  ): Rule["check"] =>
  ({ document: { lines, currency } }: Examined) =>
    lines.flatMap((line, index) =>
      isBroken(line, currency)
        ? [{ field: `lines[${index}].${field}`, values: valuesOf(line, currency) }]
        : [],
    );

const isBlank = (text: string): boolean => !/[^\p{C}\p{Z}\s]/u.test(text);

/** What was sold, how many and for how much (Art. 226(6) and (8)). */
export const LINE_RULES: readonly Rule[] = [
  {
    ruleId: "ART-226-6",
    severity: "warning",
    mendAt: "order",
    isForDrafts: true,
    holdsForReceipts: true,
    check: onLines(
      "itemName",
      ({ itemName, options, sku }) => [itemName, ...options, sku].every(isBlank),
      ({ lineNetAmount }, currency) => ({ amount: amountIn(lineNetAmount, currency) }),
    ),
    words: {
      nl: "Een regel van {amount} heeft geen naam. Een document moet zeggen wat er verkocht is. Geef het artikel een naam in de bestelling.",
      fr: "Une ligne de {amount} n’a pas de nom. Un document doit dire ce qui a été vendu. Nommez l’article dans la commande.",
      de: "Eine Position über {amount} hat keinen Namen. Ein Beleg muss sagen, was verkauft wurde. Benennen Sie den Artikel in der Bestellung.",
      en: "A line of {amount} has no name. A document must say what was sold. Name the item in the order.",
    },
  },
  {
    ruleId: "BR-27",
    severity: "error",
    mendAt: "order",
    check: onLines(
      "unitPriceNet",
      ({ unitPriceNet }) => decimal(unitPriceNet).lt(0),
      ({ itemName, unitPriceNet }, currency) => ({
        name: itemName,
        price: amountIn(unitPriceNet, currency),
      }),
    ),
    words: {
      nl: "De prijs van “{name}” is lager dan nul ({price}). Op een factuur mag geen negatieve prijs staan. Maak er in de bestelling een korting van.",
      fr: "Le prix de « {name} » est inférieur à zéro ({price}). Une facture ne peut pas porter de prix négatif. Faites-en une remise dans la commande.",
      de: "Der Preis von „{name}“ liegt unter null ({price}). Auf einer Rechnung darf kein negativer Preis stehen. Machen Sie in der Bestellung einen Rabatt daraus.",
      en: "The price of “{name}” is below zero ({price}). An invoice must not have a negative price. Make it a discount in the order.",
    },
  },
  {
    ruleId: "DOCKET-QUANTITY",
    severity: "warning",
    mendAt: "order",
    isForDrafts: true,
    check: onLines("quantity", ({ quantity }) => decimal(quantity).eq(0)),
    words: {
      nl: "Van “{name}” is het aantal nul. Zo’n regel zegt niets over een verkoop en roept vragen op. Haal ze uit de bestelling.",
      fr: "La quantité de « {name} » est zéro. Une telle ligne ne dit rien d’une vente et soulève des questions. Retirez-la de la commande.",
      de: "Die Menge von „{name}“ ist null. Eine solche Position sagt nichts über einen Verkauf und wirft Fragen auf. Nehmen Sie sie aus der Bestellung.",
      en: "The quantity of “{name}” is zero. Such a line says nothing about a sale and raises questions. Remove it from the order.",
    },
  },
  {
    ruleId: "DOCKET-QUANTITY",
    severity: "info",
    mendAt: "order",
    isForDrafts: true,
    check: onLines(
      "quantity",
      ({ quantity }) => decimal(quantity).lt(0),
      ({ itemName, quantity }) => ({ name: itemName, quantity: numberIn(quantity) }),
    ),
    words: {
      nl: "“{name}” staat er met een negatief aantal ({quantity}) en vermindert het totaal. Dat mag. Neemt u iets terug van een eerdere factuur, maak daarvoor dan een creditnota.",
      fr: "« {name} » figure avec une quantité négative ({quantity}) et diminue le total. C’est permis. Si vous reprenez un article d’une facture précédente, faites plutôt une note de crédit.",
      de: "„{name}“ steht mit negativer Menge ({quantity}) da und mindert die Summe. Das ist erlaubt. Nehmen Sie etwas aus einer früheren Rechnung zurück, stellen Sie dafür eine Rechnungskorrektur aus.",
      en: "“{name}” has a negative quantity ({quantity}) and lowers the total. That is allowed. If you take back something of an earlier invoice, make a credit note for it.",
    },
  },
  {
    ruleId: "BR-CL-23",
    severity: "error",
    mendAt: null,
    check: onLines(
      "unitCode",
      ({ unitCode }) => !/^[A-Z0-9]{2,3}$/.test(unitCode),
      ({ itemName, unitCode }) => ({ name: itemName, unit: unitCode }),
    ),
    words: {
      nl: "De eenheid “{unit}” van “{name}” bestaat niet in de Europese norm voor e-facturen. Dat is een fout van Docket, niet van u. Meld het ons met het nummer van de bestelling.",
      fr: "L’unité « {unit} » de « {name} » n’existe pas dans la norme européenne des factures électroniques. C’est une erreur de Docket, pas la vôtre. Signalez-la-nous avec le numéro de la commande.",
      de: "Die Einheit „{unit}“ von „{name}“ gibt es in der europäischen Norm für E-Rechnungen nicht. Das ist ein Fehler von Docket, nicht von Ihnen. Melden Sie ihn uns mit der Bestellnummer.",
      en: "The unit “{unit}” of “{name}” does not exist in the European standard for e-invoices. That is a mistake of Docket's, not yours. Report it to us with the order number.",
    },
  },
  {
    ruleId: "PEPPOL-EN16931-R120",
    severity: "error",
    mendAt: null,
    check: onLines("lineNetAmount", isOffItsPrice, (line, currency) => ({
      name: line.itemName,
      computed: amountIn(beforeRounding(line).toFixed(), currency),
      amount: amountIn(line.lineNetAmount, currency),
    })),
    words: {
      nl: "Voor “{name}” geeft aantal maal prijs {computed}, maar op de regel staat {amount}. Dat is een fout van Docket, niet van u. Meld het ons met het nummer van de bestelling.",
      fr: "Pour « {name} », quantité fois prix donne {computed}, mais la ligne porte {amount}. C’est une erreur de Docket, pas la vôtre. Signalez-la-nous avec le numéro de la commande.",
      de: "Für „{name}“ ergibt Menge mal Preis {computed}, aber in der Position steht {amount}. Das ist ein Fehler von Docket, nicht von Ihnen. Melden Sie ihn uns mit der Bestellnummer.",
      en: "For “{name}” quantity times price gives {computed}, but the line says {amount}. That is a mistake of Docket's, not yours. Report it to us with the order number.",
    },
  },
];

const beforeRounding = ({ quantity, unitPriceNet, allowances }: DocumentLine): Decimal =>
  decimal(quantity)
    .times(unitPriceNet)
    .minus(sumOf(allowances.map(({ amount }) => decimal(amount))));

/** Two hundredths (Peppol R120), or two of the smallest unit where that is more: yen are whole. */
function isOffItsPrice(line: DocumentLine, currency: string): boolean {
  const slack = decimal("2").times(`1e-${Math.min(2, minorDigits(currency))}`);
  return beforeRounding(line).minus(line.lineNetAmount).abs().gt(slack);
}
