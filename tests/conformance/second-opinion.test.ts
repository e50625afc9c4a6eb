import { InvoiceService } from "@e-invoice-eu/core";
import { expect, it } from "vitest";
import { decimal } from "#domain/money";
import { eInvoiceOf, writeCii, writeUbl } from "#domain/einvoice";
import { generatedDocuments } from "./generated-documents.ts";
import { internalFormatOf } from "./internal-format.ts";

/** Every figure of CII, and what says what it is: of the lines, the allowances and charges, the VAT and the totals. */
const FIGURES = [
  "ram:TypeCode",
  "ram:BilledQuantity",
  "ram:ChargeAmount",
  "ram:BasisQuantity",
  "udt:Indicator",
  "ram:ActualAmount",
  "ram:ReasonCode",
  "ram:CategoryCode",
  "ram:RateApplicablePercent",
  "ram:CalculatedAmount",
  "ram:BasisAmount",
  "ram:ExemptionReasonCode",
  "ram:LineTotalAmount",
  "ram:ChargeTotalAmount",
  "ram:AllowanceTotalAmount",
  "ram:TaxBasisTotalAmount",
  "ram:TaxTotalAmount",
  "ram:RoundingAmount",
  "ram:GrandTotalAmount",
  "ram:TotalPrepaidAmount",
  "ram:DuePayableAmount",
  "ram:InvoiceCurrencyCode",
  "ram:TaxCurrencyCode",
];

const figuresOf = (cii: string) =>
  Object.fromEntries(
    FIGURES.map((name) => [
      name,
      Array.from(cii.matchAll(new RegExp(`<${name}[ >][^<]*`, "g"))).map(([text]) =>
        text.replace(/^<[^>]*>/, ""),
      ),
    ]),
  );

/** E-Invoice-EU takes no price of more than two decimals, though EN 16931 sets no limit (BT-146): it gets them rounded. */
const withShortPrices = (xml: string): string =>
  xml.replace(
    /(<(?:cbc:PriceAmount|ram:ChargeAmount)[^>]*>)([^<]*)/g,
    (_, tag: string, price: string) => tag + decimal(price).round(2).toFixed(),
  );

const service = new InvoiceService(console);

/** The figures of the CII that E-Invoice-EU makes of our UBL. */
async function theirFiguresOf(ubl: string) {
  const invoice = internalFormatOf(withShortPrices(ubl));
  return figuresOf(String(await service.generate(invoice, { format: "CII", lang: "en" })));
}

/** It needs a fifth of a second for each. */
const SAMPLE = 60;
const TIMEOUT_MILLISECONDS = 120_000;

it(
  "E-Invoice-EU reads our UBL, and its CII has the figures of ours",
  async () => {
    for (const document of generatedDocuments(SAMPLE)) {
      const invoice = eInvoiceOf(document);
      if (!invoice.ok) throw new Error(`${document.number}: ${invoice.problem.message}`);
      const ubl = writeUbl(invoice.value);
      const ourFigures = figuresOf(withShortPrices(writeCii(invoice.value)));
      expect([document.number, await theirFiguresOf(ubl)]).toEqual([document.number, ourFigures]);
    }
  },
  TIMEOUT_MILLISECONDS,
);

it("sees one changed figure", async () => {
  const [document] = generatedDocuments(1);
  const invoice = document === undefined ? undefined : eInvoiceOf(document);
  if (invoice?.ok !== true) throw new Error("there is no invoice");
  const ubl = writeUbl(invoice.value);
  const changed = ubl.replace(/(<cbc:TaxableAmount [^>]*>)[^<]*/, "$1987654.32");
  expect(await theirFiguresOf(changed)).not.toEqual(await theirFiguresOf(ubl));
});
