import { isBelgianEnterpriseNumber, vatCountryOf } from "#domain/party";
import type { Examined } from "../examined.ts";
import { countryName } from "../localised-values.ts";
import { findNumberFault, looksBelgian, type NumberFault } from "../number-fault.ts";
import { errorOrWarning, hitIf, type Hit, type Rule } from "../rule.ts";

const VAT_NUMBER = "buyer.vatIdentifier";

/** What a consumer wrote instead of a number, such as "none", matters only where the buyer is liable. */
function hitOn(fault: NumberFault, examined: Examined): readonly Hit[] {
  const { buyerVatIdentifier: number, buyerCountry, isBusiness } = examined;
  const isMeant = isBusiness || examined.isBuyerLiable;
  return hitIf(isMeant && findNumberFault(number, buyerCountry) === fault, VAT_NUMBER, { number });
}

const isBuyerLiable = (examined: Examined): boolean => examined.isBuyerLiable;

/** The buyer's numbers: right by their own digits, there where the buyer is liable (Art. 226(4)), and known to the authority. */
export const VAT_NUMBER_RULES: readonly Rule[] = [
  {
    ruleId: "PEPPOL-COMMON-R043",
    severity: "error",
    mendAt: "order",
    check: wrongBelgianNumbers,
    words: {
      nl: "Het Belgische nummer {number} van de klant klopt niet: de controlecijfers passen niet bij de rest. De e-factuur zou geweigerd worden. Verbeter het nummer in de bestelling of bij de klant, of haal het weg als de klant een particulier is: zijn factuur heeft er geen nodig. Controleer daarna opnieuw.",
      fr: "Le numéro belge {number} du client est faux : ses chiffres de contrôle ne correspondent pas. La facture électronique serait refusée. Corrigez le numéro dans la commande ou chez le client, ou retirez-le si le client est un particulier : sa facture n’en a pas besoin. Vérifiez ensuite à nouveau.",
      de: "Die belgische Nummer {number} des Kunden stimmt nicht: Die Prüfziffern passen nicht zum Rest. Die E-Rechnung würde abgelehnt. Berichtigen Sie die Nummer in der Bestellung oder beim Kunden, oder entfernen Sie sie, wenn der Kunde eine Privatperson ist; deren Rechnung braucht keine. Prüfen Sie danach erneut.",
      en: "The customer's Belgian number {number} is wrong: its check digits do not fit the rest. The e-invoice would be refused. Correct the number in the order or at the customer, or remove it if the customer is a private person: their invoice needs none. Then check again.",
    },
  },
  ...errorOrWarning({
    ruleId: "BR-CO-09",
    mendAt: "order",
    isError: isBuyerLiable,
    check: (examined) => hitOn("countryless", examined),
    words: {
      nl: "Het btw-nummer {number} van de klant begint niet met een landcode, zoals BE. Zo is niet te zien welk land het gaf. Zet de landcode ervoor in de bestelling.",
      fr: "Le numéro de TVA {number} du client ne commence pas par un code de pays, comme BE. On ne voit donc pas quel pays l’a donné. Ajoutez ce code dans la commande.",
      de: "Die USt-IdNr. {number} des Kunden beginnt nicht mit einem Länderkürzel wie BE. So ist nicht zu sehen, welches Land sie vergab. Setzen Sie es in der Bestellung davor.",
      en: "The customer's VAT number {number} does not begin with a country code, such as BE. So nobody can see which country gave it. Put the code before it in the order.",
    },
  }),
  ...errorOrWarning({
    ruleId: "ART-226-4",
    mendAt: "order",
    isError: isBuyerLiable,
    check: (examined) => hitOn("wrong", examined),
    words: {
      nl: "Het btw-nummer {number} van de klant klopt niet: lengte of cijfers passen niet bij dat land. De klant kan er geen btw mee aftrekken of aangeven. Vraag het juiste nummer en verbeter het in de bestelling.",
      fr: "Le numéro de TVA {number} du client est faux : sa longueur ou ses chiffres ne conviennent pas à ce pays. Le client ne peut ni déduire ni déclarer la TVA avec lui. Demandez le bon numéro et corrigez-le dans la commande.",
      de: "Die USt-IdNr. {number} des Kunden stimmt nicht: Länge oder Ziffern passen nicht zu diesem Land. Der Kunde kann damit keine Steuer abziehen oder anmelden. Fragen Sie nach der richtigen und berichtigen Sie sie in der Bestellung.",
      en: "The customer's VAT number {number} is wrong: its length or digits do not fit that country. The customer cannot deduct or declare VAT with it. Ask for the right number and correct it in the order.",
    },
  }),
  {
    ruleId: "BR-AE-02",
    severity: "error",
    mendAt: "order",
    check: ({ categories, reasons, buyerVatIdentifier, buyerEnterpriseNumber }) =>
      hitIf(
        categories.has("AE") &&
          buyerVatIdentifier === "" &&
          (buyerEnterpriseNumber === "" || reasons.has("reverseCharge")),
        VAT_NUMBER,
      ),
    words: {
      nl: "De btw is verlegd: de klant moet ze zelf betalen. Daarvoor moet het btw-nummer van de klant op de factuur staan, en het ontbreekt. Vul het aan in de bestelling.",
      fr: "La TVA est autoliquidée : le client doit la payer lui-même. Son numéro de TVA doit donc figurer sur la facture, et il manque. Ajoutez-le à la commande.",
      de: "Die Steuerschuld liegt beim Kunden (Reverse-Charge). Dafür muss seine USt-IdNr. auf der Rechnung stehen, und sie fehlt. Ergänzen Sie sie in der Bestellung.",
      en: "The customer has to pay the VAT (reverse charge). For that the customer's VAT number must stand on the invoice, and it is missing. Add it to the order.",
    },
  },
  {
    ruleId: "BR-IC-02",
    severity: "error",
    mendAt: "order",
    check: ({ categories, buyerVatIdentifier }) =>
      hitIf(categories.has("K") && buyerVatIdentifier === "", VAT_NUMBER),
    words: {
      nl: "Deze goederen gaan zonder btw naar een onderneming in een andere lidstaat. Dat mag alleen met het btw-nummer van de klant, en het ontbreekt. Vul het aan in de bestelling.",
      fr: "Ces biens partent sans TVA vers une entreprise d’un autre État membre. Ce n’est permis qu’avec le numéro de TVA du client, et il manque. Ajoutez-le à la commande.",
      de: "Diese Ware geht ohne Umsatzsteuer an ein Unternehmen in einem anderen Mitgliedstaat. Das ist nur mit der USt-IdNr. des Kunden erlaubt, und sie fehlt. Ergänzen Sie sie in der Bestellung.",
      en: "These goods go without VAT to a business in another member state. That is allowed only with the customer's VAT number, and it is missing. Add it to the order.",
    },
  },
  {
    ruleId: "ART-138-1-B",
    severity: "error",
    mendAt: "order",
    check: numberOfNoOtherState,
    words: {
      nl: "Het btw-nummer {number} van de klant is niet van een andere lidstaat ({country}). Dan mogen goederen niet zonder btw geleverd worden. Verbeter het nummer in de bestelling, of reken btw aan.",
      fr: "Le numéro de TVA {number} du client n’est pas d’un autre État membre ({country}). Les biens ne peuvent alors pas être livrés sans TVA. Corrigez le numéro dans la commande, ou facturez la TVA.",
      de: "Die USt-IdNr. {number} des Kunden stammt nicht aus einem anderen Mitgliedstaat ({country}). Dann darf Ware nicht ohne Umsatzsteuer geliefert werden. Berichtigen Sie die Nummer in der Bestellung, oder berechnen Sie Steuer.",
      en: "The customer's VAT number {number} is not from another member state ({country}). Then goods must not go without VAT. Correct the number in the order, or charge VAT.",
    },
  },
];

function wrongBelgianNumbers(examined: Examined): readonly Hit[] {
  const { buyerEnterpriseNumber: number, buyerCountry, buyerVatIdentifier } = examined;
  const hits = hitOn("belgian", examined);
  const isToldAlready = hits.length > 0 && buyerVatIdentifier.endsWith(number);
  const isWrong = looksBelgian(number, buyerCountry) && !isBelgianEnterpriseNumber(number);
  return [...hits, ...hitIf(isWrong && !isToldAlready, "buyer.enterpriseNumber", { number })];
}

/** Of a number that is right; a wrong one is told above. */
function numberOfNoOtherState(examined: Examined): readonly Hit[] {
  const { categories, buyerVatIdentifier: number, buyerCountry, sellerState } = examined;
  if (!categories.has("K") || number === "") return [];
  if (findNumberFault(number, buyerCountry) !== undefined) return [];
  const state = vatCountryOf(number);
  return hitIf(state === "" || state === sellerState, VAT_NUMBER, {
    number,
    country: countryName(number.slice(0, 2)),
  });
}
