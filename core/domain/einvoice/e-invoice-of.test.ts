import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Document } from "#domain/document";
import { DOCUMENT_KINDS } from "#domain/merchant";
import { sampleDocument, SELLER, type Sample } from "../../../tests/golden/sample-documents.ts";
import { eInvoiceOf, writeCii, writeUbl, type EInvoice } from "./index.ts";

function invoiceOf(document: Document): EInvoice {
  const invoice = eInvoiceOf(document);
  if (!invoice.ok) throw new Error(invoice.problem.message);
  return invoice.value;
}

const sample = (changes: Sample = {}): Document => sampleDocument(changes);

type Buyer = Document["buyer"];
const withBuyer = (changes: Partial<Buyer>, document = sample()): Document => ({
  ...document,
  buyer: { ...document.buyer, ...changes },
});

const inCountry = (document: Document, countryCode: string): Document =>
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

const GERMAN_SELLER = {
  ...SELLER,
  vatIdentifier: "DE123456789",
  enterpriseNumber: "",
  address: { line1: "Hauptstraße 2", postalCode: "10115", city: "Berlin", countryCode: "DE" },
};

/** The texts of all elements of one name. */
const textsOf = (xml: string, name: string): string[] =>
  Array.from(xml.matchAll(new RegExp(`<${name}(?: [^>]*)?>([^<]*)</${name}>`, "g"))).map(
    ([, text = ""]) => text,
  );

describe("the profile", () => {
  it.each([
    ["a consumer", sample(), "core", "urn:cen.eu:en16931:2017"],
    [
      "a company that Peppol can find",
      withBuyer({ vatIdentifier: "BE 0417.497.106" }),
      "peppol",
      "urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0",
    ],
    [
      "a German public buyer",
      inCountry({ ...sample(), buyerReference: "04011000-12345-03" }, "DE"),
      "xrechnung",
      "urn:cen.eu:en16931:2017#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0",
    ],
  ])("of %s", (_, document, profile, specification) => {
    const invoice = invoiceOf(document);
    expect(invoice).toMatchObject({ profile, findings: [] });
    expect(textsOf(writeUbl(invoice), "cbc:CustomizationID")).toEqual([specification]);
    expect(textsOf(writeUbl(invoice), "cbc:ProfileID")).toHaveLength(profile === "core" ? 0 : 1);
  });

  it("in CII is the core for Peppol, which takes UBL only", () => {
    const xml = writeCii(invoiceOf(withBuyer({ vatIdentifier: "BE0417497106" })));
    expect(xml).toContain("<ram:ID>urn:cen.eu:en16931:2017</ram:ID>");
    expect(xml).not.toContain("peppol");
  });

  it("is the core, and the findings say why, where XRechnung asks for more than is there", () => {
    const document = sample({ settings: { seller: { ...SELLER, phone: "", email: "" } } });
    const invoice = invoiceOf(inCountry({ ...document, buyerReference: "992-90009-96" }, "DE"));
    expect(invoice.profile).toBe("core");
    expect(invoice.findings.map(({ rule, field }) => `${rule} ${field}`)).toEqual([
      "BR-DE-6 seller.phone",
      "BR-DE-7 seller.email",
    ]);
    expect(invoice.findings[0]?.message).toContain("your telephone number");
  });

  it("between German parties wants the buyer's reference", () => {
    const document = withBuyer(
      { vatIdentifier: "DE987654321" },
      inCountry(sample({ settings: { seller: GERMAN_SELLER } }), "DE"),
    );
    expect(invoiceOf(document).findings.map(({ field }) => field)).toEqual(["buyerReference"]);
    expect(invoiceOf({ ...document, buyerReference: "Bestellung 7" }).profile).toBe("peppol");
  });

  it("between Dutch parties wants both streets", () => {
    const seller = {
      ...SELLER,
      vatIdentifier: "NL859123456B01",
      address: { postalCode: "1015 DK", city: "Amsterdam", countryCode: "NL" },
    };
    const document = inCountry(sample({ settings: { seller } }), "NL");
    const invoice = invoiceOf(withBuyer({ vatIdentifier: "NL001234567B02" }, document));
    expect(invoice.findings.map(({ field }) => field)).toEqual(["seller.address.line1"]);
  });
});

describe("refuses", () => {
  const noAddress = withBuyer({ address: null });
  const withCategory = (category: "AE" | "K"): Document => ({
    ...sample(),
    vatBreakdown: [{ category, ratePercent: "0", taxableAmount: "155.00", taxAmount: "0.00" }],
  });
  it.each([
    ["a buyer without an address", noAddress, "buyer.address.countryCode"],
    ["a buyer in no country", inCountry(sample(), "ZZ"), "buyer.address.countryCode"],
    ["a buyer without a name", withBuyer({ name: " \u0000" }), "buyer.name"],
    ["a seller without a name", sampleWithSeller({ legalName: "" }), "seller.legalName"],
    [
      "a seller in no country",
      sampleWithSeller({ address: { city: "Gent" } }),
      "seller.address.countryCode",
    ],
    [
      "a seller without a VAT number",
      sampleWithSeller({ vatIdentifier: "" }),
      "seller.vatIdentifier",
    ],
    ["reverse charge without the buyer's number", withCategory("AE"), "buyer.vatIdentifier"],
    [
      "an intra-Community supply without a delivery date",
      withBuyer({ vatIdentifier: "NL001234567B02" }, withCategory("K")),
      "deliveryDate",
    ],
    ["something due without a due date", { ...sample(), dueDate: null }, "dueDate"],
  ])("%s, and names the field", (_, document, field) => {
    expect(eInvoiceOf(document)).toMatchObject({
      ok: false,
      problem: { code: "einvoice-incomplete", field },
    });
  });

  function sampleWithSeller(changes: object) {
    return sample({ settings: { seller: { ...SELLER, ...changes } } });
  }

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

  it.each(DOCUMENT_KINDS.filter((kind) => kind !== "invoice"))("a document of kind %s", (kind) => {
    expect(eInvoiceOf(sample({ kind }))).toMatchObject({
      ok: false,
      problem: { code: "einvoice-not-an-invoice" },
    });
  });
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

it("gives a reason for an exemption in the document's language, and a code where one fits", () => {
  const exempt = (category: "E" | "AE" | "G", language: Document["language"]): EInvoice =>
    invoiceOf({
      ...withBuyer({ vatIdentifier: "BE0417497106" }),
      language,
      lines: sample().lines.map((line) => ({ ...line, vat: { category, ratePercent: "0" } })),
      vatBreakdown: [{ category, ratePercent: "0", taxableAmount: "155.00", taxAmount: "0.00" }],
    });
  expect(exempt("E", "nl").vatBreakdown[0]).toMatchObject({
    exemptionCode: "",
    exemptionReason: "Vrijgesteld van btw",
  });
  expect(exempt("AE", "fr").vatBreakdown[0]).toMatchObject({
    exemptionCode: "VATEX-EU-AE",
    exemptionReason: "Autoliquidation",
  });
  expect(exempt("G", "en").vatBreakdown[0]?.exemptionCode).toBe("VATEX-EU-G");
});

it("leaves out free shipping, and with it an exemption that nothing else needs", () => {
  const document = sample({ shipping: "0" });
  const vat = { category: "E", ratePercent: "0" } as const;
  const invoice = invoiceOf({
    ...document,
    charges: document.charges.map((charge) => ({ ...charge, vat })),
    vatBreakdown: [...document.vatBreakdown, { ...vat, taxableAmount: "0.00", taxAmount: "0.00" }],
  });
  expect(document.charges).toHaveLength(1);
  expect(invoice.charges).toEqual([]);
  expect(invoice.vatBreakdown.map(({ category }) => category)).toEqual(["S"]);
});

it("names the buyer's order, or the shop's where there is none, and one note at most", () => {
  const words = { caption: "Bedankt", note: "Graag <snel>" };
  const xml = writeUbl(invoiceOf({ ...sample(), buyerReference: "PO-7", ...words }));
  expect(textsOf(xml, "cbc:BuyerReference")).toEqual(["PO-7"]);
  expect(xml).toContain(
    "<cac:OrderReference><cbc:ID>PO-7</cbc:ID><cbc:SalesOrderID>#1042</cbc:SalesOrderID></cac:OrderReference>",
  );
  expect(textsOf(xml, "cbc:Note")).toEqual(["Bedankt\n\nGraag &lt;snel&gt;"]);
  expect(writeUbl(invoiceOf(sample()))).toContain(
    "<cac:OrderReference><cbc:ID>#1042</cbc:ID></cac:OrderReference>",
  );
});

it("keeps a buyer's number that is no VAT number as the buyer's identifier", () => {
  const invoice = invoiceOf(inCountry(withBuyer({ vatIdentifier: "12-3456789" }), "US"));
  expect(invoice.buyer).toMatchObject({ vatIdentifier: "", identifier: "123456789" });
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
      expect(ubl).not.toMatch(/<([\w:]+)[^>]*>\s*<\/\1>|\/>/);
      expect(cii.replace("<ram:ApplicableHeaderTradeDelivery/>", "")).not.toMatch(
        /<([\w:]+)[^>]*>\s*<\/\1>|\/>/,
      );
    }),
  );
});
