import { describe, expect, it } from "vitest";
import { writeCii, writeUbl } from "./index.ts";
import {
  inCountry,
  invoiceOf,
  sample,
  textsOf,
  untaxed,
  withBuyer,
  withSeller,
} from "./test-support.ts";

describe("the seller", () => {
  it("without a VAT number is known by its tax number", () => {
    const document = withSeller({ vatIdentifier: "", enterpriseNumber: "", taxNumber: "21/815" });
    const invoice = invoiceOf(document);
    expect(invoice.seller).toMatchObject({
      vatIdentifier: "",
      taxNumber: "21/815",
      identifier: "21/815", // BR-CO-26
    });
    expect(writeUbl(invoice)).toContain(
      "<cbc:CompanyID>21/815</cbc:CompanyID><cac:TaxScheme><cbc:ID>TAX</cbc:ID></cac:TaxScheme>",
    );
    expect(writeCii(invoice)).toContain('<ram:ID schemeID="FC">21/815</ram:ID>');
  });

  it("with a VAT number shows no other", () => {
    const { seller } = invoiceOf(withSeller({ taxNumber: "21/815" }));
    expect(seller).toMatchObject({
      vatIdentifier: "BE0417497106",
      taxNumber: "",
      identifier: "",
      legalRegistration: { scheme: "0208", value: "0417497106" },
    });
  });

  it("is found where the merchant says, else where its numbers tell", () => {
    const document = sample();
    const electronicAddress = { scheme: "0088", value: "5412345000013" };
    const named = { ...document, eInvoicing: { ...document.eInvoicing, electronicAddress } };
    expect(invoiceOf(named).seller.electronicAddress).toEqual(electronicAddress);
    expect(invoiceOf(document).seller.electronicAddress).toEqual({
      scheme: "0208",
      value: "0417497106",
    });
  });
});

describe("outside the scope of VAT", () => {
  it("nobody has a VAT identifier, and only the breakdown has a rate", () => {
    const document = untaxed("O", withBuyer({ vatIdentifier: "BE0417497106" }));
    const invoice = invoiceOf(document);
    expect([invoice.seller.vatIdentifier, invoice.buyer.vatIdentifier]).toEqual(["", ""]);
    expect(textsOf(writeUbl(invoice), "cbc:Percent")).toEqual(["0"]);
    expect(textsOf(writeCii(invoice), "ram:RateApplicablePercent")).toEqual(["0"]);
  });

  it("a seller in no register is known by the number that it has", () => {
    const changes = {
      vatIdentifier: "FR40303265045",
      enterpriseNumber: "",
      address: { countryCode: "FR" },
    };
    expect(invoiceOf(untaxed("O", withSeller(changes))).seller.identifier).toBe("FR40303265045");
  });
});

describe("the buyer", () => {
  it("keeps a number that is no VAT number as its identifier", () => {
    const invoice = invoiceOf(inCountry(withBuyer({ vatIdentifier: "12-3456789" }), "US"));
    expect(invoice.buyer).toMatchObject({ vatIdentifier: "", identifier: "123456789" });
  });

  it("has its VAT number with the country, however it was typed", () => {
    const { buyer } = invoiceOf(withBuyer({ vatIdentifier: "0417.497.106" }));
    expect(buyer).toMatchObject({ vatIdentifier: "BE0417497106", identifier: "" });
  });

  it("is found where it says, else by its Leitweg-ID, else by its numbers", () => {
    const electronicAddress = { scheme: "0088", value: "5412345000013" };
    const routed = {
      ...withBuyer({ vatIdentifier: "BE0417497106" }),
      buyerReference: "992-90009-96",
    };
    expect(invoiceOf(withBuyer({ electronicAddress }, routed)).buyer.electronicAddress).toEqual(
      electronicAddress,
    );
    expect(invoiceOf(routed).buyer.electronicAddress?.scheme).toBe("0204");
    expect(invoiceOf({ ...routed, buyerReference: "" }).buyer.electronicAddress?.scheme).toBe(
      "0208",
    );
    expect(invoiceOf(withBuyer({ enterpriseNumber: "0417497106" })).buyer).toMatchObject({
      electronicAddress: { scheme: "0208", value: "0417497106" },
      legalRegistration: { scheme: "0208", value: "0417497106" },
    });
  });

  it.each([
    [{ name: " \u0000", contactName: "Ada", email: "ada@example.com" }, "Ada"],
    [{ name: "", contactName: "", email: "ada@example.com" }, "ada@example.com"],
    [{ name: "", contactName: " ", email: "" }, "—"],
  ])("who gives no name is called by what there is: %j", (names, name) => {
    expect(invoiceOf(withBuyer(names)).buyer.name).toBe(name);
  });

  it("who gives no country is where the goods went, else where they were sold", () => {
    const nowhere = withBuyer({ address: null });
    expect(invoiceOf(nowhere).buyer.address.countryCode).toBe("BE");
    const address = {
      line1: "",
      line2: "",
      postalCode: "",
      city: "",
      region: "",
      countryCode: "FR",
    };
    const sent = { ...nowhere, deliverTo: { name: "", address } };
    expect(invoiceOf(sent).buyer.address.countryCode).toBe("FR");
    expect(invoiceOf(inCountry(sample(), "ZZ")).buyer.address.countryCode).toBe("BE");
  });
});

describe("the delivery", () => {
  const toBusiness = untaxed("K", inCountry(withBuyer({ vatIdentifier: "DE136695976" }), "DE"));

  it("within the Union has a date and a country", () => {
    expect(invoiceOf({ ...toBusiness, deliveryDate: "2026-11-19" }).delivery).toMatchObject({
      date: "2026-11-19",
      address: { countryCode: "DE" },
    });
    expect(invoiceOf(toBusiness).delivery.date).toBe("2026-11-21");
    const precedingInvoice = { number: "1", issueDate: "2026-10-01" };
    const note = { ...toBusiness, kind: "creditNote", dueDate: null, precedingInvoice } as const;
    expect(invoiceOf(note).delivery.date).toBe("2026-10-01");
  });

  it("is left out where nothing is known of it", () => {
    const invoice = invoiceOf(sample());
    expect(invoice.delivery).toEqual({ date: "", name: "", address: null });
    expect(writeUbl(invoice)).not.toContain("cac:Delivery");
  });

  it("in a country that the standard does not know keeps its name only", () => {
    const address = {
      line1: "Weg 1",
      line2: "",
      postalCode: "",
      city: "",
      region: "",
      countryCode: "ZZ",
    };
    const invoice = invoiceOf({
      ...sample(),
      deliverTo: { name: "Depot", address },
      deliveryDate: "2026-11-20",
    });
    expect(invoice.delivery).toEqual({ date: "2026-11-20", name: "Depot", address: null });
    expect(textsOf(writeCii(invoice), "udt:DateTimeString")).toContain("20261120");
  });
});
