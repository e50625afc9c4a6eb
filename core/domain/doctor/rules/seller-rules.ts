import { isBelgianEnterpriseNumber, isVatIdentifier } from "#domain/party";
import type { VatCategory } from "#domain/tax";
import type { Examined } from "../examined.ts";
import { findNumberFault, looksBelgian } from "../number-fault.ts";
import { hitIf, hitOnFirstBlank, type Hit, type Rule } from "../rule.ts";

const VAT_NUMBER = "seller.vatIdentifier";

const hasNoNumber = ({ document: { seller } }: Examined): boolean =>
  seller.vatIdentifier === "" && seller.enterpriseNumber === "";

/** Which rule asks for a VAT number, by what is sold. The exempt may have none; then there is no e-invoice. */
const NUMBER_RULES: readonly (readonly [VatCategory, string, Rule["severity"]])[] = [
  ["S", "BR-S-02", "error"],
  ["Z", "BR-Z-02", "error"],
  ["AE", "BR-AE-02", "error"],
  ["K", "BR-IC-02", "error"],
  ["G", "BR-G-02", "error"],
  ["E", "BR-E-02", "warning"],
];

/** The first rule that asks for a VAT number in vain. But for K and G the tax number of one who has none will do (BT-32). */
function findNumberRule(examined: Examined): string | undefined {
  const { vatIdentifier, taxNumber } = examined.document.seller;
  if (vatIdentifier !== "" || (hasNoNumber(examined) && taxNumber === "")) return undefined; // BR-CO-26
  return NUMBER_RULES.find(
    ([category]) =>
      examined.categories.has(category) &&
      (taxNumber === "" || category === "K" || category === "G"),
  )?.[1];
}

const SELLER_VAT_RULES: readonly Rule[] = NUMBER_RULES.map(([, ruleId, severity]) => ({
  ruleId,
  severity,
  mendAt: "seller",
  check: (examined) => hitIf(findNumberRule(examined) === ruleId, VAT_NUMBER),
  words: {
    nl: "Uw btw-nummer ontbreekt. Wat u hier verkoopt, moet onder uw btw-nummer op de factuur staan. Vul het in bij uw gegevens.",
    fr: "Votre numéro de TVA manque. Ce que vous vendez ici doit être facturé sous ce numéro. Indiquez-le dans vos coordonnées.",
    de: "Ihre USt-IdNr. fehlt. Was Sie hier verkaufen, muss unter dieser Nummer auf der Rechnung stehen. Tragen Sie sie bei Ihren Angaben ein.",
    en: "Your VAT number is missing. What you sell here must be invoiced under that number. Add it to your details.",
  },
}));

/** The seller must say who he is (Art. 226(3) and (5)); where VAT is in play, by a number for VAT. */
export const SELLER_RULES: readonly Rule[] = [
  {
    ruleId: "BR-06",
    severity: "error",
    mendAt: "seller",
    holdsForReceipts: true,
    check: ({ document: { seller } }) => hitIf(seller.legalName.trim() === "", "seller.legalName"),
    words: {
      nl: "De naam van uw onderneming ontbreekt. Een document moet zeggen van wie het komt. Vul de naam in bij uw gegevens.",
      fr: "Le nom de votre entreprise manque. Un document doit dire de qui il vient. Indiquez-le dans vos coordonnées.",
      de: "Der Name Ihres Unternehmens fehlt. Ein Beleg muss sagen, von wem er kommt. Tragen Sie ihn bei Ihren Angaben ein.",
      en: "The name of your company is missing. A document must say whom it is from. Add it to your details.",
    },
  },
  {
    ruleId: "ART-226-5",
    severity: "error",
    mendAt: "seller",
    // Of a Dutch seller it is NL-R-002.
    check: ({ document: { seller }, sellerCountry }) =>
      sellerCountry === "NL" ? [] : hitOnFirstBlank("seller", seller.address, ["line1", "city"]),
    words: {
      nl: "Uw adres is niet volledig. Een factuur moet uw straat en gemeente vermelden. Vul ze aan bij uw gegevens.",
      fr: "Votre adresse est incomplète. Une facture doit mentionner votre rue et votre commune. Complétez-les dans vos coordonnées.",
      de: "Ihre Anschrift ist unvollständig. Eine Rechnung muss Ihre Straße und Ihren Ort nennen. Ergänzen Sie sie bei Ihren Angaben.",
      en: "Your address is not complete. An invoice must give your street and your city. Add them to your details.",
    },
  },
  {
    ruleId: "BR-09",
    severity: "error",
    mendAt: "seller",
    check: ({ sellerCountry }) => hitIf(sellerCountry === "", "seller.address.countryCode"),
    words: {
      nl: "Het land van uw adres ontbreekt. Zonder land is niet te bepalen welke btw-regels gelden. Kies het bij uw gegevens.",
      fr: "Le pays de votre adresse manque. Sans lui, impossible de savoir quelles règles de TVA s’appliquent. Choisissez-le dans vos coordonnées.",
      de: "Das Land Ihrer Anschrift fehlt. Ohne Land ist nicht zu bestimmen, welche Umsatzsteuerregeln gelten. Wählen Sie es bei Ihren Angaben.",
      en: "The country of your address is missing. Without it nobody can tell which VAT rules apply. Choose it in your details.",
    },
  },
  {
    ruleId: "BR-CO-26",
    severity: "error",
    mendAt: "seller",
    holdsForReceipts: true,
    check: (examined) =>
      hitIf(hasNoNumber(examined) && examined.document.seller.taxNumber === "", VAT_NUMBER),
    words: {
      nl: "Uw btw-nummer of ondernemingsnummer ontbreekt. Daaraan herkent de fiscus wie verkoopt. Vul er een in bij uw gegevens.",
      fr: "Votre numéro de TVA ou d’entreprise manque. C’est par lui que le fisc reconnaît le vendeur. Indiquez-le dans vos coordonnées.",
      de: "Ihre USt-IdNr. oder Unternehmensnummer fehlt. Daran erkennt das Finanzamt, wer verkauft. Tragen Sie eine davon bei Ihren Angaben ein.",
      en: "Your VAT number or company number is missing. It tells the tax office who sells. Add one of them to your details.",
    },
  },
  ...SELLER_VAT_RULES,
  {
    ruleId: "PEPPOL-COMMON-R043",
    severity: "error",
    mendAt: "seller",
    check: wrongBelgianNumbers,
    words: {
      nl: "Uw Belgische nummer {number} klopt niet: de controlecijfers passen niet bij de rest. De factuur zou geweigerd worden. Verbeter het bij uw gegevens.",
      fr: "Votre numéro belge {number} est faux : ses chiffres de contrôle ne correspondent pas. La facture serait refusée. Corrigez-le dans vos coordonnées.",
      de: "Ihre belgische Nummer {number} stimmt nicht: Die Prüfziffern passen nicht zum Rest. Die Rechnung würde abgelehnt. Berichtigen Sie sie bei Ihren Angaben.",
      en: "Your Belgian number {number} is wrong: its check digits do not fit the rest. The invoice would be refused. Correct it in your details.",
    },
  },
  {
    ruleId: "ART-226-3",
    severity: "error",
    mendAt: "seller",
    check: ({ document: { seller }, sellerCountry }) =>
      hitIf(
        ["countryless", "wrong"].includes(
          findNumberFault(seller.vatIdentifier, sellerCountry) ?? "",
        ),
        VAT_NUMBER,
        { number: seller.vatIdentifier },
      ),
    words: {
      nl: "Uw btw-nummer {number} klopt niet: het begint niet met een landcode of heeft verkeerde cijfers. Zo is de factuur niet geldig. Verbeter het bij uw gegevens.",
      fr: "Votre numéro de TVA {number} est faux : il ne commence pas par un code de pays ou ses chiffres sont erronés. La facture ne serait pas valable. Corrigez-le dans vos coordonnées.",
      de: "Ihre USt-IdNr. {number} stimmt nicht: Sie beginnt nicht mit einem Länderkürzel oder hat falsche Ziffern. So ist die Rechnung nicht gültig. Berichtigen Sie sie bei Ihren Angaben.",
      en: "Your VAT number {number} is wrong: it does not begin with a country code, or its digits do not fit. The invoice would not be valid. Correct it in your details.",
    },
  },
  {
    ruleId: "BE-NUMBERS-DIFFER",
    severity: "warning",
    mendAt: "seller",
    check: ({ document: { seller } }) =>
      hitIf(
        isBelgianEnterpriseNumber(seller.enterpriseNumber) &&
          isVatIdentifier(seller.vatIdentifier) &&
          seller.vatIdentifier.startsWith("BE") &&
          seller.vatIdentifier.slice(2) !== seller.enterpriseNumber.replace(/^BE/, ""),
        "seller.enterpriseNumber",
        { vat: seller.vatIdentifier, number: seller.enterpriseNumber },
      ),
    words: {
      nl: "Uw btw-nummer {vat} en uw ondernemingsnummer {number} verschillen. In België zijn ze hetzelfde, behalve in een btw-eenheid. Kijk ze na bij uw gegevens.",
      fr: "Votre numéro de TVA {vat} et votre numéro d’entreprise {number} diffèrent. En Belgique, ils sont identiques, sauf dans une unité TVA. Vérifiez-les dans vos coordonnées.",
      de: "Ihre USt-IdNr. {vat} und Ihre Unternehmensnummer {number} sind verschieden. In Belgien sind sie gleich, außer in einer Mehrwertsteuergruppe. Prüfen Sie sie bei Ihren Angaben.",
      en: "Your VAT number {vat} and your enterprise number {number} differ. In Belgium they are the same, except in a VAT group. Check them in your details.",
    },
  },
];

function wrongBelgianNumbers({ document: { seller }, sellerCountry }: Examined): readonly Hit[] {
  const { enterpriseNumber: number } = seller;
  const isWrong = looksBelgian(number, sellerCountry) && !isBelgianEnterpriseNumber(number);
  return [
    ...hitIf(isWrong, "seller.enterpriseNumber", { number }),
    ...hitIf(
      findNumberFault(seller.vatIdentifier, sellerCountry) === "belgian" &&
        !(isWrong && seller.vatIdentifier.endsWith(number)),
      VAT_NUMBER,
      { number: seller.vatIdentifier },
    ),
  ];
}
