import { describe, expect, it } from "vitest";
import type { Document } from "#domain/document";
import { SELLER } from "../../../tests/golden/sample-documents.ts";
import { writeCii, writeUbl } from "./index.ts";
import {
  credited,
  inCountry,
  invoiceOf,
  sample,
  textsOf,
  withBuyer,
  withSeller,
} from "./test-support.ts";

const GERMAN_SELLER = {
  ...SELLER,
  vatIdentifier: "DE136695976",
  enterpriseNumber: "",
  address: { line1: "Hauptstraße 2", postalCode: "10115", city: "Berlin", countryCode: "DE" },
};

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
      { vatIdentifier: "DE811569869" },
      inCountry(sample({ settings: { seller: GERMAN_SELLER } }), "DE"),
    );
    expect(invoiceOf(document).findings.map(({ field }) => field)).toEqual(["buyerReference"]);
    expect(invoiceOf({ ...document, buyerReference: "Bestellung 7" }).profile).toBe("peppol");
  });

  it("is the one that the merchant names, where the document meets it", () => {
    const named = (profile: "peppol" | "xrechnung" | "core", document: Document) =>
      invoiceOf({ ...document, eInvoicing: { ...document.eInvoicing, profile } });
    const belgian = withBuyer({ vatIdentifier: "BE0417497106" });
    expect(named("core", belgian)).toMatchObject({ profile: "core", findings: [] });
    expect(named("xrechnung", { ...belgian, buyerReference: "Zaal 3" }).profile).toBe("xrechnung");
    expect(named("xrechnung", belgian).findings.map(({ rule }) => rule)).toEqual(["BR-DE-15"]);
    const consumer = named("peppol", sample());
    expect(consumer.profile).toBe("core");
    expect(consumer.findings.map(({ rule, field }) => `${rule} ${field}`)).toEqual([
      "PEPPOL-EN16931-R010 buyer.electronicAddress",
    ]);
  });

  it.each([
    ["GR", { vatIdentifier: "EL094259216" }, "GR-R-004-1"],
    ["SE", { vatIdentifier: "SE556188840401" }, "SE-R-006"],
    ["NO", { vatIdentifier: "NO995525828" }, "NO-R-001"],
    ["IT", { vatIdentifier: "IT00743110157" }, "IT-R-002"],
    ["IS", { vatIdentifier: "IS123456" }, "IS-R-002"],
  ])(
    "of a seller in %s keeps to the core where its national rule cannot be met",
    (country, changes, rule) => {
      const address = { city: "Stad", postalCode: "1000", countryCode: country };
      const electronicAddress = { scheme: "0088", value: "5412345000013" };
      const document = withSeller({ ...changes, enterpriseNumber: "", address });
      const invoice = invoiceOf({
        ...withBuyer({ electronicAddress }, document),
        eInvoicing: { ...document.eInvoicing, electronicAddress },
      });
      expect(invoice.profile).toBe("core");
      expect(invoice.findings.map((finding) => finding.rule)).toEqual([rule]);
    },
  );

  it("between Danish parties has neither tips nor transfers outside SEPA", () => {
    const address = { line1: "Gade 1", postalCode: "1000", city: "By", countryCode: "DK" };
    const seller = { ...SELLER, vatIdentifier: "DK13585628", enterpriseNumber: "", address };
    const document = inCountry(
      sample({ settings: { seller }, currency: "SEK", shipping: "5" }),
      "DK",
    );
    const tipped = {
      ...withBuyer({ electronicAddress: { scheme: "0088", value: "5412345000013" } }, document),
      charges: document.charges.map((charge) => ({ ...charge, type: "tip" as const })),
    };
    const unknown = withBuyer({ vatIdentifier: "12" }, tipped);
    expect(invoiceOf(unknown).findings.map(({ rule }) => rule)).toEqual([
      "DK-R-004",
      "DK-R-005",
      "DK-R-013",
    ]);
  });

  it("of a Dutch credit note wants its invoice", () => {
    const seller = {
      ...SELLER,
      vatIdentifier: "NL004495445B01",
      address: { line1: "Gracht 1", postalCode: "1015", city: "Amsterdam", countryCode: "NL" },
    };
    const document = credited(
      withBuyer({ vatIdentifier: "BE0417497106" }, sample({ settings: { seller } })),
    );
    expect(invoiceOf(document).profile).toBe("peppol");
    const findings = invoiceOf({ ...document, precedingInvoice: null }).findings;
    expect(findings.map(({ rule }) => rule)).toEqual(["NL-R-001"]);
  });

  it("between Dutch parties wants both streets", () => {
    const seller = {
      ...SELLER,
      vatIdentifier: "NL004495445B01",
      address: { postalCode: "1015 DK", city: "Amsterdam", countryCode: "NL" },
    };
    const document = inCountry(sample({ settings: { seller } }), "NL");
    const invoice = invoiceOf(withBuyer({ vatIdentifier: "NL002455799B11" }, document));
    expect(invoice.findings.map(({ field }) => field)).toEqual(["seller.address.line1"]);
  });
});
