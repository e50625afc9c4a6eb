import type { Address } from "#domain/party";
import type {
  AllowanceOrCharge,
  Delivery,
  EInvoice,
  EInvoiceLine,
  EInvoiceParty,
  EInvoiceProfile,
  EInvoiceVat,
  Identifier,
  PaymentInstructions,
  VatBreakdownEntry,
} from "./e-invoice.ts";
import { businessProcess, specification } from "./profile-identifiers.ts";
import { demandedGroup, element, group, xmlDocument, type Xml } from "./xml.ts";

const NAMESPACES = {
  rsm: "urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100",
  ram: "urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100",
  qdt: "urn:un:unece:uncefact:data:standard:QualifiedDataType:100",
  udt: "urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100",
};

/**
 * UN/CEFACT CII D16B, bound to EN 16931 by CEN/TS 16931-3-3: for Factur-X and ZUGFeRD in their EN 16931 profile, or in
 * their XRechnung profile for a German public buyer. Peppol takes UBL, so its profile is the core here.
 */
export function writeCii(invoice: EInvoice): string {
  const profile: EInvoiceProfile = invoice.profile === "peppol" ? "core" : invoice.profile;
  return xmlDocument("rsm:CrossIndustryInvoice", NAMESPACES, [
    group(
      "rsm:ExchangedDocumentContext",
      group(
        "ram:BusinessProcessSpecifiedDocumentContextParameter",
        element("ram:ID", businessProcess(profile)),
      ),
      group(
        "ram:GuidelineSpecifiedDocumentContextParameter",
        element("ram:ID", specification(profile)),
      ),
    ),
    group(
      "rsm:ExchangedDocument",
      element("ram:ID", invoice.number),
      element("ram:TypeCode", invoice.typeCode),
      group("ram:IssueDateTime", date(invoice.issueDate)),
      group("ram:IncludedNote", element("ram:Content", invoice.note)),
    ),
    group(
      "rsm:SupplyChainTradeTransaction",
      ...invoice.lines.map(lineItem),
      headerAgreement(invoice),
      demandedGroup("ram:ApplicableHeaderTradeDelivery", ...delivery(invoice.delivery)),
      headerSettlement(invoice),
    ),
  ]);
}

/** UN/EDIFACT 2379 format 102: YYYYMMDD. */
const date = (isoDate: string, type: "udt" | "qdt" = "udt"): Xml =>
  element(`${type}:DateTimeString`, isoDate.replaceAll("-", ""), ["format", "102"]);

function lineItem(line: EInvoiceLine): Xml {
  return group(
    "ram:IncludedSupplyChainTradeLineItem",
    group("ram:AssociatedDocumentLineDocument", element("ram:LineID", line.id)),
    group(
      "ram:SpecifiedTradeProduct",
      identifier("ram:GlobalID", line.standardItemId),
      element("ram:SellerAssignedID", line.sellersItemId),
      element("ram:Name", line.itemName),
      element("ram:Description", line.itemDescription),
    ),
    group(
      "ram:SpecifiedLineTradeAgreement",
      group(
        "ram:NetPriceProductTradePrice",
        element("ram:ChargeAmount", line.unitPriceNet),
        element("ram:BasisQuantity", line.priceBaseQuantity, ["unitCode", line.unitCode]),
      ),
    ),
    group(
      "ram:SpecifiedLineTradeDelivery",
      element("ram:BilledQuantity", line.quantity, ["unitCode", line.unitCode]),
    ),
    group(
      "ram:SpecifiedLineTradeSettlement",
      group("ram:ApplicableTradeTax", tradeTax(line.vat)),
      ...line.allowances.map((allowance) => allowanceCharge(allowance, false, null)),
      group(
        "ram:SpecifiedTradeSettlementLineMonetarySummation",
        element("ram:LineTotalAmount", line.lineNetAmount),
      ),
    ),
  );
}

const tradeTax = (vat: EInvoiceVat): Xml =>
  element("ram:TypeCode", "VAT") + element("ram:CategoryCode", vat.category) + rate(vat);

/** Category O has no rate (BR-O-05, BR-O-06, BR-O-07). */
const rate = ({ category, ratePercent }: EInvoiceVat): Xml =>
  category === "O" ? "" : element("ram:RateApplicablePercent", ratePercent);

/** `vat` is null on a line, whose allowances have the VAT of the line. */
const allowanceCharge = (
  { reasonCode, reason, amount }: AllowanceOrCharge,
  isCharge: boolean,
  vat: EInvoiceVat | null,
): Xml =>
  group(
    "ram:SpecifiedTradeAllowanceCharge",
    group("ram:ChargeIndicator", element("udt:Indicator", String(isCharge))),
    element("ram:ActualAmount", amount),
    element("ram:ReasonCode", reasonCode),
    element("ram:Reason", reason),
    vat === null ? "" : group("ram:CategoryTradeTax", tradeTax(vat)),
  );

const headerAgreement = (invoice: EInvoice): Xml =>
  group(
    "ram:ApplicableHeaderTradeAgreement",
    element("ram:BuyerReference", invoice.buyerReference),
    group("ram:SellerTradeParty", tradeParty(invoice.seller)),
    group("ram:BuyerTradeParty", tradeParty(invoice.buyer)),
    group("ram:SellerOrderReferencedDocument", element("ram:IssuerAssignedID", invoice.salesOrder)),
    group(
      "ram:BuyerOrderReferencedDocument",
      element("ram:IssuerAssignedID", invoice.purchaseOrder),
    ),
  );

function tradeParty(party: EInvoiceParty): Xml {
  const { contact } = party;
  return [
    element("ram:ID", party.identifier),
    element("ram:Name", party.name),
    group("ram:SpecifiedLegalOrganization", identifier("ram:ID", party.legalRegistration)),
    group(
      "ram:DefinedTradeContact",
      element("ram:PersonName", contact.name),
      group("ram:TelephoneUniversalCommunication", element("ram:CompleteNumber", contact.phone)),
      group("ram:EmailURIUniversalCommunication", element("ram:URIID", contact.email)),
    ),
    tradeAddress(party.address),
    group("ram:URIUniversalCommunication", identifier("ram:URIID", party.electronicAddress)),
    taxRegistration(party.vatIdentifier, "VA"),
    taxRegistration(party.taxNumber, "FC"),
  ].join("");
}

const identifier = (name: string, given: Identifier | null): Xml =>
  given === null ? "" : element(name, given.value, ["schemeID", given.scheme]);

/** BT-31 is of the scheme VA, BT-32 of FC. */
const taxRegistration = (number: string, scheme: "VA" | "FC"): Xml =>
  group("ram:SpecifiedTaxRegistration", element("ram:ID", number, ["schemeID", scheme]));

const tradeAddress = (address: Address): Xml =>
  group(
    "ram:PostalTradeAddress",
    element("ram:PostcodeCode", address.postalCode),
    element("ram:LineOne", address.line1),
    element("ram:LineTwo", address.line2),
    element("ram:CityName", address.city),
    element("ram:CountryID", address.countryCode),
    element("ram:CountrySubDivisionName", address.region),
  );

const delivery = (to: Delivery): readonly Xml[] => [
  group(
    "ram:ShipToTradeParty",
    element("ram:Name", to.name),
    to.address === null ? "" : tradeAddress(to.address),
  ),
  group("ram:ActualDeliverySupplyChainEvent", group("ram:OccurrenceDateTime", date(to.date))),
];

const headerSettlement = (invoice: EInvoice): Xml =>
  group(
    "ram:ApplicableHeaderTradeSettlement",
    element("ram:PaymentReference", invoice.payment.reference),
    element("ram:TaxCurrencyCode", invoice.vatInOwnCurrency?.currency ?? ""),
    element("ram:InvoiceCurrencyCode", invoice.currency),
    paymentMeans(invoice.payment),
    ...invoice.vatBreakdown.map(vatBreakdownEntry),
    ...invoice.allowances.map((allowance) => allowanceCharge(allowance, false, allowance.vat)),
    ...invoice.charges.map((charge) => allowanceCharge(charge, true, charge.vat)),
    group(
      "ram:SpecifiedTradePaymentTerms",
      element("ram:Description", invoice.payment.terms),
      group("ram:DueDateDateTime", date(invoice.dueDate)),
    ),
    monetarySummation(invoice),
    group(
      "ram:InvoiceReferencedDocument",
      element("ram:IssuerAssignedID", invoice.precedingInvoice?.number ?? ""),
      group("ram:FormattedIssueDateTime", date(invoice.precedingInvoice?.issueDate ?? "", "qdt")),
    ),
  );

const vatBreakdownEntry = (entry: VatBreakdownEntry): Xml =>
  group(
    "ram:ApplicableTradeTax",
    element("ram:CalculatedAmount", entry.taxAmount),
    element("ram:TypeCode", "VAT"),
    element("ram:ExemptionReason", entry.exemptionReason),
    element("ram:BasisAmount", entry.taxableAmount),
    element("ram:CategoryCode", entry.category),
    element("ram:ExemptionReasonCode", entry.exemptionCode),
    element("ram:RateApplicablePercent", entry.ratePercent), // of O too (BR-DE-14)
  );

const paymentMeans = (payment: PaymentInstructions): Xml =>
  group(
    "ram:SpecifiedTradeSettlementPaymentMeans",
    element("ram:TypeCode", payment.meansCode),
    element("ram:Information", payment.meansText),
    group(
      "ram:PayeePartyCreditorFinancialAccount",
      element("ram:IBANID", payment.iban),
      element("ram:AccountName", payment.accountName),
    ),
    group("ram:PayeeSpecifiedCreditorFinancialInstitution", element("ram:BICID", payment.bic)),
  );

const monetarySummation = ({ totals, currency, vatInOwnCurrency }: EInvoice): Xml =>
  group(
    "ram:SpecifiedTradeSettlementHeaderMonetarySummation",
    element("ram:LineTotalAmount", totals.lineNetTotal),
    element("ram:ChargeTotalAmount", totals.chargeTotal),
    element("ram:AllowanceTotalAmount", totals.allowanceTotal),
    element("ram:TaxBasisTotalAmount", totals.totalWithoutVat),
    element("ram:TaxTotalAmount", totals.vatTotal, ["currencyID", currency]),
    element("ram:TaxTotalAmount", vatInOwnCurrency?.vatTotal ?? "", [
      "currencyID",
      vatInOwnCurrency?.currency ?? "",
    ]),
    element("ram:RoundingAmount", totals.roundingAmount),
    element("ram:GrandTotalAmount", totals.totalWithVat),
    element("ram:TotalPrepaidAmount", totals.paidAmount),
    element("ram:DuePayableAmount", totals.amountDue),
  );
