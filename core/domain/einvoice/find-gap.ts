import type { Document } from "#domain/document";
import { KIND_FACTS } from "#domain/merchant";
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
  if (!KIND_FACTS[kind].isFiscal) {
    return {
      code: "einvoice-not-an-invoice",
      field: "kind",
      message:
        "Only invoices and credit notes have an electronic form. This document is of another kind.",
    };
  }
  if (minorDigits(currency) > 2) {
    return {
      code: "einvoice-impossible",
      field: "currency",
      message:
        `Amounts in ${currency} have three decimals, and the European standard for e-invoices allows two. ` +
        "There is no electronic form of this document; the PDF is what counts.",
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
export function findGap(invoice: EInvoice): EInvoiceProblem | undefined {
  const gap = [...sellerGaps(invoice), ...vatGaps(invoice), dueGap(invoice)].find(
    ({ isOpen }) => isOpen,
  );
  if (gap === undefined) return undefined;
  return { code: "einvoice-incomplete", field: gap.field, message: gap.message };
}

function sellerGaps({ seller, vatBreakdown }: EInvoice): readonly Gap[] {
  const has = hasCategory(vatBreakdown);
  const taxIdentifier = seller.vatIdentifier + seller.taxNumber;
  return [
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
      isOpen: !has("O") && taxIdentifier === "", // BR-S-02, BR-Z-02, BR-E-02, BR-AE-02
      field: "seller.vatIdentifier",
      message:
        "An e-invoice needs your VAT number, or your tax number when you have none. Add it to your details.",
    },
    {
      isOpen: (has("K") || has("G")) && seller.vatIdentifier === "", // BR-IC-02, BR-G-02
      field: "seller.vatIdentifier",
      message:
        "An e-invoice for goods that leave your country without VAT needs your VAT number. Add it to your details.",
    },
    {
      isOpen: has("O") && seller.identifier === "" && seller.legalRegistration === null, // BR-CO-26
      field: "seller.enterpriseNumber",
      message: "An e-invoice without VAT needs your enterprise number. Add it to your details.",
    },
  ];
}

function vatGaps({ vatBreakdown, buyer }: EInvoice): readonly Gap[] {
  const has = hasCategory(vatBreakdown);
  return [
    {
      // BR-AE-02, BR-IC-02
      isOpen:
        (has("K") && buyer.vatIdentifier === "") ||
        (has("AE") && buyer.vatIdentifier === "" && buyer.legalRegistration === null),
      field: "buyer.vatIdentifier",
      message: "Where the buyer accounts for the VAT, an e-invoice needs the buyer's VAT number.",
    },
    {
      isOpen: vatBreakdown.some(
        ({ category, exemptionCode, exemptionReason }) =>
          category !== "S" && category !== "Z" && isBlank(exemptionCode + exemptionReason),
      ), // BR-E-10, BR-AE-10, BR-IC-10, BR-G-10, BR-O-10
      field: "vatBreakdown",
      message: "An e-invoice must say why no VAT is charged.",
    },
  ];
}

const hasCategory =
  (vatBreakdown: EInvoice["vatBreakdown"]) =>
  (category: VatCategory): boolean =>
    vatBreakdown.some((entry) => entry.category === category);

/** A credit note asks for nothing, and says in words what becomes of its amount. */
const dueGap = ({ totals, dueDate, payment }: EInvoice): Gap => ({
  isOpen: isAboveZero(totals.amountDue) && dueDate + payment.terms === "", // BR-CO-25
  field: "dueDate",
  message: "An e-invoice that is still to be paid needs a due date.",
});

const isAboveZero = (amount: string): boolean => /[1-9]/.test(amount) && !amount.startsWith("-");
const isBlank = (text: string): boolean => cleanText(text) === "";
