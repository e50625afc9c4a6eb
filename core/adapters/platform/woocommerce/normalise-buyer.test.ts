import { describe, expect, it } from "vitest";
import { address, meta, normalise } from "./test-support.ts";

const withMeta = (key: string, value: unknown, billing: object = {}) =>
  normalise({ meta_data: [meta(key, value)], billing: { ...address(billing), email: "" } });

describe("a VAT number is found", () => {
  it.each([
    "_billing_vat_number",
    "_vat_number",
    "billing_vat",
    "_billing_eu_vat_number",
    "_billing_vat_id",
    "_billing_vat",
    "vat_number",
    "VAT Number",
    "_billing_btw_nummer",
    "_wc_other/docket/vat-number",
    "_wc_billing/my-shop/_billing_eu_vat_number",
  ])("in %s", (key) => {
    expect(withMeta(key, "BE 0417.497.106").buyer.vatIdentifier).toBe("BE0417497106");
  });

  it.each([
    ["BE", "0417 497 106", "BE0417497106"],
    ["BE", 417_497_106, "BE0417497106"],
    ["fr", "44 732 829 320", "FR44732829320"],
    ["GR", "GR 094259216", "EL094259216"],
  ])("without its country, in an address in %s: %s", (country, written, expected) => {
    expect(withMeta("_billing_vat", written, { country }).buyer.vatIdentifier).toBe(expected);
  });

  it("behind one that is none, and as it was written when all are wrong", () => {
    const metas = [meta("vat_number", "n/a"), meta("_billing_vat", "BE0417497106")];
    expect(normalise({ meta_data: metas }).buyer.vatIdentifier).toBe("BE0417497106");
    expect(withMeta("_billing_vat", "BE 0417.497.107").buyer.vatIdentifier).toBe("BE0417497107");
  });

  it.each([
    "is_vat_exempt",
    "_vat_number_is_valid",
    "_vat_country",
    "vatican",
    "_billing_vat_number_checked",
  ])("not in %s", (key) => {
    expect(withMeta(key, "BE0417497106").buyer.vatIdentifier).toBe("");
  });

  it.each([[[]], [{ number: "BE0417497106" }], [null], [true]])(
    "not in what is no text: %j",
    (value) => {
      expect(withMeta("_billing_vat_number", value).buyer.vatIdentifier).toBe("");
    },
  );
});

it("finds the numbers by which a business is known and the order is routed", () => {
  const order = normalise({
    meta_data: [
      meta("_billing_ondernemingsnummer", "BE 0417.497.106"),
      meta("peppol_id", "0208:0417497106"),
      meta("Leitweg-ID", " 991-1 "),
      meta("_billing_purchase_order_number", "PO 2026/118"),
    ],
  });
  expect(order.buyer).toMatchObject({
    enterpriseNumber: "0417497106",
    electronicAddress: { scheme: "0208", value: "0417497106" },
  });
  expect(order).toMatchObject({ buyerReference: "991-1", purchaseOrder: "PO 2026/118" });
});

it("names the company first and its person second, in plain characters", () => {
  const billing = { ...address({ company: "Smith &amp; Söhne" }), email: " ada@example.com " };
  expect(normalise({ billing }).buyer).toMatchObject({
    name: "Smith & Söhne",
    contactName: "Ada Peeters",
    email: "ada@example.com",
  });
});

it("survives an order without addresses", () => {
  const { buyer, deliverTo } = normalise({ billing: null, shipping: undefined });
  expect(buyer).toMatchObject({ name: "", email: "", address: null });
  expect(deliverTo).toBeNull();
});

it("delivers to the shipping address, but not to a country alone", () => {
  const shipping = address({ company: "Magazijn 3", state: "BE-VOV" });
  expect(normalise({ shipping }).deliverTo).toEqual({
    name: "Magazijn 3",
    address: {
      line1: "Kouter 12",
      line2: "",
      postalCode: "9000",
      city: "Gent",
      region: "",
      countryCode: "BE",
    },
  });
  const country = address({ address_1: "", city: "", postcode: "" });
  expect(normalise({ shipping: country }).deliverTo).toBeNull();
});

it("knows a country alone for the VAT of what is not shipped", () => {
  const billing = address({ address_1: "", city: "", postcode: "", country: "FR" });
  expect(normalise({ billing, shipping: null }).buyer.address).toMatchObject({ countryCode: "FR" });
});

it.each([
  ["TX", "US", "TX"],
  ["RM", "IT", "RM"],
  ["Kent", "GB", "Kent"],
  ["DE-BY", "DE", ""],
  ["JP13", "JP", ""],
  ["D", "IE", ""],
])("region %s of %s reads %j", (state, country, region) => {
  expect(normalise({ shipping: address({ state, country }) }).deliverTo).toMatchObject({
    address: { region },
  });
});
