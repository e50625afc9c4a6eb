import type { Document } from "#domain/document";
import { minorDigits } from "#domain/money";
import type { Problem } from "#domain/result";
import type { VatCategory } from "#domain/tax";
import type { EInvoice } from "./e-invoice.ts";
import { cleanText } from "./xml.ts";

export type EInvoiceProblem = Problem<
  "einvoice-not-an-invoice" | "einvoice-impossible" | "einvoice-incomplete"
>;

/** What no e-invoice can be made of: another kind of document, or money of three decimals (BR-DEC-01 to BR-DEC-28). */
export function findObstacle({ kind, currency }: Document): EInvoiceProblem | undefined {
  if (kind !== "invoice") {
    return {
      code: "einvoice-not-an-invoice",
      field: "kind",
      message: "Only invoices have an electronic form. This document is of another kind.",
    };
  }
  if (minorDigits(currency) > 2) {
    return {
      code: "einvoice-impossible",
      field: "currency",
      message:
        `Amounts in ${currency} have three decimals, and the European standard for e-invoices allows two. ` +
        "There is no electronic form of this invoice; the PDF is the invoice.",
    };
  }
  return undefined;
}

interface Gap {
  readonly isOpen: boolean;
  readonly field: string;
  readonly message: string;
}

/** The first thing that EN 16931 asks of every invoice and this one lacks. */
export function findGap(document: Document, invoice: EInvoice): EInvoiceProblem | undefined {
  const gap = [...partyGaps(invoice), ...vatGaps(document, invoice), dueGap(invoice)].find(
    ({ isOpen }) => isOpen,
  );
  if (gap === undefined) return undefined;
  return { code: "einvoice-incomplete", field: gap.field, message: gap.message };
}

const partyGaps = ({ seller, buyer }: EInvoice): readonly Gap[] => [
  {
    isOpen: isBlank(seller.name), // BR-06
    field: "seller.legalName",
    message: "An e-invoice needs your company's name. Add it to your details.",
  },
  {
    isOpen: seller.address.countryCode === "", // BR-09
    field: "seller.address.countryCode",
    message: "An e-invoice needs the country of your address. Add it to your details.",
  },
  {
    isOpen: isBlank(buyer.name), // BR-07
    field: "buyer.name",
    message: "An e-invoice needs the buyer's name, and this order has none.",
  },
  {
    isOpen: buyer.address.countryCode === "", // BR-11
    field: "buyer.address.countryCode",
    message: "An e-invoice needs the country of the buyer's address, and this order has none.",
  },
];

function vatGaps({ vatBreakdown }: Document, { seller, buyer }: EInvoice): readonly Gap[] {
  const has = (category: VatCategory) => vatBreakdown.some((entry) => entry.category === category);
  return [
    {
      isOpen: !has("O") && seller.vatIdentifier === "", // BR-S-02, BR-Z-02, BR-E-02, BR-AE-02, BR-IC-02, BR-G-02
      field: "seller.vatIdentifier",
      message: "An e-invoice needs your VAT number. Add it to your details.",
    },
    {
      isOpen: has("O") && seller.legalRegistration === null, // BR-CO-26
      field: "seller.enterpriseNumber",
      message: "An e-invoice without VAT needs your enterprise number. Add it to your details.",
    },
    {
      isOpen: (has("AE") || has("K")) && buyer.vatIdentifier === "", // BR-AE-02, BR-IC-02
      field: "buyer.vatIdentifier",
      message: "Where the buyer accounts for the VAT, an e-invoice needs the buyer's VAT number.",
    },
    {
      isOpen: has("K"), // BR-IC-11: a delivery date or period, which no document carries yet
      field: "deliveryDate",
      message: "An e-invoice of an intra-Community supply needs the date of the delivery.",
    },
  ];
}

const dueGap = ({ totals, dueDate }: EInvoice): Gap => ({
  isOpen: /^\d.*[1-9]|^[1-9]/.test(totals.amountDue) && dueDate === "", // BR-CO-25
  field: "dueDate",
  message: "An e-invoice that is still to be paid needs a due date.",
});

const isBlank = (text: string): boolean => cleanText(text) === "";
