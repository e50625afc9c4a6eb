import {
  deriveElectronicAddress,
  isBelgianEnterpriseNumber,
  isLeitwegId,
  type ElectronicAddress,
} from "#domain/party";
import type { Examined } from "../examined.ts";
import { looksBelgian } from "../number-fault.ts";
import { errorOrWarning, hitIf, type Hit, type Rule } from "../rule.ts";

/** Between businesses in Belgium the invoice is an e-invoice over Peppol, since 1 January 2026. */
const isMandatory = ({ sellerCountry, buyerCountry, isBusiness }: Examined): boolean =>
  sellerCountry === "BE" && buyerCountry === "BE" && isBusiness;

const isWanted = (examined: Examined): boolean =>
  isMandatory(examined) ||
  (examined.isBusiness && ["peppol", "xrechnung"].includes(examined.document.eInvoicing.profile));

function sellerAddressOf({ document, sellerCountry }: Examined): ElectronicAddress | null {
  const { seller, eInvoicing } = document;
  return (
    eInvoicing.electronicAddress ??
    deriveElectronicAddress({ ...seller, countryCode: sellerCountry })
  );
}

function buyerAddressOf(examined: Examined): ElectronicAddress | null {
  const { document, buyerCountry, buyerVatIdentifier, buyerEnterpriseNumber } = examined;
  if (isLeitwegId(document.buyerReference))
    return { scheme: "0204", value: document.buyerReference };
  return (
    document.buyer.electronicAddress ??
    deriveElectronicAddress({
      vatIdentifier: buyerVatIdentifier,
      enterpriseNumber: buyerEnterpriseNumber,
      countryCode: buyerCountry,
    })
  );
}

/** A Belgian number that fails its check digits gives no address either, and is told by COMMON-R043. */
const hasWrongBelgianNumber = (numbers: readonly string[], countryCode: string): boolean =>
  numbers.some((number) => looksBelgian(number, countryCode) && !isBelgianEnterpriseNumber(number));

const hasWrongDigits = (address: ElectronicAddress | null): boolean =>
  address?.scheme === "0208" &&
  !(/^\d{10}$/.test(address.value) && isBelgianEnterpriseNumber(address.value));

/** What the Peppol network asks before it carries an invoice. */
export const PEPPOL_RULES: readonly Rule[] = [
  ...errorOrWarning({
    ruleId: "PEPPOL-EN16931-R020",
    mendAt: "eInvoicing",
    isError: isMandatory,
    check: sellerWithoutAddress,
    words: {
      nl: "Van u is geen adres voor e-facturen (Peppol) bekend, en uw nummers geven er geen. Zonder dat adres vertrekt de e-factuur niet. Vul het in bij e-facturatie.",
      fr: "On ne vous connaît pas d’adresse de facturation électronique (Peppol), et vos numéros n’en donnent pas. Sans elle, la facture électronique ne part pas. Indiquez-la dans la facturation électronique.",
      de: "Von Ihnen ist keine Adresse für E-Rechnungen (Peppol) bekannt, und Ihre Nummern ergeben keine. Ohne sie geht die E-Rechnung nicht hinaus. Tragen Sie sie bei den E-Rechnungen ein.",
      en: "Your address for e-invoices (Peppol) is not known, and your numbers give none. Without it the e-invoice does not leave. Give it in the e-invoicing settings.",
    },
  }),
  ...errorOrWarning({
    ruleId: "PEPPOL-EN16931-R010",
    mendAt: "order",
    isError: isMandatory,
    check: buyerWithoutAddress,
    words: {
      nl: "Van de klant is geen adres voor e-facturen (Peppol) bekend, en zijn nummers geven er geen. Zonder dat adres komt de e-factuur niet aan. Vul het ondernemingsnummer aan in de bestelling.",
      fr: "On ne connaît pas l’adresse de facturation électronique (Peppol) du client, et ses numéros n’en donnent pas. Sans elle, la facture électronique n’arrive pas. Ajoutez le numéro d’entreprise à la commande.",
      de: "Vom Kunden ist keine Adresse für E-Rechnungen (Peppol) bekannt, und seine Nummern ergeben keine. Ohne sie kommt die E-Rechnung nicht an. Ergänzen Sie die Unternehmensnummer in der Bestellung.",
      en: "The customer's address for e-invoices (Peppol) is not known, and its numbers give none. Without it the e-invoice does not arrive. Add the company number to the order.",
    },
  }),
  {
    ruleId: "PEPPOL-COMMON-R043",
    severity: "error",
    mendAt: "eInvoicing",
    check: ({ document: { eInvoicing } }) =>
      hitIf(hasWrongDigits(eInvoicing.electronicAddress), "eInvoicing.electronicAddress", {
        number: eInvoicing.electronicAddress?.value ?? "",
      }),
    words: {
      nl: "Uw Peppol-adres {number} klopt niet: na 0208 hoort een ondernemingsnummer van tien cijfers met juiste controlecijfers. De e-factuur zou geweigerd worden. Verbeter het bij e-facturatie.",
      fr: "Votre adresse Peppol {number} est fausse : après 0208 vient un numéro d’entreprise de dix chiffres aux chiffres de contrôle justes. La facture électronique serait refusée. Corrigez-la dans la facturation électronique.",
      de: "Ihre Peppol-Adresse {number} stimmt nicht: Nach 0208 gehört eine Unternehmensnummer aus zehn Ziffern mit richtigen Prüfziffern. Die E-Rechnung würde abgelehnt. Berichtigen Sie sie bei den E-Rechnungen.",
      en: "Your Peppol address {number} is wrong: after 0208 comes an enterprise number of ten digits with the right check digits. The e-invoice would be refused. Correct it in the e-invoicing settings.",
    },
  },
  {
    ruleId: "PEPPOL-COMMON-R043",
    severity: "error",
    mendAt: "order",
    check: ({ document: { buyer } }) =>
      hitIf(hasWrongDigits(buyer.electronicAddress), "buyer.electronicAddress", {
        number: buyer.electronicAddress?.value ?? "",
      }),
    words: {
      nl: "Het Peppol-adres {number} van de klant klopt niet: na 0208 hoort een ondernemingsnummer van tien cijfers met juiste controlecijfers. De e-factuur zou geweigerd worden. Verbeter het in de bestelling.",
      fr: "L’adresse Peppol {number} du client est fausse : après 0208 vient un numéro d’entreprise de dix chiffres aux chiffres de contrôle justes. La facture électronique serait refusée. Corrigez-la dans la commande.",
      de: "Die Peppol-Adresse {number} des Kunden stimmt nicht: Nach 0208 gehört eine Unternehmensnummer aus zehn Ziffern mit richtigen Prüfziffern. Die E-Rechnung würde abgelehnt. Berichtigen Sie sie in der Bestellung.",
      en: "The customer's Peppol address {number} is wrong: after 0208 comes an enterprise number of ten digits with the right check digits. The e-invoice would be refused. Correct it in the order.",
    },
  },
  ...errorOrWarning({
    ruleId: "PEPPOL-EN16931-R003",
    mendAt: "order",
    isError: isMandatory,
    // The shop's order number will do, so this needs an order that has none.
    check: (examined) => {
      const { buyerReference, purchaseOrder, order } = examined.document;
      const isBlank = `${buyerReference}${purchaseOrder}${order.orderNumber}`.trim() === "";
      return hitIf(isWanted(examined) && isBlank, "buyerReference");
    },
    words: {
      nl: "De factuur noemt geen referentie van de klant en geen bestelnummer. De klant kan haar dan niet thuisbrengen, en Peppol weigert ze. Vul een bestelnummer aan in de bestelling.",
      fr: "La facture ne donne ni référence du client ni numéro de commande. Le client ne sait alors pas à quoi elle se rapporte, et Peppol la refuse. Ajoutez un numéro à la commande.",
      de: "Die Rechnung nennt weder eine Referenz des Kunden noch eine Bestellnummer. Der Kunde kann sie dann nicht zuordnen, und Peppol lehnt sie ab. Ergänzen Sie eine Bestellnummer in der Bestellung.",
      en: "The invoice gives no reference of the customer and no order number. Then the customer cannot place it, and Peppol refuses it. Add an order number to the order.",
    },
  }),
];

function sellerWithoutAddress(examined: Examined): readonly Hit[] {
  const { vatIdentifier, enterpriseNumber } = examined.document.seller;
  const isTold = hasWrongBelgianNumber([vatIdentifier, enterpriseNumber], examined.sellerCountry);
  return hitIf(
    isWanted(examined) && sellerAddressOf(examined) === null && !isTold,
    "eInvoicing.electronicAddress",
  );
}

function buyerWithoutAddress(examined: Examined): readonly Hit[] {
  const { buyerVatIdentifier, buyerEnterpriseNumber, buyerCountry } = examined;
  const isTold = hasWrongBelgianNumber([buyerVatIdentifier, buyerEnterpriseNumber], buyerCountry);
  return hitIf(
    isWanted(examined) && buyerAddressOf(examined) === null && !isTold,
    "buyer.electronicAddress",
  );
}
