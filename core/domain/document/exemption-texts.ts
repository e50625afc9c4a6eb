import type { Language } from "#domain/merchant";
import { memberStateOf, type ExemptionReason, type Place } from "#domain/tax";

type Words = Readonly<Record<Language, string>>;

export interface ExemptionText {
  /** BT-121, VATEX code list; "" where no one code fits every case. */
  readonly code: string;
  /** BT-120: what stands on the document. */
  readonly text: string;
}

const CODES: Readonly<Partial<Record<ExemptionReason, string>>> = {
  reverseCharge: "VATEX-EU-AE",
  domesticReverseCharge: "VATEX-EU-AE",
  intraCommunity: "VATEX-EU-IC",
  export: "VATEX-EU-G",
};

/** Directive 2006/112/EC, by its articles; the words are those of Art. 226(11) and (11a) where it prescribes them. */
const WORDS: Readonly<Record<Exclude<ExemptionReason, "smallBusiness" | "undecided">, Words>> = {
  reverseCharge: {
    nl: "Btw verlegd (art. 196 Richtlijn 2006/112/EG)",
    fr: "Autoliquidation (art. 196 Directive 2006/112/CE)",
    de: "Steuerschuldnerschaft des Leistungsempfängers (Art. 196 Richtlinie 2006/112/EG)",
    en: "Reverse charge (Art. 196 Directive 2006/112/EC)",
  },
  domesticReverseCharge: {
    nl: "Btw verlegd",
    fr: "Autoliquidation",
    de: "Steuerschuldnerschaft des Leistungsempfängers",
    en: "Reverse charge",
  },
  intraCommunity: {
    nl: "Vrijgestelde intracommunautaire levering (art. 138 Richtlijn 2006/112/EG)",
    fr: "Livraison intracommunautaire exonérée (art. 138 Directive 2006/112/CE)",
    de: "Steuerfreie innergemeinschaftliche Lieferung (Art. 138 Richtlinie 2006/112/EG)",
    en: "Exempt intra-Community supply (Art. 138 Directive 2006/112/EC)",
  },
  export: {
    nl: "Vrijgestelde uitvoer (art. 146 Richtlijn 2006/112/EG)",
    fr: "Exportation exonérée (art. 146 Directive 2006/112/CE)",
    de: "Steuerfreie Ausfuhr (Art. 146 Richtlinie 2006/112/EG)",
    en: "Exempt export (Art. 146 Directive 2006/112/EC)",
  },
  exempt: {
    nl: "Vrijgesteld van btw",
    fr: "Exonéré de TVA",
    de: "Umsatzsteuerfrei",
    en: "Exempt from VAT",
  },
  foreignService: {
    nl: "Dienst die niet in de EU belastbaar is (art. 44 en 59 Richtlijn 2006/112/EG)",
    fr: "Service non imposable dans l’UE (art. 44 et 59 Directive 2006/112/CE)",
    de: "In der EU nicht steuerbare Leistung (Art. 44 und 59 Richtlinie 2006/112/EG)",
    en: "Service not taxable in the EU (Art. 44 and 59 Directive 2006/112/EC)",
  },
  voucher: {
    nl: "Cadeaubon: btw is verschuldigd bij gebruik (art. 30 ter Richtlijn 2006/112/EG)",
    fr: "Bon cadeau : TVA due lors de son utilisation (art. 30 ter Directive 2006/112/CE)",
    de: "Mehrzweckgutschein: Umsatzsteuer fällt bei Einlösung an (Art. 30b Richtlinie 2006/112/EG)",
    en: "Gift card: VAT is due when it is used (Art. 30b Directive 2006/112/EC)",
  },
  tip: {
    nl: "Fooi: buiten de btw",
    fr: "Pourboire : hors TVA",
    de: "Trinkgeld: nicht steuerbar",
    en: "Tip: outside the scope of VAT",
  },
  duty: {
    nl: "Invoerrechten, betaald voor de koper: buiten de btw",
    fr: "Droits d’importation payés pour l’acheteur : hors TVA",
    de: "Für den Käufer verauslagte Einfuhrabgaben: nicht steuerbar",
    en: "Import duties paid for the buyer: outside the scope of VAT",
  },
};

const EXPORT_FROM_ELSEWHERE: Words = {
  nl: "Uitvoer, zonder btw",
  fr: "Exportation, sans TVA",
  de: "Ausfuhr, ohne Umsatzsteuer",
  en: "Export, no VAT",
};

/** The words of the scheme are national law; where Docket does not know them, those of the Directive (Art. 284). */
const SMALL_BUSINESS: Readonly<Record<string, Partial<Words> & { readonly own: string }>> = {
  BE: {
    own: "Bijzondere vrijstellingsregeling kleine ondernemingen", // Art. 56bis W.Btw
    fr: "Régime particulier de franchise des petites entreprises",
    de: "Sonderregelung der Steuerbefreiung für Kleinunternehmen",
  },
  NL: { own: "Vrijgesteld van btw op grond van artikel 25 van de Wet op de omzetbelasting 1968" },
  DE: { own: "Steuerbefreiung für Kleinunternehmer nach § 19 UStG" },
  FR: { own: "TVA non applicable, art. 293 B du CGI" },
  LU: { own: "TVA non applicable, art. 57 de la loi TVA" },
  AT: { own: "Steuerbefreit nach § 6 Abs. 1 Z 27 UStG (Kleinunternehmer)" },
};
const SMALL_BUSINESS_ELSEWHERE: Words = {
  nl: "Vrijgesteld van btw: kleine onderneming (art. 284 Richtlijn 2006/112/EG)",
  fr: "Exonéré de TVA : petite entreprise (art. 284 Directive 2006/112/CE)",
  de: "Umsatzsteuerfrei: Kleinunternehmer (Art. 284 Richtlinie 2006/112/EG)",
  en: "Exempt from VAT: small enterprise (Art. 284 Directive 2006/112/EC)",
};

interface ExemptionContext {
  readonly language: Language;
  readonly seller: Place;
  /** The merchant's own rule, for what only the merchant can know. */
  readonly rule: string;
}

/** Why there is no VAT, as the document says it. `undecided` has no words: it is never issued. */
export function exemptionText(reason: ExemptionReason, context: ExemptionContext): ExemptionText {
  const code = CODES[reason] ?? "";
  const { language, seller, rule } = context;
  switch (reason) {
    case "undecided":
      return { code: "", text: "" };
    case "smallBusiness":
      return { code, text: smallBusinessText(seller.countryCode, language) };
    case "exempt":
    case "domesticReverseCharge":
      return {
        code,
        text: [WORDS[reason][language], rule].filter((part) => part !== "").join(" – "),
      };
    case "export":
      return {
        code,
        text: (memberStateOf(seller) === "" ? EXPORT_FROM_ELSEWHERE : WORDS.export)[language],
      };
    case "reverseCharge":
    case "intraCommunity":
    case "foreignService":
    case "voucher":
    case "tip":
    case "duty":
      return { code, text: WORDS[reason][language] };
  }
}

function smallBusinessText(countryCode: string, language: Language): string {
  const national = SMALL_BUSINESS[countryCode];
  return national === undefined
    ? SMALL_BUSINESS_ELSEWHERE[language]
    : (national[language] ?? national.own);
}
