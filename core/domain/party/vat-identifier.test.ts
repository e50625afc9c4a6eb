import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isInVies, isVatIdentifier, normaliseVatIdentifier, vatCountryOf } from "./index.ts";

/** Numbers that companies print, and one of each form that a country has. */
const VALID = [
  ["AT", "ATU14243102", "ATU61195628"],
  ["BE", "BE0417497106", "BE1000000021"],
  ["BG", "BG103873594", "BG831144533", "BG7523169263"], // a person's; stdnum refuses the last two
  ["CH", "CHE107787577", "CHE107787577MWST", "CHE107787577TVA", "CHE107787577IVA"],
  ["CY", "CY10246672X", "CY00632993F"],
  ["CZ", "CZ25123891", "CZ7652046248", "CZ680447748", "CZ699001236"], // stdnum refuses the last
  ["DE", "DE136695976", "DE812847601"],
  ["DK", "DK10503280", "DK21599336"],
  ["EE", "EE100931558", "EE101256753"],
  ["GR", "EL039868210", "EL094279805"],
  ["ES", "ESQ0818001J", "ES54362315K", "ESX2482300W", "ESA78109592"],
  ["FI", "FI02459042", "FI18261444"],
  ["FR", "FR04409414364", "FR40303265045", "FR83404833048", "FRK7399859412", "FR88000053537"], // Monaco's is the last
  ["GB", "GB980780684", "GB432525179", "GBGD001", "GBHA599"],
  ["HR", "HR33392005961"],
  ["HU", "HU12509403", "HU13852467"],
  ["IE", "IE0005306C", "IE8D79739I", "IE6433435OA"],
  ["IT", "IT00743110157", "IT02331250163"],
  ["LT", "LT100001354118", "LT119511515"],
  ["LU", "LU15027442", "LU22944200"],
  ["LV", "LV40003521600", "LV16117519997", "LV32123456789"], // a person's since 2017
  ["MT", "MT11679112", "MT20630321"],
  ["NL", "NL004495445B01", "NL002455799B11"], // a company, a sole trader since 2020
  ["NO", "NO995525828", "NO995525828MVA"],
  ["PL", "PL5211355116", "PL6772135826"],
  ["PT", "PT500019720", "PT503038083"],
  ["RO", "RO11358544", "RO16241790"],
  ["SE", "SE556200077701", "SE202100500001"],
  ["SI", "SI26808498", "SI89036999"],
  ["SK", "SK2022749619", "SK1025529197"], // a person's
  ["XI", "XI432525179"],
].map(([country = "", ...numbers]) => ({ country, numbers }));
const OUTSIDE_THE_UNION = ["CH", "GB", "NO"];
const pairs = VALID.flatMap(({ country, numbers }) =>
  numbers.map((number) => ({ country, number })),
);

describe("a VAT number", () => {
  it.each(pairs)("is $number", ({ number }) => {
    expect(isVatIdentifier(number)).toBe(true);
    expect(isVatIdentifier(`${number.slice(0, 2)} ${number.slice(2)}`.toLowerCase())).toBe(true);
  });

  it.each([
    "BE0417497107",
    "BE417497106", // nine digits: complete only after normalising
    "BEBE0417497106",
    "0417497106",
    "DE123456789",
    "NL859123456B01",
    "NL004495445",
    "NL1",
    "FR12345678901",
    "LU12345678",
    "CHE107787578MWST",
    "CHE107787577XYZ",
    "NO995525829MVA",
    "GB12345",
    "BG103873595",
    "BG103873594500",
    "SK2022749618",
    "EL12345678",
    "AT",
    "not a number",
    "",
  ])("is not %s", (text) => {
    expect(isVatIdentifier(text)).toBe(false);
  });

  it.each([
    ["BG", "175074752", true],
    ["BG", "000670680", true], // the first weights give ten
    ["BG", "000670681", false],
  ])("%s%s is judged by Bulgaria's own rule", (prefix, number, expected) => {
    expect(isVatIdentifier(prefix + number)).toBe(expected);
  });

  it("of a country whose rule is not known here needs the shape only", () => {
    expect(["EU372022452", "IS12345", "US123456789012"].map(isVatIdentifier)).toEqual([
      true,
      true,
      true,
    ]);
    expect(["US1", "U1234", `US${"1".repeat(14)}`].map(isVatIdentifier)).toEqual([
      false,
      false,
      false,
    ]);
  });

  /** Checksums that see every single wrong digit. The Greek one, modulo 11 and then 10, does not. */
  const strict = pairs.filter(({ number }) =>
    /^(BE|DE|EE|FI|HR|HU|LU|NO|PL|SE|FR\d{11}$|AT|IT)/.test(number),
  );
  it("is refused with one digit wrong", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...strict),
        fc.nat(),
        fc.integer({ min: 1, max: 9 }),
        ({ number }, place, step) => {
          const digits = [...number.matchAll(/\d/g)].map(({ index }) => index);
          const at = digits[place % digits.length] ?? 0;
          const wrong = (Number(number[at]) + step) % 10;
          expect(isVatIdentifier(number.slice(0, at) + wrong + number.slice(at + 1))).toBe(false);
        },
      ),
    );
  });
});

describe("a normalised VAT number", () => {
  it.each([
    ["0417.497.106", "BE", "BE0417497106"],
    ["417.497.106", "BE", "BE0417497106"],
    ["BE 417.497.106", "", "BE0417497106"],
    ["be (0)417.497.106", "FR", "BE0417497106"],
    ["004495445B01", "NL", "NL004495445B01"],
    ["40303265045", "FR", "FR40303265045"],
    ["136 695 976", "DE", "DE136695976"],
    ["U14243102", "AT", "ATU14243102"],
    ["094279805", "GR", "EL094279805"],
    ["GR 094279805", "GR", "EL094279805"],
    ["EL094279805", "BE", "EL094279805"],
    ["995 525 828 MVA", "NO", "NO995525828MVA"],
    ["CHE-107.787.577 MWST", "CH", "CHE107787577MWST"],
  ])("%s in %s is %s", (text, country, expected) => {
    expect(normaliseVatIdentifier(text, country)).toBe(expected);
  });

  it.each([
    ["0417.497.107", "BE", "0417497107"],
    ["BE 0417.497.107", "BE", "BE0417497107"],
    ["0417.497.106", "", "0417497106"],
    ["0417.497.106", "US", "0417497106"],
    ["on request", "BE", "ONREQUEST"],
    ["EU 372022452", "BE", "EU372022452"],
    ["", "BE", ""],
  ])("only compacts %s in %s, which is none", (text, country, expected) => {
    expect(normaliseVatIdentifier(text, country)).toBe(expected);
  });

  it.each(pairs)("comes out of $number as it went in", ({ number }) => {
    expect(normaliseVatIdentifier(number, "US")).toBe(number);
  });

  /** CHE is part of the Swiss number; no address is in XI. */
  const prefixed = pairs.filter(({ country }) => country !== "CH" && country !== "XI");
  it.each(prefixed)("gets the prefix of $number back from its address", ({ country, number }) => {
    expect(normaliseVatIdentifier(number.slice(2), country)).toBe(number);
  });
});

it.each(VALID)("knows the member state of numbers of $country", ({ country, numbers }) => {
  const member = OUTSIDE_THE_UNION.includes(country) ? "" : country;
  expect(new Set(numbers.map(vatCountryOf))).toEqual(new Set([member]));
  expect(new Set(numbers.map(isInVies))).toEqual(new Set([member !== ""]));
});

it("lets VIES judge what a checksum refuses, but nothing of elsewhere", () => {
  expect(["GR094279805", "BE0417497107", "DE1234"].map(isInVies)).toEqual([true, true, true]);
  expect(["GB980780684", "EU372022452", "0417497106", ""].map(isInVies)).toEqual([
    false,
    false,
    false,
    false,
  ]);
  expect(["BE0417497107", "GR094279805", ""].map(vatCountryOf)).toEqual(["", "GR", ""]);
});
