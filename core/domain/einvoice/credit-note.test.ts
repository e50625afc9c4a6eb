import { describe, expect, it } from "vitest";
import { writeCii, writeUbl } from "./index.ts";
import { credited, inCountry, invoiceOf, sample, textsOf, withSeller } from "./test-support.ts";

describe("a credit note", () => {
  it("is a CreditNote in UBL, with its own names and the invoice that it mends", () => {
    const ubl = writeUbl(invoiceOf(credited()));
    expect(ubl).toContain(
      '<CreditNote xmlns="urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2"',
    );
    expect(textsOf(ubl, "cbc:CreditNoteTypeCode")).toEqual(["381"]);
    expect(textsOf(ubl, "cbc:CreditedQuantity")).toEqual(["1", "4"]);
    expect(ubl).toContain(
      "<cac:BillingReference><cac:InvoiceDocumentReference><cbc:ID>2026-0042</cbc:ID>" +
        "<cbc:IssueDate>2026-11-21</cbc:IssueDate></cac:InvoiceDocumentReference></cac:BillingReference>",
    );
    expect(ubl).not.toMatch(/cbc:DueDate|InvoiceLine|InvoicedQuantity|PaymentID/);
    expect(textsOf(ubl, "cbc:PayableAmount")).toEqual(["155.00"]);
  });

  it("is type 381 in CII, and refers to the invoice", () => {
    const cii = writeCii(invoiceOf(credited()));
    expect(textsOf(cii, "ram:TypeCode")[0]).toBe("381");
    expect(cii).toContain(
      "<ram:InvoiceReferencedDocument><ram:IssuerAssignedID>2026-0042</ram:IssuerAssignedID>" +
        '<ram:FormattedIssueDateTime><qdt:DateTimeString format="102">20261121</qdt:DateTimeString>',
    );
  });

  it("of an invoice whose date nobody knows names its number alone", () => {
    const document = { ...credited(), precedingInvoice: { number: "F-12", issueDate: null } };
    expect(writeUbl(invoiceOf(document))).toContain(
      "<cac:InvoiceDocumentReference><cbc:ID>F-12</cbc:ID></cac:InvoiceDocumentReference>",
    );
    expect(writeCii(invoiceOf(document))).not.toContain("FormattedIssueDateTime");
  });

  it("has its due date, if it ever has one, at the means of payment", () => {
    const ubl = writeUbl(invoiceOf({ ...credited(), dueDate: "2026-12-05" }));
    expect(textsOf(ubl, "cbc:PaymentDueDate")).toEqual(["2026-12-05"]);
    expect(ubl).not.toContain("cbc:DueDate");
  });

  it("was paid back by the method of the refund", () => {
    const payments = [{ method: "Bancontact", amount: "155.00", paidDate: "2026-11-28" }];
    const document = credited(sample({ isPaid: true }));
    expect(invoiceOf({ ...document, payments }).payment).toMatchObject({
      meansCode: "68",
      meansText: "Bancontact",
      terms: "",
      iban: "",
    });
  });

  it.each([
    ["nl-BE", "Te verrekenen of terug te betalen"],
    ["fr-BE", "À compenser ou à rembourser"],
    ["de-DE", "Wird verrechnet oder erstattet"],
    ["en-GB", "To be set off or paid back"],
  ])("that is set off says so in %s", (locale, words) => {
    const invoice = invoiceOf(credited(sample({ locale })));
    expect(invoice.payment).toMatchObject({ meansCode: "97", meansText: "", terms: words });
    expect(textsOf(writeUbl(invoice), "cbc:Note")).toContain(words);
    expect(textsOf(writeCii(invoice), "ram:Description")).toEqual(expect.arrayContaining([words]));
  });

  it("between Dutch parties is settled as agreed", () => {
    const address = { line1: "Gracht 1", postalCode: "1015", city: "Amsterdam", countryCode: "NL" };
    const document = credited(inCountry(withSeller({ address }), "NL"));
    expect(invoiceOf(document).payment.meansCode).toBe("57");
  });
});

it("the paper goes with the UBL", () => {
  const ubl = writeUbl(invoiceOf(credited()), {
    attachments: [
      {
        id: "C2026-0007",
        description: "Creditnota",
        fileName: 'C2026 "7".pdf',
        mediaType: "application/pdf",
        base64: "JVBERi0=",
      },
    ],
  });
  expect(ubl).toContain(
    "<cac:AdditionalDocumentReference><cbc:ID>C2026-0007</cbc:ID>" +
      "<cbc:DocumentDescription>Creditnota</cbc:DocumentDescription><cac:Attachment>" +
      '<cbc:EmbeddedDocumentBinaryObject mimeCode="application/pdf" filename="C2026 &quot;7&quot;.pdf">' +
      "JVBERi0=</cbc:EmbeddedDocumentBinaryObject></cac:Attachment></cac:AdditionalDocumentReference>",
  );
});
