import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Document } from "#domain/document";
import { DOCUMENT_KINDS } from "#domain/merchant";
import { SELLER } from "../../../tests/golden/sample-documents.ts";
import { eInvoiceOf, writeCii, writeUbl } from "./index.ts";
import {
  credited,
  invoiceOf,
  sample,
  textsOf,
  untaxed,
  withBuyer,
  withSeller,
} from "./test-support.ts";

describe("refuses", () => {
  const speechless = untaxed("E");
  it.each([
    ["a seller without a name", withSeller({ legalName: "" }), "seller.legalName"],
    [
      "a seller in no country",
      withSeller({ address: { city: "Gent" } }),
      "seller.address.countryCode",
    ],
    ["a seller without a VAT number", withSeller({ vatIdentifier: "" }), "seller.vatIdentifier"],
    [
      "an export without the seller's VAT number",
      untaxed("G", withSeller({ vatIdentifier: "", taxNumber: "21/815" })),
      "seller.vatIdentifier",
    ],
    [
      "an unknown seller outside the scope of VAT",
      untaxed("O", withSeller({ vatIdentifier: "", enterpriseNumber: "" })),
      "seller.enterpriseNumber",
    ],
    ["reverse charge without the buyer's number", untaxed("AE"), "buyer.vatIdentifier"],
    [
      "an intra-Community supply without the buyer's VAT number",
      untaxed("K", withBuyer({ enterpriseNumber: "0417.497.106" })),
      "buyer.vatIdentifier",
    ],
    [
      "an exemption without a reason",
      {
        ...speechless,
        vatBreakdown: speechless.vatBreakdown.map((entry) => ({
          ...entry,
          exemption: { code: "", text: " " },
        })),
      },
      "vatBreakdown",
    ],
    ["something due without a due date", { ...sample(), dueDate: null }, "dueDate"],
  ])("%s, and names the field", (_, document, field) => {
    expect(eInvoiceOf(document)).toMatchObject({
      ok: false,
      problem: { code: "einvoice-incomplete", field },
    });
  });

  it("a currency of three decimals, in plain words", () => {
    const result = eInvoiceOf(
      sample({ currency: "KWD", lines: [{ name: "Mug", price: "1.050" }] }),
    );
    expect(result).toMatchObject({
      ok: false,
      problem: { code: "einvoice-impossible", field: "currency" },
    });
    expect(JSON.stringify(result)).toContain("KWD have three decimals");
  });

  it.each(DOCUMENT_KINDS.filter((kind) => kind !== "invoice" && kind !== "creditNote"))(
    "a document of kind %s",
    (kind) => {
      expect(eInvoiceOf(sample({ kind }))).toMatchObject({
        ok: false,
        problem: { code: "einvoice-not-an-invoice" },
      });
    },
  );
});

describe("a price", () => {
  const lineOf = (changes: Partial<Document["lines"][number]>) => {
    const document = sample();
    const [line] = document.lines;
    if (line === undefined) throw new Error("the sample has no line");
    return invoiceOf({ ...document, lines: [{ ...line, ...changes }] }).lines[0];
  };

  it("is never below zero: the quantity takes the sign", () => {
    expect(
      lineOf({ quantity: "2", unitPriceNet: "-5", allowances: [], lineNetAmount: "-10.00" }),
    ).toMatchObject({ quantity: "-2", unitPriceNet: "5", priceBaseQuantity: "" });
    expect(
      lineOf({ quantity: "-2", unitPriceNet: "-5", allowances: [], lineNetAmount: "10.00" }),
    ).toMatchObject({ quantity: "2", unitPriceNet: "5" });
  });

  it("is for the whole quantity where the price of one cannot give the net", () => {
    expect(
      lineOf({
        quantity: "3",
        unitPriceNet: "909.09090909",
        allowances: [{ reason: "", amount: "27" }],
        lineNetAmount: "2700",
      }),
    ).toMatchObject({ quantity: "3", unitPriceNet: "2727", priceBaseQuantity: "3" });
  });

  it("stands beside a name, whatever the shop left out", () => {
    expect(lineOf({ itemName: " ", options: ["", "Blauw"], sku: "S" })).toMatchObject({
      itemName: "Blauw",
      itemDescription: "Blauw",
    });
    expect(lineOf({ itemName: "", options: [], sku: "", lineId: "L1" })?.itemName).toBe("L1");
  });
});

describe("payment", () => {
  it("asks for a transfer with the reference while something is due", () => {
    const document = sample();
    expect(invoiceOf(document).payment).toEqual({
      meansCode: "58",
      meansText: "",
      terms: "",
      reference: document.paymentReference,
      iban: "BE68539007547034",
      accountName: "Atelier Noord BV",
      bic: "GKCCBEBB",
    });
    expect(textsOf(writeUbl(invoiceOf(document)), "cbc:PaymentID")).toEqual([
      document.paymentReference,
    ]);
  });

  it("shows no account and no reference once it is paid", () => {
    const payments = [{ method: "Bancontact", amount: "155.00", paidDate: "2026-11-20" }];
    const invoice = invoiceOf({ ...sample({ isPaid: true }), payments });
    expect(invoice.payment).toMatchObject({ meansCode: "68", meansText: "Bancontact", iban: "" });
    expect(writeUbl(invoice)).not.toContain("PaymentID");
  });

  it.each([
    ["USD", "30"],
    ["EUR", "58"],
  ])("in %s goes by code %s", (currency, code) => {
    expect(invoiceOf(sample({ currency })).payment.meansCode).toBe(code);
  });

  it("is not defined without an account", () => {
    const document = sample({ settings: { seller: { ...SELLER, iban: "", bic: "" } } });
    expect(invoiceOf(document).payment.meansCode).toBe("1");
  });
});

it("says why nothing is charged as the document says it", () => {
  const document = untaxed("G");
  const exemption = { code: "VATEX-EU-G", text: "Vrijgestelde uitvoer" };
  const invoice = invoiceOf({
    ...document,
    vatBreakdown: document.vatBreakdown.map((entry) => ({ ...entry, exemption })),
    legalMentions: [exemption.text],
  });
  expect(textsOf(writeUbl(invoice), "cbc:TaxExemptionReasonCode")).toEqual(["VATEX-EU-G"]);
  expect(textsOf(writeCii(invoice), "ram:ExemptionReason")).toEqual(["Vrijgestelde uitvoer"]);
  expect(invoice.note).not.toContain("uitvoer");
});

it("leaves out free shipping, and with it an exemption that nothing else needs", () => {
  const document = sample({ shipping: "0" });
  const vat = { category: "E", ratePercent: "0", exemptionReason: "exempt" } as const;
  const free = {
    category: "E",
    ratePercent: "0",
    taxableAmount: "0.00",
    taxAmount: "0.00",
  } as const;
  const invoice = invoiceOf({
    ...document,
    charges: document.charges.map((charge) => ({ ...charge, vat })),
    vatBreakdown: [...document.vatBreakdown, { ...free, exemption: null }],
  });
  expect(document.charges).toHaveLength(1);
  expect(invoice.charges).toEqual([]);
  expect(invoice.vatBreakdown.map(({ category }) => category)).toEqual(["S"]);
});

it("names the buyer's order beside its reference, or the shop's order where there is none", () => {
  const ordered = { ...sample(), buyerReference: "Afdeling 3", purchaseOrder: "PO-7" };
  const xml = writeUbl(invoiceOf(ordered));
  expect(textsOf(xml, "cbc:BuyerReference")).toEqual(["Afdeling 3"]);
  expect(xml).toContain(
    "<cac:OrderReference><cbc:ID>PO-7</cbc:ID><cbc:SalesOrderID>#1042</cbc:SalesOrderID></cac:OrderReference>",
  );
  expect(writeUbl(invoiceOf(sample()))).toContain(
    "<cac:OrderReference><cbc:ID>#1042</cbc:ID></cac:OrderReference>",
  );
});

it("says everything in one note", () => {
  const document = {
    ...sample(),
    caption: "Bedankt",
    note: "Graag <snel>",
    legalMentions: ["Btw terug te storten"],
  };
  expect(textsOf(writeUbl(invoiceOf(document)), "cbc:Note")).toEqual([
    "Bedankt\n\nGraag &lt;snel&gt;\n\nBtw terug te storten",
  ]);
});

it("tells the VAT in the seller's own currency too", () => {
  const own = { currency: "EUR", vatTotal: "24.68", exchangeRate: "0.9174" };
  const invoice = invoiceOf({ ...sample({ currency: "USD" }), vatInOwnCurrency: own });
  const ubl = writeUbl(invoice);
  expect(textsOf(ubl, "cbc:TaxCurrencyCode")).toEqual(["EUR"]);
  expect(ubl).toContain(
    '<cac:TaxTotal><cbc:TaxAmount currencyID="EUR">24.68</cbc:TaxAmount></cac:TaxTotal>',
  );
  const cii = writeCii(invoice);
  expect(textsOf(cii, "ram:TaxCurrencyCode")).toEqual(["EUR"]);
  expect(cii).toContain('<ram:TaxTotalAmount currencyID="EUR">24.68</ram:TaxTotalAmount>');
  const dinar = { ...own, currency: "KWD", vatTotal: "7.123" };
  expect(invoiceOf({ ...sample(), vatInOwnCurrency: dinar }).vatInOwnCurrency).toBeNull();
});

it("gives a reduction of the whole document its reason, and a code where one fits", () => {
  const document = sample();
  const [line] = document.lines;
  if (line === undefined) throw new Error("the sample has no line");
  const allowance = (type: "discount" | "restockingFee", name: string) => ({
    allowanceId: name,
    type,
    name,
    amount: "5.00",
    amountWithVat: "6.05",
    vat: line.vat,
  });
  const invoice = invoiceOf({
    ...document,
    allowances: [
      allowance("discount", "Trouwe klant"),
      allowance("restockingFee", "Terugnamekosten"),
      { ...allowance("discount", "Niets"), amount: "0.00" },
    ],
    totals: { ...document.totals, allowanceTotal: "10.00" },
  });
  expect(invoice.allowances).toEqual([
    { reasonCode: "95", reason: "Trouwe klant", amount: "5.00", vat: line.vat },
    { reasonCode: "", reason: "Terugnamekosten", amount: "5.00", vat: line.vat },
  ]);
  expect(textsOf(writeUbl(invoice), "cbc:AllowanceTotalAmount")).toEqual(["10.00"]);
  expect(textsOf(writeCii(invoice), "ram:AllowanceTotalAmount")).toEqual(["10.00"]);
});

it("writes the document's amounts, each as it is, and no empty element but the one CII demands", () => {
  const price = fc.integer({ min: 0, max: 99_999 }).map((cents) => (cents / 100).toFixed(2));
  const line = fc.record({
    name: fc.string({ unit: "binary", maxLength: 20 }),
    quantity: fc.constantFrom("1", "2", "7", "0.5"),
    price,
    rate: fc.constantFrom("21", "6", "0"),
  });
  const samples = fc.record({
    lines: fc.array(line, { minLength: 1, maxLength: 6 }),
    shipping: fc.constantFrom("4.95", "6.05"),
    pricesIncludeVat: fc.boolean(),
    isPaid: fc.boolean(),
  });
  fc.assert(
    fc.property(samples, (drawn) => {
      const document = sample(drawn);
      const { lines, totals, vatBreakdown } = document;
      const ubl = writeUbl(invoiceOf(document));
      const cii = writeCii(invoiceOf(document));
      const nets = lines.map(({ lineNetAmount }) => lineNetAmount);
      const taxes = vatBreakdown.map(({ taxAmount }) => taxAmount);
      expect(textsOf(ubl, "cbc:LineExtensionAmount")).toEqual([totals.lineNetTotal, ...nets]);
      expect(textsOf(cii, "ram:LineTotalAmount")).toEqual([...nets, totals.lineNetTotal]);
      expect(textsOf(ubl, "cbc:TaxAmount")).toEqual([totals.vatTotal, ...taxes]);
      expect(textsOf(cii, "ram:CalculatedAmount")).toEqual(taxes);
      expect(textsOf(ubl, "cbc:TaxInclusiveAmount")).toEqual([totals.totalWithVat]);
      expect(textsOf(cii, "ram:GrandTotalAmount")).toEqual([totals.totalWithVat]);
      expect(textsOf(ubl, "cbc:PayableAmount")).toEqual([totals.amountDue]);
      expect(textsOf(cii, "ram:DuePayableAmount")).toEqual([totals.amountDue]);
      expect(writeUbl(invoiceOf(credited(document)))).toContain("</CreditNote>");
      expect(ubl).not.toMatch(/<([\w:]+)[^>]*>\s*<\/\1>|\/>/);
      expect(cii.replace("<ram:ApplicableHeaderTradeDelivery/>", "")).not.toMatch(
        /<([\w:]+)[^>]*>\s*<\/\1>|\/>/,
      );
    }),
  );
});
