import { describe, expect, it } from "vitest";
import { normalise } from "./test-support.ts";

const inCountry = (countryCodeV2: string, company = "") => ({
  billingAddress: { name: "Ada", company, countryCodeV2 },
});
const attribute = (key: string, value: string) => ({ customAttributes: [{ key, value }] });
const credential = (country: string, value: string) => ({
  localizedFields: { nodes: [{ key: `TAX_CREDENTIAL_${country}`, value }] },
});

describe("a VAT number is found", () => {
  it.each([
    [
      "at the B2B location",
      {
        purchasingEntity: {
          company: { name: "Bakker" },
          location: { taxSettings: { taxRegistrationId: "BE 0417.497.106" } },
        },
      },
    ],
    ["with the customer", { customer: { taxSettings: { taxId: "BE0417497106" } } }],
    ["among the attributes", attribute("BTW-nummer", "be0417497106")],
    [
      "without its country, in a Belgian address",
      { ...inCountry("BE"), ...attribute("vat_number", "0417 497 106") },
    ],
    ["in a localized field", credential("IT", "BE0417497106")],
    [
      "behind one that is none",
      {
        ...attribute("VAT number", "BE0417497106"),
        customer: { taxSettings: { taxId: "n/a" } },
      },
    ],
  ])("%s", (_, changes) => {
    expect(normalise(changes).buyer.vatIdentifier).toBe("BE0417497106");
  });

  it.each([
    ["FR", "44 732 829 320", "FR44732829320"],
    ["DE", "136695976", "DE136695976"],
    ["NL", "004495445B01", "NL004495445B01"],
    ["GR", "GR 094259216", "EL094259216"],
  ])("without its country, in an address in %s", (country, written, vatIdentifier) => {
    const { buyer } = normalise({ ...inCountry(country), ...attribute("VAT", written) });
    expect(buyer.vatIdentifier).toBe(vatIdentifier);
  });

  it("as it was written when it is wrong, for the merchant to see", () => {
    const changes = { ...inCountry("BE"), ...attribute("VAT", "BE 0417.497.107") };
    expect(normalise(changes).buyer.vatIdentifier).toBe("BE0417497107");
  });

  it("not in an attribute that merely begins alike", () => {
    expect(normalise(attribute("vatican", "BE0417497106")).buyer.vatIdentifier).toBe("");
  });

  it("not in the tax credential of a person", () => {
    const field = credential("IT", "00743110157");
    expect(normalise({ ...inCountry("IT"), ...field }).buyer.vatIdentifier).toBe("");
    const { buyer } = normalise({ ...inCountry("IT", "Carta Srl"), ...field });
    expect(buyer.vatIdentifier).toBe("IT00743110157");
  });
});

it.each([
  ["Ondernemingsnummer", "0417.497.106", "0417497106"],
  ["numéro d'entreprise", "BE0417497106", "0417497106"],
  ["KvK-nummer", "1234 5678", "12345678"],
  ["enterprise_number", "0417497107", "0417497107"],
  ["ondernemer", "Ada", ""],
])("finds an enterprise number in %s", (key, value, enterpriseNumber) => {
  expect(normalise(attribute(key, value)).buyer.enterpriseNumber).toBe(enterpriseNumber);
});

it.each([
  ["Peppol ID", "0208:0417497106", { scheme: "0208", value: "0417497106" }],
  [
    "peppol",
    "iso6523-actorid-upis::9944:NL004495445B01",
    { scheme: "9944", value: "NL004495445B01" },
  ],
  ["peppol", "BE0417497106", null],
  ["peppol", "208:0417497106", null],
])("reads %s %s", (key, value, electronicAddress) => {
  expect(normalise(attribute(key, value)).buyer.electronicAddress).toEqual(electronicAddress);
});

it.each([
  ["Leitweg-ID", "04011000-12345-03"],
  ["Buyer reference", " Dept 7 "],
  ["referentie koper", "K-12"],
  ["Référence de l'acheteur", "SERVICE-9"],
])("finds the buyer's reference in %s", (key, value) => {
  expect(normalise(attribute(key, value)).buyerReference).toBe(value.trim());
});

it("keeps the purchase order apart from the buyer's reference", () => {
  const order = normalise({ ...attribute("Leitweg-ID", "991-1"), poNumber: "PO-7" });
  expect(order).toMatchObject({ purchaseOrder: "PO-7", buyerReference: "991-1" });
  expect(normalise()).toMatchObject({ purchaseOrder: "", buyerReference: "" });
});

it("names the company first and its person second, and survives a missing address and e-mail", () => {
  const { buyer } = normalise({
    billingAddress: {
      name: "Ada Peeters",
      company: "Bakkerij Peeters",
      city: "Gent",
      countryCodeV2: "BE",
    },
  });
  expect(buyer).toMatchObject({
    name: "Bakkerij Peeters",
    contactName: "Ada Peeters",
    address: { city: "Gent" },
  });
  expect(normalise().buyer).toEqual({
    name: "",
    contactName: "",
    vatIdentifier: "",
    enterpriseNumber: "",
    electronicAddress: null,
    email: "",
    phone: "",
    address: null,
  });
});
