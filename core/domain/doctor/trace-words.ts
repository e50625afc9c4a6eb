import type { VatTrace } from "#domain/document";
import type { VatCheck } from "#domain/party";
import type { Words } from "./fill-words.ts";

/** `{rate}` is the rate; `[detail]` the facts in brackets: countries, VAT number, rule, the tax's name. */
export const TRACE_WORDS: Readonly<Record<VatTrace["because"], Words>> = {
  chargedByShop: {
    nl: "De winkel rekende {rate} % btw aan[detail].",
    fr: "La boutique a compté {rate} % de TVA[detail].",
    de: "Der Shop hat {rate} % Umsatzsteuer berechnet[detail].",
    en: "The shop charged {rate} % VAT[detail].",
  },
  zeroRateCharged: {
    nl: "De winkel rekende btw tegen 0 % aan[detail].",
    fr: "La boutique a compté la TVA à 0 %[detail].",
    de: "Der Shop hat Umsatzsteuer zu 0 % berechnet[detail].",
    en: "The shop charged VAT at 0 %[detail].",
  },
  nothingCharged: {
    nl: "Hiervoor werd niets aangerekend, dus ook geen btw.",
    fr: "Rien n’a été compté pour ceci, donc pas de TVA non plus.",
    de: "Hierfür wurde nichts berechnet, also auch keine Umsatzsteuer.",
    en: "Nothing was charged for this, so no VAT either.",
  },
  smallBusiness: {
    nl: "U bent een kleine onderneming, vrijgesteld van btw: geen btw.",
    fr: "Vous êtes une petite entreprise, exonérée de TVA : pas de TVA.",
    de: "Sie sind Kleinunternehmer, von der Umsatzsteuer befreit: keine Umsatzsteuer.",
    en: "You are a small business, exempt from VAT: no VAT.",
  },
  goodsToBusinessInOtherMemberState: {
    nl: "Goederen naar een onderneming in een andere lidstaat[detail]: intracommunautaire levering, geen btw.",
    fr: "Biens envoyés à une entreprise d’un autre État membre[detail] : livraison intracommunautaire, pas de TVA.",
    de: "Ware an ein Unternehmen in einem anderen Mitgliedstaat[detail]: innergemeinschaftliche Lieferung, keine Umsatzsteuer.",
    en: "Goods sent to a business in another member state[detail]: intra-Community supply, no VAT.",
  },
  goodsLeavingTheUnion: {
    nl: "Uitvoer van goederen[detail]: geen btw.",
    fr: "Exportation de biens[detail] : pas de TVA.",
    de: "Ausfuhr von Ware[detail]: keine Umsatzsteuer.",
    en: "Export of goods[detail]: no VAT.",
  },
  serviceToBusinessInOtherMemberState: {
    nl: "Dienst aan een onderneming in een andere lidstaat[detail]: de klant betaalt de btw zelf (verlegd).",
    fr: "Service à une entreprise d’un autre État membre[detail] : le client paie lui-même la TVA (autoliquidation).",
    de: "Leistung an ein Unternehmen in einem anderen Mitgliedstaat[detail]: Der Kunde zahlt die Steuer selbst (Reverse-Charge).",
    en: "Service to a business in another member state[detail]: the customer pays the VAT itself (reverse charge).",
  },
  serviceOutsideTheUnion: {
    nl: "Dienst aan een klant buiten de Europese Unie[detail]: daar belast, hier geen btw.",
    fr: "Service à un client hors de l’Union européenne[detail] : imposé là-bas, pas de TVA ici.",
    de: "Leistung an einen Kunden außerhalb der Europäischen Union[detail]: dort steuerbar, hier keine Umsatzsteuer.",
    en: "Service to a customer outside the European Union[detail]: taxed there, no VAT here.",
  },
  voucher: {
    nl: "Cadeaubon: btw is pas verschuldigd als hij gebruikt wordt.",
    fr: "Bon cadeau : la TVA n’est due que lors de son utilisation.",
    de: "Gutschein: Umsatzsteuer fällt erst bei der Einlösung an.",
    en: "Gift card: VAT is due only when it is used.",
  },
  tip: {
    nl: "Fooi: een gift naast de prijs, buiten de btw.",
    fr: "Pourboire : un don en plus du prix, hors TVA.",
    de: "Trinkgeld: eine Gabe neben dem Preis, ohne Umsatzsteuer.",
    en: "Tip: a gift beside the price, outside VAT.",
  },
  duty: {
    nl: "Invoerrechten, voor de klant betaald: buiten de btw.",
    fr: "Droits d’importation, payés pour le client : hors TVA.",
    de: "Einfuhrabgaben, für den Kunden bezahlt: ohne Umsatzsteuer.",
    en: "Import duties, paid for the customer: outside VAT.",
  },
  followsGoods: {
    nl: "Volgt de btw van de goederen waar het bij hoort[detail].",
    fr: "Suit la TVA des biens qu’il accompagne[detail].",
    de: "Folgt der Umsatzsteuer der Ware, zu der es gehört[detail].",
    en: "Follows the VAT of the goods it comes with[detail].",
  },
  merchantsRule: {
    nl: "Zonder btw volgens uw btw-instellingen[detail].",
    fr: "Sans TVA selon vos réglages de TVA[detail].",
    de: "Ohne Umsatzsteuer nach Ihren Steuereinstellungen[detail].",
    en: "Without VAT by your VAT settings[detail].",
  },
  undecided: {
    nl: "De winkel rekende geen btw aan, en Docket weet niet waarom.",
    fr: "La boutique n’a pas compté de TVA, et Docket ne sait pas pourquoi.",
    de: "Der Shop hat keine Umsatzsteuer berechnet, und Docket weiß nicht, warum.",
    en: "The shop charged no VAT, and Docket does not know why.",
  },
  asInvoiced: {
    nl: "Zoals op de factuur die gecrediteerd wordt.",
    fr: "Comme sur la facture qui est créditée.",
    de: "Wie auf der Rechnung, die korrigiert wird.",
    en: "As on the invoice that is credited.",
  },
};

/** Of VAT of another member state that goes through the One-Stop Shop. */
export const OSS_WORDS: Words = {
  nl: "Ze wordt aangegeven via het éénloketsysteem (OSS).",
  fr: "Elle est déclarée par le guichet unique (OSS).",
  de: "Sie wird über die einzige Anlaufstelle (OSS) gemeldet.",
  en: "It is declared through the One-Stop Shop (OSS).",
};

/** What VIES, the register of the member states, says of the buyer's number. */
export const CHECK_WORDS: Readonly<Record<VatCheck["state"], Words>> = {
  valid: {
    nl: "VIES, het Europese register, bevestigt het btw-nummer.",
    fr: "VIES, le registre européen, confirme le numéro de TVA.",
    de: "VIES, das europäische Register, bestätigt die USt-IdNr.",
    en: "VIES, the European register, confirms the VAT number.",
  },
  invalid: {
    nl: "Maar het btw-nummer staat niet in VIES, het Europese register.",
    fr: "Mais le numéro de TVA n’est pas dans VIES, le registre européen.",
    de: "Aber die USt-IdNr. steht nicht in VIES, dem europäischen Register.",
    en: "But the VAT number is not in VIES, the European register.",
  },
  unverified: {
    nl: "Het btw-nummer is nog niet bevestigd door VIES, het Europese register.",
    fr: "Le numéro de TVA n’est pas encore confirmé par VIES, le registre européen.",
    de: "Die USt-IdNr. ist noch nicht von VIES, dem europäischen Register, bestätigt.",
    en: "The VAT number is not yet confirmed by VIES, the European register.",
  },
};
