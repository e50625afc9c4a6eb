import type { Address } from "#domain/party";
import type {
  AllowanceOrCharge,
  Attachment,
  Delivery,
  EInvoice,
  EInvoiceLine,
  EInvoiceParty,
  EInvoiceVat,
  Identifier,
} from "./e-invoice.ts";
import { businessProcess, specification } from "./profile-identifiers.ts";
import { base64Element, element, group, xmlDocument, type Xml } from "./xml.ts";

/** What a credit note calls by other names than an invoice. The order of what Docket writes is the same in both. */
const SYNTAXES = {
  "380": {
    root: "Invoice",
    typeCode: "cbc:InvoiceTypeCode",
    line: "cac:InvoiceLine",
    quantity: "cbc:InvoicedQuantity",
  },
  "381": {
    root: "CreditNote",
    typeCode: "cbc:CreditNoteTypeCode",
    line: "cac:CreditNoteLine",
    quantity: "cbc:CreditedQuantity",
  },
} as const;

const namespacesOf = (root: string) => ({
  "": `urn:oasis:names:specification:ubl:schema:xsd:${root}-2`,
  cac: "urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2",
  cbc: "urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2",
});

/** UBL 2.1, bound to EN 16931 by CEN/TS 16931-3-2: for Peppol and XRechnung. */
export function writeUbl(
  invoice: EInvoice,
  { attachments = [] }: { readonly attachments?: readonly Attachment[] } = {},
): string {
  const { root } = SYNTAXES[invoice.typeCode];
  return xmlDocument(root, namespacesOf(root), [
    ...header(invoice),
    ...attachments.map(attachedDocument),
    group("cac:AccountingSupplierParty", party(invoice.seller)),
    group("cac:AccountingCustomerParty", party(invoice.buyer)),
    delivery(invoice.delivery),
    paymentMeans(invoice),
    group("cac:PaymentTerms", element("cbc:Note", invoice.payment.terms)),
    ...documentAllowanceCharges(invoice),
    taxTotal(invoice),
    taxTotalInOwnCurrency(invoice),
    monetaryTotal(invoice),
    ...invoice.lines.map((line) => documentLine(line, invoice)),
  ]);
}

const isCreditNote = ({ typeCode }: EInvoice): boolean => typeCode === "381";

const header = (invoice: EInvoice): readonly Xml[] => [
  element("cbc:CustomizationID", specification(invoice.profile)),
  element("cbc:ProfileID", businessProcess(invoice.profile)),
  element("cbc:ID", invoice.number),
  element("cbc:IssueDate", invoice.issueDate),
  isCreditNote(invoice) ? "" : element("cbc:DueDate", invoice.dueDate),
  element(SYNTAXES[invoice.typeCode].typeCode, invoice.typeCode),
  element("cbc:Note", invoice.note),
  element("cbc:DocumentCurrencyCode", invoice.currency),
  element("cbc:TaxCurrencyCode", invoice.vatInOwnCurrency?.currency ?? ""),
  element("cbc:BuyerReference", invoice.buyerReference),
  group(
    "cac:OrderReference",
    element("cbc:ID", invoice.purchaseOrder),
    element("cbc:SalesOrderID", invoice.salesOrder),
  ),
  group(
    "cac:BillingReference",
    group(
      "cac:InvoiceDocumentReference",
      element("cbc:ID", invoice.precedingInvoice?.number ?? ""),
      element("cbc:IssueDate", invoice.precedingInvoice?.issueDate ?? ""),
    ),
  ),
];

const attachedDocument = ({ id, description, fileName, mediaType, base64 }: Attachment): Xml =>
  group(
    "cac:AdditionalDocumentReference",
    element("cbc:ID", id),
    element("cbc:DocumentDescription", description),
    group(
      "cac:Attachment",
      base64Element(
        "cbc:EmbeddedDocumentBinaryObject",
        base64,
        ["mimeCode", mediaType],
        ["filename", fileName],
      ),
    ),
  );

function party({ electronicAddress, legalRegistration, contact, ...named }: EInvoiceParty): Xml {
  return group(
    "cac:Party",
    identifier("cbc:EndpointID", electronicAddress),
    group("cac:PartyIdentification", element("cbc:ID", named.identifier)),
    group("cac:PostalAddress", address(named.address)),
    taxRegistration(named.vatIdentifier, "VAT"),
    taxRegistration(named.taxNumber, "TAX"),
    group(
      "cac:PartyLegalEntity",
      element("cbc:RegistrationName", named.name),
      identifier("cbc:CompanyID", legalRegistration),
    ),
    group(
      "cac:Contact",
      element("cbc:Name", contact.name),
      element("cbc:Telephone", contact.phone),
      element("cbc:ElectronicMail", contact.email),
    ),
  );
}

const identifier = (name: string, given: Identifier | null): Xml =>
  given === null ? "" : element(name, given.value, ["schemeID", given.scheme]);

/** BT-31 is of the scheme VAT, BT-32 of any other. */
const taxRegistration = (number: string, scheme: "VAT" | "TAX"): Xml =>
  number === ""
    ? ""
    : group(
        "cac:PartyTaxScheme",
        element("cbc:CompanyID", number),
        group("cac:TaxScheme", element("cbc:ID", scheme)),
      );

const TAX_SCHEME = group("cac:TaxScheme", element("cbc:ID", "VAT"));

const address = ({ line1, line2, city, postalCode, region, countryCode }: Address): Xml =>
  [
    element("cbc:StreetName", line1),
    element("cbc:AdditionalStreetName", line2),
    element("cbc:CityName", city),
    element("cbc:PostalZone", postalCode),
    element("cbc:CountrySubentity", region),
    group("cac:Country", element("cbc:IdentificationCode", countryCode)),
  ].join("");

const delivery = (to: Delivery): Xml =>
  group(
    "cac:Delivery",
    element("cbc:ActualDeliveryDate", to.date),
    group(
      "cac:DeliveryLocation",
      group("cac:Address", to.address === null ? "" : address(to.address)),
    ),
    group("cac:DeliveryParty", group("cac:PartyName", element("cbc:Name", to.name))),
  );

/** A credit note has its due date here (BT-9), for want of a DueDate of its own. */
const paymentMeans = (invoice: EInvoice): Xml => {
  const { payment, dueDate } = invoice;
  return group(
    "cac:PaymentMeans",
    element("cbc:PaymentMeansCode", payment.meansCode, ["name", payment.meansText]),
    isCreditNote(invoice) ? element("cbc:PaymentDueDate", dueDate) : "",
    element("cbc:PaymentID", payment.reference),
    group(
      "cac:PayeeFinancialAccount",
      element("cbc:ID", payment.iban),
      element("cbc:Name", payment.accountName),
      group("cac:FinancialInstitutionBranch", element("cbc:ID", payment.bic)),
    ),
  );
};

const documentAllowanceCharges = ({ allowances, charges, currency }: EInvoice): readonly Xml[] => [
  ...allowances.map((allowance) =>
    allowanceCharge(allowance, { isCharge: false, currency, vat: allowance.vat }),
  ),
  ...charges.map((charge) =>
    allowanceCharge(charge, { isCharge: true, currency, vat: charge.vat }),
  ),
];

interface AllowanceContext {
  readonly isCharge: boolean;
  readonly currency: string;
  /** A line's allowance has the VAT of its line. */
  readonly vat: EInvoiceVat | null;
}

/** No base and no percentage: the shop gives an amount (Peppol R041, R042). */
const allowanceCharge = (
  { reasonCode, reason, amount }: AllowanceOrCharge,
  { isCharge, currency, vat }: AllowanceContext,
): Xml =>
  group(
    "cac:AllowanceCharge",
    element("cbc:ChargeIndicator", String(isCharge)),
    element("cbc:AllowanceChargeReasonCode", reasonCode),
    element("cbc:AllowanceChargeReason", reason),
    element("cbc:Amount", amount, ["currencyID", currency]),
    vat === null ? "" : group("cac:TaxCategory", vatCategory(vat), TAX_SCHEME),
  );

/** Category O has no rate (BR-O-05, BR-O-06, BR-O-07). */
const vatCategory = ({ category, ratePercent }: EInvoiceVat): Xml =>
  element("cbc:ID", category) + (category === "O" ? "" : element("cbc:Percent", ratePercent));

function taxTotal({ totals, vatBreakdown, currency }: EInvoice): Xml {
  return group(
    "cac:TaxTotal",
    element("cbc:TaxAmount", totals.vatTotal, ["currencyID", currency]),
    ...vatBreakdown.map((entry) =>
      group(
        "cac:TaxSubtotal",
        element("cbc:TaxableAmount", entry.taxableAmount, ["currencyID", currency]),
        element("cbc:TaxAmount", entry.taxAmount, ["currencyID", currency]),
        group(
          "cac:TaxCategory",
          element("cbc:ID", entry.category),
          element("cbc:Percent", entry.ratePercent), // of O too (BR-DE-14)
          element("cbc:TaxExemptionReasonCode", entry.exemptionCode),
          element("cbc:TaxExemptionReason", entry.exemptionReason),
          TAX_SCHEME,
        ),
      ),
    ),
  );
}

/** BT-111: a total without a breakdown (Peppol R054). */
const taxTotalInOwnCurrency = ({ vatInOwnCurrency }: EInvoice): Xml =>
  vatInOwnCurrency === null
    ? ""
    : group(
        "cac:TaxTotal",
        element("cbc:TaxAmount", vatInOwnCurrency.vatTotal, [
          "currencyID",
          vatInOwnCurrency.currency,
        ]),
      );

function monetaryTotal({ totals, currency }: EInvoice): Xml {
  const amount = (name: string, text: string) => element(name, text, ["currencyID", currency]);
  return group(
    "cac:LegalMonetaryTotal",
    amount("cbc:LineExtensionAmount", totals.lineNetTotal),
    amount("cbc:TaxExclusiveAmount", totals.totalWithoutVat),
    amount("cbc:TaxInclusiveAmount", totals.totalWithVat),
    amount("cbc:AllowanceTotalAmount", totals.allowanceTotal),
    amount("cbc:ChargeTotalAmount", totals.chargeTotal),
    amount("cbc:PrepaidAmount", totals.paidAmount),
    amount("cbc:PayableRoundingAmount", totals.roundingAmount),
    amount("cbc:PayableAmount", totals.amountDue),
  );
}

function documentLine(line: EInvoiceLine, { currency, typeCode }: EInvoice): Xml {
  const syntax = SYNTAXES[typeCode];
  return group(
    syntax.line,
    element("cbc:ID", line.id),
    element(syntax.quantity, line.quantity, ["unitCode", line.unitCode]),
    element("cbc:LineExtensionAmount", line.lineNetAmount, ["currencyID", currency]),
    ...line.allowances.map((allowance) =>
      allowanceCharge(allowance, { isCharge: false, currency, vat: null }),
    ),
    group(
      "cac:Item",
      element("cbc:Description", line.itemDescription),
      element("cbc:Name", line.itemName),
      group("cac:SellersItemIdentification", element("cbc:ID", line.sellersItemId)),
      group("cac:StandardItemIdentification", identifier("cbc:ID", line.standardItemId)),
      group("cac:ClassifiedTaxCategory", vatCategory(line.vat), TAX_SCHEME),
    ),
    group(
      "cac:Price",
      element("cbc:PriceAmount", line.unitPriceNet, ["currencyID", currency]),
      element("cbc:BaseQuantity", line.priceBaseQuantity, ["unitCode", line.unitCode]),
    ),
  );
}
