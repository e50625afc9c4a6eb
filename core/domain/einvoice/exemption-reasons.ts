import type { Language } from "#domain/merchant";
import type { VatCategory } from "#domain/tax";

interface Exemption {
  /** BT-121, VATEX code list; "" where no one code fits every case. */
  readonly code: string;
  /** BT-120, in the document's language. */
  readonly reason: Readonly<Record<Language, string>>;
}

/** BR-E-10, BR-AE-10, BR-IC-10, BR-G-10, BR-O-10 ask for a reason; BR-S-10 and BR-Z-10 forbid one. */
const EXEMPTIONS: Readonly<Record<Exclude<VatCategory, "S" | "Z">, Exemption>> = {
  E: {
    code: "",
    reason: {
      nl: "Vrijgesteld van btw",
      fr: "Exonéré de TVA",
      de: "Von der Umsatzsteuer befreit",
      en: "Exempt from VAT",
    },
  },
  AE: {
    code: "VATEX-EU-AE",
    reason: {
      nl: "Btw verlegd",
      fr: "Autoliquidation",
      de: "Steuerschuldnerschaft des Leistungsempfängers",
      en: "Reverse charge",
    },
  },
  K: {
    code: "VATEX-EU-IC",
    reason: {
      nl: "Intracommunautaire levering",
      fr: "Livraison intracommunautaire",
      de: "Innergemeinschaftliche Lieferung",
      en: "Intra-Community supply",
    },
  },
  G: {
    code: "VATEX-EU-G",
    reason: {
      nl: "Uitvoer buiten de Europese Unie",
      fr: "Exportation hors de l’Union européenne",
      de: "Ausfuhr aus der Europäischen Union",
      en: "Export outside the European Union",
    },
  },
  O: {
    code: "VATEX-EU-O",
    reason: {
      nl: "Buiten het toepassingsgebied van de btw",
      fr: "Hors champ d’application de la TVA",
      de: "Nicht steuerbar",
      en: "Not subject to VAT",
    },
  },
};

export function exemptionOf(
  category: VatCategory,
  language: Language,
): { readonly exemptionCode: string; readonly exemptionReason: string } {
  if (category === "S" || category === "Z") return { exemptionCode: "", exemptionReason: "" };
  const { code, reason } = EXEMPTIONS[category];
  return { exemptionCode: code, exemptionReason: reason[language] };
}
