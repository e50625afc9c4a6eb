import { isLeitwegId } from "#domain/party";
import type { Examined } from "../examined.ts";
import type { Words } from "../fill-words.ts";
import { errorOrWarning, hitIf, hitOnFirstBlank, type Hit, type Rule } from "../rule.ts";

/** A public buyer gives its Leitweg-ID, and with it asks for XRechnung. */
const isAskedByBuyer = ({ document: { buyerReference, eInvoicing } }: Examined): boolean =>
  isLeitwegId(buyerReference) && ["auto", "xrechnung"].includes(eInvoicing.profile);

/** The merchant's own choice; between German parties Peppol BIS asks the same (DE-R-002 to DE-R-015). */
const isChosenByMerchant = (examined: Examined): boolean => {
  const { document, sellerCountry, buyerCountry, isBusiness } = examined;
  const { profile } = document.eInvoicing;
  const isGerman = sellerCountry === "DE" && buyerCountry === "DE";
  return isBusiness && (profile === "xrechnung" || (profile === "peppol" && isGerman));
};

interface Demand {
  readonly ruleId: string;
  readonly what: Words;
  readonly check: (examined: Examined) => readonly Hit[];
}

const SELLER_DEMANDS: readonly Demand[] = [
  {
    ruleId: "BR-DE-3",
    check: ({ document: { seller } }) => hitOnFirstBlank("seller", seller.address, ["city"]),
    what: { nl: "uw gemeente", fr: "votre commune", de: "Ihren Ort", en: "your city" },
  },
  {
    ruleId: "BR-DE-4",
    check: ({ document: { seller } }) => hitOnFirstBlank("seller", seller.address, ["postalCode"]),
    what: {
      nl: "uw postcode",
      fr: "votre code postal",
      de: "Ihre Postleitzahl",
      en: "your postcode",
    },
  },
  {
    ruleId: "BR-DE-6",
    check: ({ document: { seller } }) => hitIf(seller.phone.trim() === "", "seller.phone"),
    what: {
      nl: "uw telefoonnummer",
      fr: "votre numéro de téléphone",
      de: "Ihre Telefonnummer",
      en: "your telephone number",
    },
  },
  {
    ruleId: "BR-DE-7",
    check: ({ document: { seller } }) => hitIf(seller.email.trim() === "", "seller.email"),
    what: {
      nl: "uw e-mailadres",
      fr: "votre adresse e-mail",
      de: "Ihre E-Mail-Adresse",
      en: "your e-mail address",
    },
  },
];

const ORDER_DEMANDS: readonly Demand[] = [
  {
    ruleId: "BR-DE-8",
    check: ({ document: { buyer } }) => hitOnFirstBlank("buyer", buyer.address, ["city"]),
    what: {
      nl: "de gemeente van de klant",
      fr: "la commune du client",
      de: "den Ort des Kunden",
      en: "the customer's city",
    },
  },
  {
    ruleId: "BR-DE-9",
    check: ({ document: { buyer } }) => hitOnFirstBlank("buyer", buyer.address, ["postalCode"]),
    what: {
      nl: "de postcode van de klant",
      fr: "le code postal du client",
      de: "die Postleitzahl des Kunden",
      en: "the customer's postcode",
    },
  },
  {
    ruleId: "BR-DE-10",
    check: ({ document: { deliverTo } }) =>
      hitOnFirstBlank("deliverTo", deliverTo?.address ?? null, ["city"]),
    what: {
      nl: "de gemeente van het leveringsadres",
      fr: "la commune de l’adresse de livraison",
      de: "den Ort der Lieferadresse",
      en: "the city of the delivery address",
    },
  },
  {
    ruleId: "BR-DE-11",
    check: ({ document: { deliverTo } }) =>
      hitOnFirstBlank("deliverTo", deliverTo?.address ?? null, ["postalCode"]),
    what: {
      nl: "de postcode van het leveringsadres",
      fr: "le code postal de l’adresse de livraison",
      de: "die Postleitzahl der Lieferadresse",
      en: "the postcode of the delivery address",
    },
  },
];

const SELLER_WORDS: Words = {
  nl: "XRechnung, de Duitse e-factuur, vraagt om {what}. Zonder dat weigert de klant de e-factuur. Vul het aan bij uw gegevens.",
  fr: "XRechnung, la facture électronique allemande, demande {what}. Sans cela, le client refuse la facture électronique. Complétez vos coordonnées.",
  de: "XRechnung, die deutsche E-Rechnung, verlangt {what}. Ohne diese Angabe lehnt der Kunde die E-Rechnung ab. Ergänzen Sie Ihre Angaben.",
  en: "XRechnung, the German e-invoice, asks for {what}. Without it the customer refuses the e-invoice. Complete your details.",
};

const ORDER_WORDS: Words = {
  nl: "XRechnung, de Duitse e-factuur, vraagt om {what}. Zonder dat weigert de klant de e-factuur. Vul het aan in de bestelling.",
  fr: "XRechnung, la facture électronique allemande, demande {what}. Sans cela, le client refuse la facture électronique. Complétez la commande.",
  de: "XRechnung, die deutsche E-Rechnung, verlangt {what}. Ohne diese Angabe lehnt der Kunde die E-Rechnung ab. Ergänzen Sie die Bestellung.",
  en: "XRechnung, the German e-invoice, asks for {what}. Without it the customer refuses the e-invoice. Complete the order.",
};

const rulesOf = ({ ruleId, what, check }: Demand, rule: Pick<Rule, "mendAt" | "words">) =>
  errorOrWarning({
    ...rule,
    ruleId,
    isError: isAskedByBuyer,
    check: (examined) =>
      isAskedByBuyer(examined) || isChosenByMerchant(examined)
        ? check(examined).map(({ field }) => ({
            field,
            values: { what: (language) => what[language] },
          }))
        : [],
  });

/** Who asks for XRechnung by a Leitweg-ID has given it, so only the merchant's choice can miss it. */
const REFERENCE_RULE: Rule = {
  ruleId: "BR-DE-15",
  severity: "warning",
  mendAt: "order",
  check: (examined) =>
    hitIf(
      isChosenByMerchant(examined) && examined.document.buyerReference.trim() === "",
      "buyerReference",
    ),
  words: {
    nl: "XRechnung, de Duitse e-factuur, vraagt om een referentie van de klant, van overheden de Leitweg-ID. Zonder dat weigert de klant de e-factuur. Vul ze aan in de bestelling.",
    fr: "XRechnung, la facture électronique allemande, demande une référence du client, la Leitweg-ID d’une administration. Sans cela, le client refuse la facture électronique. Ajoutez-la à la commande.",
    de: "XRechnung, die deutsche E-Rechnung, verlangt eine Referenz des Kunden, von Behörden die Leitweg-ID. Ohne sie lehnt der Kunde die E-Rechnung ab. Ergänzen Sie sie in der Bestellung.",
    en: "XRechnung, the German e-invoice, asks for a reference of the customer, of authorities the Leitweg-ID. Without it the customer refuses the e-invoice. Add it to the order.",
  },
};

/** XRechnung 3.0, where the buyer asks for it (error) or the merchant chose it (warning: the file keeps to EN 16931). */
export const GERMAN_RULES: readonly Rule[] = [
  ...SELLER_DEMANDS.flatMap((demand) => rulesOf(demand, { mendAt: "seller", words: SELLER_WORDS })),
  ...ORDER_DEMANDS.flatMap((demand) => rulesOf(demand, { mendAt: "order", words: ORDER_WORDS })),
  REFERENCE_RULE,
];
