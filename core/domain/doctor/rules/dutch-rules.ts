import { isKvkNumber, isOin } from "#domain/party";
import type { Examined } from "../examined.ts";
import { hitIf, hitOnFirstBlank, type Rule } from "../rule.ts";

const WHOLE_ADDRESS = ["line1", "postalCode", "city"] as const;

const isDutch = ({ sellerCountry }: Examined): boolean => sellerCountry === "NL";
const areBothDutch = (examined: Examined): boolean =>
  isDutch(examined) && examined.buyerCountry === "NL";

const isNoDutchRegistration = (number: string): boolean =>
  number !== "" && !isKvkNumber(number) && !isOin(number);

/** NLCIUS, as Peppol BIS has it, for sellers in the Netherlands. NL-R-001 is with the credit notes. */
export const DUTCH_RULES: readonly Rule[] = [
  {
    ruleId: "NL-R-002",
    severity: "error",
    mendAt: "seller",
    check: (examined) =>
      isDutch(examined)
        ? hitOnFirstBlank("seller", examined.document.seller.address, WHOLE_ADDRESS)
        : [],
    words: {
      nl: "Uw adres is niet volledig. Op een Nederlandse factuur moeten uw straat, postcode en plaats staan. Vul ze aan bij uw gegevens.",
      fr: "Votre adresse est incomplète. Une facture néerlandaise doit mentionner votre rue, votre code postal et votre ville. Complétez-les dans vos coordonnées.",
      de: "Ihre Anschrift ist unvollständig. Eine niederländische Rechnung muss Ihre Straße, Postleitzahl und Ihren Ort nennen. Ergänzen Sie sie bei Ihren Angaben.",
      en: "Your address is not complete. A Dutch invoice must give your street, postcode and city. Add them to your details.",
    },
  },
  {
    ruleId: "NL-R-003",
    severity: "warning",
    mendAt: "seller",
    check: (examined) => {
      const { enterpriseNumber: number } = examined.document.seller;
      const isWrong = isDutch(examined) && isNoDutchRegistration(number);
      return hitIf(isWrong, "seller.enterpriseNumber", { number });
    },
    words: {
      nl: "Uw nummer {number} is geen KvK-nummer (acht cijfers) en geen OIN (twintig cijfers). De e-factuur laat het daarom weg. Verbeter het bij uw gegevens.",
      fr: "Votre numéro {number} n’est ni un numéro KvK (huit chiffres) ni un OIN (vingt chiffres). La facture électronique l’omet donc. Corrigez-le dans vos coordonnées.",
      de: "Ihre Nummer {number} ist weder eine KvK-Nummer (acht Ziffern) noch eine OIN (zwanzig Ziffern). Die E-Rechnung lässt sie daher weg. Berichtigen Sie sie bei Ihren Angaben.",
      en: "Your number {number} is neither a KvK number (eight digits) nor an OIN (twenty digits). So the e-invoice leaves it out. Correct it in your details.",
    },
  },
  {
    ruleId: "NL-R-004",
    severity: "error",
    mendAt: "order",
    // Peppol connects businesses; a consumer's invoice keeps to EN 16931, which does not ask for it.
    check: (examined) =>
      areBothDutch(examined) && examined.isBusiness
        ? hitOnFirstBlank("buyer", examined.document.buyer.address, WHOLE_ADDRESS)
        : [],
    words: {
      nl: "Het adres van de klant is niet volledig. Een Nederlandse onderneming moet straat, postcode en plaats op haar factuur hebben. Vul ze aan in de bestelling.",
      fr: "L’adresse du client est incomplète. La facture d’une entreprise néerlandaise doit mentionner sa rue, son code postal et sa ville. Ajoutez-les à la commande.",
      de: "Die Anschrift des Kunden ist unvollständig. Die Rechnung eines niederländischen Unternehmens muss Straße, Postleitzahl und Ort nennen. Ergänzen Sie sie in der Bestellung.",
      en: "The customer's address is not complete. The invoice of a Dutch business must give its street, postcode and city. Add them to the order.",
    },
  },
  {
    ruleId: "NL-R-005",
    severity: "warning",
    mendAt: "order",
    isForDrafts: true,
    check: (examined) => {
      const { buyerEnterpriseNumber: number } = examined;
      const isWrong = areBothDutch(examined) && isNoDutchRegistration(number);
      return hitIf(isWrong, "buyer.enterpriseNumber", { number });
    },
    words: {
      nl: "Het nummer {number} van de klant is geen KvK-nummer (acht cijfers) en geen OIN (twintig cijfers). De e-factuur laat het daarom weg. Verbeter het in de bestelling.",
      fr: "Le numéro {number} du client n’est ni un numéro KvK (huit chiffres) ni un OIN (vingt chiffres). La facture électronique l’omet donc. Corrigez-le dans la commande.",
      de: "Die Nummer {number} des Kunden ist weder eine KvK-Nummer (acht Ziffern) noch eine OIN (zwanzig Ziffern). Die E-Rechnung lässt sie daher weg. Berichtigen Sie sie in der Bestellung.",
      en: "The customer's number {number} is neither a KvK number (eight digits) nor an OIN (twenty digits). So the e-invoice leaves it out. Correct it in the order.",
    },
  },
];
