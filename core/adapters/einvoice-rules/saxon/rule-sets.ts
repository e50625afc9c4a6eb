/** The official rules that Docket's e-invoices are judged by: compiled schematron. */
export const RULE_SETS = [
  "EN 16931 for UBL",
  "EN 16931 for CII",
  "Peppol BIS Billing",
  "XRechnung for UBL",
  "XRechnung for CII",
  "Factur-X EN 16931",
] as const;
export type RuleSet = (typeof RULE_SETS)[number];

/** The rules that an e-invoice must keep, by its root element and its specification identifier (BT-24); none for another XML. */
export function ruleSetsFor(xml: string): readonly RuleSet[] {
  const isXrechnung = specificationOf(xml).includes(":xrechnung_");
  switch (rootOf(xml)) {
    case "Invoice":
    case "CreditNote":
      if (isXrechnung) return ["EN 16931 for UBL", "XRechnung for UBL"];
      return specificationOf(xml).includes("#urn:fdc:peppol.eu:2017:poacc:billing:3.0")
        ? ["EN 16931 for UBL", "Peppol BIS Billing"]
        : ["EN 16931 for UBL"];
    case "CrossIndustryInvoice":
      return isXrechnung
        ? ["EN 16931 for CII", "XRechnung for CII"]
        : ["EN 16931 for CII", "Factur-X EN 16931"];
    default:
      return [];
  }
}

/** The first start tag, without its prefix: what comes before it begins with `<?` or `<!`. */
const rootOf = (xml: string): string =>
  /<(?:[A-Za-z_][\w.-]*:)?([A-Za-z_][\w.-]*)[\s/>]/.exec(withoutComments(xml))?.[1] ?? "";

const withoutComments = (xml: string): string => xml.replace(/<!--[\s\S]*?-->/g, "");

const specificationOf = (xml: string): string =>
  /<(?:[\w.-]+:)?CustomizationID[^>]*>([^<]*)</.exec(xml)?.[1] ??
  /<(?:[\w.-]+:)?GuidelineSpecifiedDocumentContextParameter>\s*<(?:[\w.-]+:)?ID[^>]*>([^<]*)</.exec(
    xml,
  )?.[1] ??
  "";
