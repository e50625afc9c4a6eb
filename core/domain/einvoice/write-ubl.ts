import type { Address } from "#domain/party";
import type { VatTreatment } from "#domain/tax";
import type {
  AllowanceOrCharge,
  EInvoice,
  EInvoiceLine,
  EInvoiceParty,
  PaymentInstructions,
} from "./e-invoice.ts";
import { businessProcess, specification } from "./profile-identifiers.ts";
import { element, group, xmlDocument, type Xml } from "./xml.ts";

const NAMESPACES = {
  "": "urn:oasis:names:specification:ubl:schema:xsd:Invoice-2",
  cac: "urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2",
  cbc: "urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2",
};

/** UBL 2.1, bound to EN 16931 by CEN/TS 16931-3-2: for Peppol and XRechnung. */
export function writeUbl(invoice: EInvoice): string {
  return xmlDocument("Invoice", NAMESPACES, [
    element("cbc:CustomizationID", specification(invoice.profile)),
    element("cbc:ProfileID", businessProcess(invoice.profile)),
    element("cbc:ID", invoice.number),
    element("cbc:IssueDate", invoice.issueDate),
    element("cbc:DueDate", invoice.dueDate),
    element("cbc:InvoiceTypeCode", invoice.typeCode),
    element("cbc:Note", invoice.note),
    element("cbc:DocumentCurrencyCode", invoice.currency),
    element("cbc:BuyerReference", invoice.buyerReference),
    group(
      "cac:OrderReference",
      element("cbc:ID", invoice.purchaseOrder),
      element("cbc:SalesOrderID", invoice.salesOrder),
    ),
    group("cac:AccountingSupplierParty", party(invoice.seller)),
    group("cac:AccountingCustomerParty", party(invoice.buyer)),
    delivery(invoice.deliverTo),
    paymentMeans(invoice.payment),
    ...invoice.charges.map((charge) =>
      allowanceCharge(charge, { isCharge: true, currency: invoice.currency, vat: charge.vat }),
    ),
    taxTotal(invoice),
    monetaryTotal(invoice),
    ...invoice.lines.map((line) => invoiceLine(line, invoice.currency)),
  ]);
}

function party({ electronicAddress, legalRegistration, contact, ...named }: EInvoiceParty): Xml {
  return group(
    "cac:Party",
    electronicAddress === null
      ? ""
      : element("cbc:EndpointID", electronicAddress.value, ["schemeID", electronicAddress.scheme]),
    group("cac:PartyIdentification", element("cbc:ID", named.identifier)),
    group("cac:PostalAddress", address(named.address)),
    named.vatIdentifier === ""
      ? ""
      : group("cac:PartyTaxScheme", element("cbc:CompanyID", named.vatIdentifier), TAX_SCHEME),
    group(
      "cac:PartyLegalEntity",
      element("cbc:RegistrationName", named.name),
      legalRegistration === null
        ? ""
        : element("cbc:CompanyID", legalRegistration.value, ["schemeID", legalRegistration.scheme]),
    ),
    group(
      "cac:Contact",
      element("cbc:Name", contact.name),
      element("cbc:Telephone", contact.phone),
      element("cbc:ElectronicMail", contact.email),
    ),
  );
}

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

const delivery = (deliverTo: EInvoice["deliverTo"]): Xml =>
  deliverTo === null
    ? ""
    : group(
        "cac:Delivery",
        group(
          "cac:DeliveryLocation",
          group("cac:Address", deliverTo.address === null ? "" : address(deliverTo.address)),
        ),
        group("cac:DeliveryParty", group("cac:PartyName", element("cbc:Name", deliverTo.name))),
      );

const paymentMeans = (payment: PaymentInstructions): Xml =>
  group(
    "cac:PaymentMeans",
    element("cbc:PaymentMeansCode", payment.meansCode, ["name", payment.meansText]),
    element("cbc:PaymentID", payment.reference),
    group(
      "cac:PayeeFinancialAccount",
      element("cbc:ID", payment.iban),
      element("cbc:Name", payment.accountName),
      group("cac:FinancialInstitutionBranch", element("cbc:ID", payment.bic)),
    ),
  );

interface AllowanceContext {
  readonly isCharge: boolean;
  readonly currency: string;
  /** A line's allowance has the VAT of its line. */
  readonly vat: VatTreatment | null;
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

/** Category O has no rate (BR-O-05). */
const vatCategory = ({ category, ratePercent }: VatTreatment): Xml =>
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
          vatCategory(entry),
          element("cbc:TaxExemptionReasonCode", entry.exemptionCode),
          element("cbc:TaxExemptionReason", entry.exemptionReason),
          TAX_SCHEME,
        ),
      ),
    ),
  );
}

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

function invoiceLine(line: EInvoiceLine, currency: string): Xml {
  return group(
    "cac:InvoiceLine",
    element("cbc:ID", line.id),
    element("cbc:InvoicedQuantity", line.quantity, ["unitCode", line.unitCode]),
    element("cbc:LineExtensionAmount", line.lineNetAmount, ["currencyID", currency]),
    ...line.allowances.map((allowance) =>
      allowanceCharge(allowance, { isCharge: false, currency, vat: null }),
    ),
    group(
      "cac:Item",
      element("cbc:Description", line.itemDescription),
      element("cbc:Name", line.itemName),
      group("cac:SellersItemIdentification", element("cbc:ID", line.sellersItemId)),
      group("cac:ClassifiedTaxCategory", vatCategory(line.vat), TAX_SCHEME),
    ),
    group(
      "cac:Price",
      element("cbc:PriceAmount", line.unitPriceNet, ["currencyID", currency]),
      element("cbc:BaseQuantity", line.priceBaseQuantity, ["unitCode", line.unitCode]),
    ),
  );
}
