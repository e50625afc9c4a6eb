import { __, sprintf } from "@wordpress/i18n";

export const eInvoicingWords = {
  about: {
    title: __("What Docket does", "docket"),
    text: __(
      "Docket makes the electronic form of every invoice and credit note and checks it against the European rules before a number is taken. You download it from the document's page, for your accountant or your Peppol provider. Sending over the Peppol network comes later: today Docket does not send e-invoices by itself. Downloading is part of the plans Starter and Business.",
      "docket",
    ),
  },
  address: {
    title: __("Your electronic address", "docket"),
    text: __(
      "Where the Peppol network finds you, and the sender that stands in your e-invoices.",
      "docket",
    ),
    label: __("Electronic address", "docket"),
    /* translators: %s: electronic address, such as 0208:0417497106. */
    derived: (address: string) => sprintf(__("From your own numbers: %s", "docket"), address),
    notDerived: __("From your own numbers", "docket"),
    none: __(
      "Your VAT number and company number give none. Complete them on the Seller page, or give an address here.",
      "docket",
    ),
    own: __("Another address", "docket"),
    scheme: __("Kind of number", "docket"),
    schemeHelp: __("The list that the number comes from (EAS code).", "docket"),
    value: __("Number", "docket"),
    valueHelp: __("As you are registered with your Peppol provider, without spaces.", "docket"),
    seller: __("Go to Seller", "docket"),
  },
  profile: {
    title: __("Form", "docket"),
    label: __("Which rules the file follows", "docket"),
    choices: {
      auto: __("As the buyer needs it", "docket"),
      peppol: __("Peppol BIS Billing 3.0", "docket"),
      xrechnung: __("XRechnung (Germany)", "docket"),
      core: __("European standard EN 16931", "docket"),
    },
    help: {
      auto: __(
        "Peppol when you and the buyer both have an electronic address, XRechnung when the buyer gave a Leitweg-ID (the address of a German authority), otherwise the European standard.",
        "docket",
      ),
      peppol: __(
        "For buyers on the Peppol network, mandatory between Belgian companies.",
        "docket",
      ),
      xrechnung: __("For German authorities and companies that ask for it.", "docket"),
      core: __("What every accounting program in the EU can read.", "docket"),
    },
    otherwise: __(
      "A document that lacks what these rules ask for keeps to the European standard.",
      "docket",
    ),
  },
  files: {
    title: __("Files", "docket"),
    attachesPdf: __("Put the PDF inside the e-invoice", "docket"),
    attachesPdfHelp: __(
      "For buyers who want to see the paper too. Applies to the Peppol form (UBL); makes the file larger.",
      "docket",
    ),
    embedsXml: __("Put the e-invoice inside the PDF", "docket"),
    embedsXmlHelp: __(
      "Factur-X, called ZUGFeRD in Germany: customers get a PDF that programs can read. It looks the same.",
      "docket",
    ),
  },
};

/** Where a number comes from, by its EAS code: what own numbers can give, and what merchants here register by otherwise. */
export const electronicAddressSchemes: Readonly<Record<string, string>> = {
  "0088": __("Any country: GLN (GS1)", "docket"),
  "0060": __("Any country: DUNS number", "docket"),
  "9914": __("Austria: VAT number", "docket"),
  "0208": __("Belgium: enterprise number", "docket"),
  "9925": __("Belgium: VAT number", "docket"),
  "9926": __("Bulgaria: VAT number", "docket"),
  "9934": __("Croatia: OIB", "docket"),
  "9928": __("Cyprus: VAT number", "docket"),
  "9929": __("Czechia: VAT number", "docket"),
  "0184": __("Denmark: CVR number", "docket"),
  "9931": __("Estonia: VAT number", "docket"),
  "0216": __("Finland: OVT code", "docket"),
  "0009": __("France: SIRET", "docket"),
  "0002": __("France: SIREN", "docket"),
  "9957": __("France: VAT number", "docket"),
  "9930": __("Germany: VAT number", "docket"),
  "0204": __("Germany: Leitweg-ID", "docket"),
  "9933": __("Greece: VAT number", "docket"),
  "9910": __("Hungary: VAT number", "docket"),
  "9935": __("Ireland: VAT number", "docket"),
  "0211": __("Italy: VAT number", "docket"),
  "9939": __("Latvia: VAT number", "docket"),
  "9937": __("Lithuania: VAT number", "docket"),
  "9938": __("Luxembourg: VAT number", "docket"),
  "9943": __("Malta: VAT number", "docket"),
  "0106": __("Netherlands: KvK number", "docket"),
  "0190": __("Netherlands: OIN", "docket"),
  "9944": __("Netherlands: VAT number", "docket"),
  "0192": __("Norway: organisation number", "docket"),
  "9945": __("Poland: VAT number", "docket"),
  "9946": __("Portugal: VAT number", "docket"),
  "9947": __("Romania: VAT number", "docket"),
  "9950": __("Slovakia: VAT number", "docket"),
  "9949": __("Slovenia: VAT number", "docket"),
  "9920": __("Spain: VAT number", "docket"),
  "0007": __("Sweden: organisation number", "docket"),
  "9927": __("Switzerland: UID", "docket"),
  "9932": __("United Kingdom: VAT number", "docket"),
};
