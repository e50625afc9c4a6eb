import { hitIf, hitOnFirstBlank, type Rule } from "../rule.ts";

const isNameless = (name: string): boolean => !/[\p{L}\p{N}]/u.test(name);

/**
 * Whom the invoice is for (Art. 226(5)). A business cannot deduct without; a consumer has nothing to deduct.
 */
export const BUYER_RULES: readonly Rule[] = [
  {
    ruleId: "BR-07",
    severity: "error",
    mendAt: "order",
    check: ({ document: { buyer }, isBusiness }) =>
      hitIf(isBusiness && isNameless(buyer.name), "buyer.name"),
    words: {
      nl: "De naam van de klant ontbreekt. Zonder naam is de factuur voor een onderneming niet geldig. Vul de naam aan in de bestelling.",
      fr: "Le nom du client manque. Sans nom, la facture n’est pas valable pour une entreprise. Ajoutez-le à la commande.",
      de: "Der Name des Kunden fehlt. Ohne Namen ist die Rechnung für ein Unternehmen nicht gültig. Ergänzen Sie ihn in der Bestellung.",
      en: "The customer's name is missing. Without it the invoice is not valid for a business. Add it to the order.",
    },
  },
  {
    ruleId: "BR-07",
    severity: "warning",
    mendAt: "order",
    isForDrafts: true,
    check: ({ document: { buyer }, isBusiness }) =>
      hitIf(!isBusiness && isNameless(buyer.name), "buyer.name"),
    words: {
      nl: "De naam van de klant ontbreekt, dus zegt de factuur niet voor wie ze is. Voor een particulier kan dat. Vul de naam zo mogelijk aan in de bestelling.",
      fr: "Le nom du client manque : la facture ne dit donc pas pour qui elle est. Pour un particulier, c’est possible. Ajoutez-le si possible à la commande.",
      de: "Der Name des Kunden fehlt, daher sagt die Rechnung nicht, für wen sie ist. Bei einer Privatperson geht das. Ergänzen Sie ihn möglichst in der Bestellung.",
      en: "The customer's name is missing, so the invoice does not say whom it is for. For a private person that will do. Add it to the order if you can.",
    },
  },
  {
    ruleId: "BR-11",
    severity: "error",
    mendAt: "order",
    check: ({ buyerCountry, isBusiness }) =>
      hitIf(isBusiness && buyerCountry === "", "buyer.address.countryCode"),
    words: {
      nl: "Het adres van de klant heeft geen land. Zonder adres is de factuur voor een onderneming niet geldig. Vul het factuuradres aan in de bestelling.",
      fr: "L’adresse du client n’a pas de pays. Sans adresse, la facture n’est pas valable pour une entreprise. Complétez l’adresse de facturation de la commande.",
      de: "Die Anschrift des Kunden hat kein Land. Ohne Anschrift ist die Rechnung für ein Unternehmen nicht gültig. Ergänzen Sie die Rechnungsadresse der Bestellung.",
      en: "The customer's address has no country. Without an address the invoice is not valid for a business. Complete the order's billing address.",
    },
  },
  {
    ruleId: "BR-11",
    severity: "warning",
    mendAt: "order",
    isForDrafts: true,
    check: ({ buyerCountry, isBusiness }) =>
      hitIf(!isBusiness && buyerCountry === "", "buyer.address.countryCode"),
    words: {
      nl: "Het adres van de klant heeft geen land, dus neemt de e-factuur dat van de levering of het uwe. Voor een particulier kan dat. Vul het factuuradres zo mogelijk aan in de bestelling.",
      fr: "L’adresse du client n’a pas de pays : la facture électronique prend donc celui de la livraison ou le vôtre. Pour un particulier, c’est possible. Complétez si possible l’adresse de facturation de la commande.",
      de: "Die Anschrift des Kunden hat kein Land, daher nimmt die E-Rechnung das der Lieferung oder Ihres. Bei einer Privatperson geht das. Ergänzen Sie möglichst die Rechnungsadresse der Bestellung.",
      en: "The customer's address has no country, so the e-invoice takes that of the delivery or yours. For a private person that will do. Complete the order's billing address if you can.",
    },
  },
  {
    ruleId: "ART-226-5",
    severity: "warning",
    mendAt: "order",
    isForDrafts: true,
    // Between Dutch parties it is NL-R-004.
    check: ({ document: { buyer }, buyerCountry, sellerCountry, isBusiness }) =>
      isBusiness && buyerCountry !== "" && !(buyerCountry === "NL" && sellerCountry === "NL")
        ? hitOnFirstBlank("buyer", buyer.address, ["line1", "city"])
        : [],
    words: {
      nl: "Het adres van de klant is niet volledig. De klant kan daardoor de aftrek van de btw verliezen. Vul straat en gemeente aan in de bestelling.",
      fr: "L’adresse du client est incomplète. Le client pourrait perdre la déduction de la TVA. Ajoutez la rue et la commune à la commande.",
      de: "Die Anschrift des Kunden ist unvollständig. Der Kunde könnte den Vorsteuerabzug verlieren. Ergänzen Sie Straße und Ort in der Bestellung.",
      en: "The customer's address is not complete. The customer may lose the right to deduct the VAT. Add the street and the city to the order.",
    },
  },
];
