import { describe, expect, it } from "vitest";
import { hasCountryPrefix, listedCountry } from "./countries.ts";
import { isLeitwegId } from "./leitweg-id.ts";
import { electronicAddressOf, legalRegistrationOf } from "./party-identifiers.ts";

it.each([
  ["04011000-12345-03", true],
  ["991-33333TEST-33", true],
  ["992-90009-96", true],
  ["04011000-12345-04", false],
  ["991-01234-44", false],
  ["PO-2026-118", false],
  ["1-12345-03", false],
  ["", false],
])("knows whether %s is a Leitweg-ID", (text, expected) => {
  expect(isLeitwegId(text)).toBe(expected);
});

it.each([
  ["BE", "BE"],
  ["XK", "1A"],
  ["TA", "SH"],
  ["ZZ", ""],
  ["", ""],
])("writes the country %s as %s", (code, listed) => {
  expect(listedCountry(code)).toBe(listed);
});

it("takes EL for Greece and refuses a prefix that is no country", () => {
  expect(["EL123456789", "BE0417497106", "QQ123"].map(hasCountryPrefix)).toEqual([
    true,
    true,
    false,
  ]);
});

describe("where Peppol finds a party", () => {
  const address = (vatIdentifier: string, countryCode: string, enterpriseNumber = "") =>
    electronicAddressOf({ vatIdentifier, enterpriseNumber, countryCode });

  it.each([
    ["BE0417497106", "BE", "", { scheme: "0208", value: "0417497106" }],
    ["", "BE", "0417.497.106", { scheme: "0208", value: "0417497106" }],
    ["BE0417497106", "NL", "", { scheme: "0208", value: "0417497106" }],
    ["NL859123456B01", "NL", "", { scheme: "9944", value: "NL859123456B01" }],
    ["DE123456789", "DE", "", { scheme: "9930", value: "DE123456789" }],
    ["LU12345678", "LU", "", { scheme: "9938", value: "LU12345678" }],
  ])("%s in %s", (vatIdentifier, country, enterpriseNumber, expected) => {
    expect(address(vatIdentifier, country, enterpriseNumber)).toEqual(expected);
  });

  it.each([
    ["FR12345678901", "FR", "123456789"],
    ["BE0417497107", "BE", ""],
    ["NL1", "NL", ""],
    ["", "NL", "72345678"],
    ["", "BE", ""],
  ])("not for %s in %s", (vatIdentifier, country, enterpriseNumber) => {
    expect(address(vatIdentifier, country, enterpriseNumber)).toBeNull();
  });
});

it.each([
  ["BE", "BE0417497106", "", { scheme: "0208", value: "0417497106" }],
  ["NL", "", "7234 5678", { scheme: "0106", value: "72345678" }],
  ["NL", "", "00000001234567890000", { scheme: "0190", value: "00000001234567890000" }],
  ["NL", "", "123", null],
  ["DE", "", "HRB 12345", { scheme: "", value: "HRB12345" }],
  ["DE", "DE123456789", "", null],
])("registers a party in %s", (countryCode, vatIdentifier, enterpriseNumber, expected) => {
  expect(legalRegistrationOf({ countryCode, vatIdentifier, enterpriseNumber })).toEqual(expected);
});
