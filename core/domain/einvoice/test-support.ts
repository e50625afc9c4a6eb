import type { Document } from "#domain/document";
import { sampleDocument, SELLER, type Sample } from "../../../tests/golden/sample-documents.ts";
import { eInvoiceOf, type EInvoice } from "./index.ts";

export function invoiceOf(document: Document): EInvoice {
  const invoice = eInvoiceOf(document);
  if (!invoice.ok) throw new Error(invoice.problem.message);
  return invoice.value;
}

export const sample = (changes: Sample = {}): Document => sampleDocument(changes);

export const withSeller = (changes: object): Document =>
  sample({ settings: { seller: { ...SELLER, ...changes } } });

export const withBuyer = (changes: Partial<Document["buyer"]>, document = sample()): Document => ({
  ...document,
  buyer: { ...document.buyer, ...changes },
});

/** The buyer's address in Berlin, whatever the country. */
export const inCountry = (document: Document, countryCode: string): Document =>
  withBuyer(
    {
      address: {
        line1: "Hauptstraße 1",
        line2: "",
        postalCode: "10115",
        city: "Berlin",
        region: "",
        countryCode,
      },
    },
    document,
  );

/** Everything on it without VAT, for one reason. */
export function untaxed(category: "E" | "AE" | "K" | "G" | "O", document = sample()): Document {
  const vat = { category, ratePercent: "0", exemptionReason: "exempt" } as const;
  return {
    ...document,
    lines: document.lines.map((line) => ({ ...line, vat })),
    vatBreakdown: [
      {
        category,
        ratePercent: "0",
        taxableAmount: "155.00",
        taxAmount: "0.00",
        exemption: { code: "", text: "Because" },
      },
    ],
  };
}

/** All of an invoice, given back. */
export const credited = (invoice = sample()): Document => ({
  ...invoice,
  kind: "creditNote",
  number: "C2026-0007",
  dueDate: null,
  paymentReference: "",
  precedingInvoice: { number: "2026-0042", issueDate: "2026-11-21" },
});

/** The texts of all elements of one name. */
export const textsOf = (xml: string, name: string): string[] =>
  Array.from(xml.matchAll(new RegExp(`<${name}(?: [^>]*)?>([^<]*)</${name}>`, "g"))).map(
    ([, text = ""]) => text,
  );
