import type { Examined, Part } from "../examined.ts";
import { hitIf, type Hit, type Rule } from "../rule.ts";

const hitOnFirst = (parts: readonly Part[]): readonly Hit[] => {
  const [first] = parts;
  return first === undefined ? [] : hitIf(true, `${first.field}.vat`, { name: first.name });
};

const withReason = ({ parts }: Examined, reason: string): readonly Part[] =>
  parts.filter(({ vat }) => "exemptionReason" in vat && vat.exemptionReason === reason);

/** Why something is not taxed must be known, and must not contradict what stands beside it. */
export const TREATMENT_RULES: readonly Rule[] = [
  {
    ruleId: "ART-226-11",
    severity: "error",
    mendAt: "vat",
    check: (examined) => hitOnFirst(withReason(examined, "undecided")),
    words: {
      nl: "Voor “{name}” rekende de winkel geen btw, en waarom niet is onbekend. Een factuur zonder btw moet de reden noemen. Kies in de btw-instellingen wat verkopen zonder btw bij u zijn, of reken in de winkel btw aan.",
      fr: "Pour « {name} », la boutique n’a pas compté de TVA, et la raison est inconnue. Une facture sans TVA doit la donner. Choisissez dans les réglages de TVA ce que sont vos ventes sans TVA, ou comptez la TVA dans la boutique.",
      de: "Für „{name}“ hat der Shop keine Umsatzsteuer berechnet, und warum, ist nicht bekannt. Eine Rechnung ohne Steuer muss den Grund nennen. Wählen Sie in den Steuereinstellungen, was Ihre Verkäufe ohne Steuer sind, oder berechnen Sie im Shop Steuer.",
      en: "The shop charged no VAT for “{name}”, and why is not known. An invoice without VAT must give the reason. Choose in the VAT settings what your sales without VAT are, or charge VAT in the shop.",
    },
  },
  {
    ruleId: "DOCKET-AE-AND-K",
    severity: "error",
    mendAt: "order",
    check: ({ categories }) => hitIf(categories.has("AE") && categories.has("K"), "vatBreakdown"),
    words: {
      nl: "Deze factuur zou twee redenen geven om geen btw te rekenen: een intracommunautaire levering van goederen en verlegde btw op diensten. De klant kan ze zo niet juist aangeven. Maak er in de winkel twee bestellingen van.",
      fr: "Cette facture donnerait deux raisons de ne pas compter de TVA : une livraison intracommunautaire de biens et l’autoliquidation de services. Le client ne pourrait pas la déclarer correctement. Faites-en deux commandes dans la boutique.",
      de: "Diese Rechnung gäbe zwei Gründe, keine Steuer zu berechnen: eine innergemeinschaftliche Lieferung von Waren und Reverse-Charge für Leistungen. So kann der Kunde sie nicht richtig anmelden. Machen Sie im Shop zwei Bestellungen daraus.",
      en: "This invoice would give two reasons for charging no VAT: an intra-Community supply of goods and reverse charge on services. The customer could not declare it correctly. Make two orders of it in the shop.",
    },
  },
  {
    ruleId: "BR-O-11",
    severity: "error",
    mendAt: "order",
    check: ({ parts, categories }) =>
      categories.size === 1 ? [] : hitOnFirst(parts.filter(({ vat }) => vat.category === "O")),
    words: {
      nl: "“{name}” valt buiten de btw en mag niet samen met andere verkopen op één factuur staan. De e-factuur zou geweigerd worden. Maak er in de winkel een aparte bestelling van.",
      fr: "« {name} » est hors TVA et ne peut pas figurer avec d’autres ventes sur une même facture. La facture électronique serait refusée. Faites-en une commande séparée dans la boutique.",
      de: "„{name}“ unterliegt nicht der Umsatzsteuer und darf nicht mit anderen Verkäufen auf einer Rechnung stehen. Die E-Rechnung würde abgelehnt. Machen Sie im Shop eine eigene Bestellung daraus.",
      en: "“{name}” is outside the scope of VAT and must not stand on one invoice with other sales. The e-invoice would be refused. Make a separate order of it in the shop.",
    },
  },
  {
    ruleId: "ART-289",
    severity: "error",
    mendAt: "vat",
    check: ({ parts, reasons }) =>
      reasons.has("smallBusiness")
        ? hitOnFirst(parts.filter(({ vat }) => vat.category === "S"))
        : [],
    words: {
      nl: "U bent ingesteld als kleine onderneming zonder btw, maar voor “{name}” rekende de winkel wel btw. Wie btw op een factuur zet, moet ze betalen. Zet de btw af in de winkel, of pas de btw-instellingen aan.",
      fr: "Vous êtes réglé comme petite entreprise sans TVA, mais la boutique a compté de la TVA pour « {name} ». Qui porte de la TVA sur une facture doit la payer. Désactivez la TVA dans la boutique, ou changez les réglages de TVA.",
      de: "Sie sind als Kleinunternehmer ohne Umsatzsteuer eingestellt, aber für „{name}“ hat der Shop Steuer berechnet. Wer Steuer auf einer Rechnung ausweist, schuldet sie. Schalten Sie die Steuer im Shop aus, oder ändern Sie die Steuereinstellungen.",
      en: "You are set up as a small business without VAT, but the shop charged VAT for “{name}”. Whoever puts VAT on an invoice has to pay it. Turn VAT off in the shop, or change the VAT settings.",
    },
  },
  {
    ruleId: "ART-289",
    severity: "warning",
    mendAt: "vat",
    check: ({ document: { vatTrace }, reasons }) =>
      hitIf(
        !reasons.has("smallBusiness") &&
          vatTrace.some(({ facts }) => facts["scheme"] === "smallBusiness"),
        "vatTrace",
      ),
    words: {
      nl: "Volgens uw btw-instellingen rekent u geen btw, maar de winkel rekende wel btw. Ze staat dus op de factuur, en wie btw op een factuur zet, moet ze betalen. Zet de btw af in de winkel, of pas de btw-instellingen aan.",
      fr: "Selon vos réglages de TVA, vous ne comptez pas de TVA, mais la boutique en a compté. Elle figure donc sur la facture, et qui porte de la TVA sur une facture doit la payer. Désactivez la TVA dans la boutique, ou changez les réglages de TVA.",
      de: "Nach Ihren Steuereinstellungen berechnen Sie keine Umsatzsteuer, der Shop hat sie aber berechnet. Sie steht also auf der Rechnung, und wer Steuer auf einer Rechnung ausweist, schuldet sie. Schalten Sie die Steuer im Shop aus, oder ändern Sie die Steuereinstellungen.",
      en: "Your VAT settings say that you charge no VAT, but the shop did. So it stands on the invoice, and whoever puts VAT on an invoice has to pay it. Turn VAT off in the shop, or change the VAT settings.",
    },
  },
];
