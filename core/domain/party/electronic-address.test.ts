import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { deriveElectronicAddress, isVatIdentifier, modulo97 } from "./index.ts";

const derive = (countryCode: string, vatIdentifier: string, enterpriseNumber = "") =>
  deriveElectronicAddress({ vatIdentifier, enterpriseNumber, countryCode });

describe("where Peppol finds a party", () => {
  it.each([
    ["AT", "ATU14243102", "", "9914", "ATU14243102"],
    ["BE", "BE0417497106", "", "0208", "0417497106"],
    ["BE", "", "0417.497.106", "0208", "0417497106"],
    ["BE", "417.497.106", "", "0208", "0417497106"],
    ["BG", "BG103873594", "", "9926", "BG103873594"],
    ["CH", "CHE-107.787.577 MWST", "", "9927", "CHE107787577"],
    ["CH", "", "CHE-107.787.577", "9927", "CHE107787577"],
    ["CY", "CY10246672X", "", "9928", "CY10246672X"],
    ["CZ", "CZ25123891", "", "9929", "CZ25123891"],
    ["DE", "DE136695976", "HRB 12345", "9930", "DE136695976"],
    ["DK", "DK10503280", "", "0184", "10503280"],
    ["DK", "", "10 50 32 80", "0184", "10503280"],
    ["EE", "EE100931558", "", "9931", "EE100931558"],
    ["ES", "ESA78109592", "", "9920", "ESA78109592"],
    ["FI", "FI02459042", "", "0216", "003702459042"],
    ["FI", "", "0245904-2", "0216", "003702459042"],
    ["FR", "FR40303265045", "732 829 320 00074", "0009", "73282932000074"],
    ["FR", "FR40303265045", "732 829 320", "0002", "732829320"],
    ["FR", "FR40303265045", "RCS Paris", "9957", "FR40303265045"],
    ["GB", "GB980780684", "", "9932", "GB980780684"],
    ["GB", "XI432525179", "", "9932", "GB432525179"],
    ["GR", "EL094279805", "", "9933", "094279805"],
    ["GR", "GR094279805", "", "9933", "094279805"],
    ["HR", "HR33392005961", "", "9934", "33392005961"],
    ["HU", "HU12509403", "", "9910", "HU12509403"],
    ["IE", "IE8D79739I", "", "9935", "IE8D79739I"],
    ["IT", "IT00743110157", "", "0211", "IT00743110157"],
    ["LT", "LT119511515", "", "9937", "LT119511515"],
    ["LU", "LU15027442", "B 12345", "9938", "LU15027442"],
    ["LV", "LV40003521600", "", "9939", "LV40003521600"],
    ["MT", "MT11679112", "", "9943", "MT11679112"],
    ["NL", "NL004495445B01", "72345678", "0106", "72345678"],
    ["NL", "", "00000001820029336000", "0190", "00000001820029336000"],
    ["NL", "NL002455799B11", "", "9944", "NL002455799B11"],
    ["NO", "NO995525828MVA", "", "0192", "995525828"],
    ["NO", "", "995 525 828", "0192", "995525828"],
    ["PL", "PL5211355116", "0000123456", "9945", "PL5211355116"],
    ["PT", "PT500019720", "", "9946", "PT500019720"],
    ["RO", "RO11358544", "", "9947", "RO11358544"],
    ["SE", "SE556200077701", "", "0007", "5562000777"],
    ["SE", "", "556074-7551", "0007", "5560747551"],
    ["SI", "SI26808498", "", "9949", "SI26808498"],
    ["SK", "SK2022749619", "", "9950", "SK2022749619"],
  ])("in %s by %s %s", (country, vatIdentifier, enterpriseNumber, scheme, value) => {
    expect(derive(country, vatIdentifier, enterpriseNumber)).toEqual({ scheme, value });
  });

  it("is its VAT number's country where its address is elsewhere", () => {
    expect(derive("NL", "BE0417497106")).toEqual({ scheme: "0208", value: "0417497106" });
    expect(derive("US", "DE136695976")).toEqual({ scheme: "9930", value: "DE136695976" });
  });

  it.each([
    ["BE", "BE0417497107", "0417497107"],
    ["DE", "DE123456789", "HRB 12345"],
    ["NL", "NL1", "1234567"],
    ["FR", "FR12345678901", "123456789"],
    ["SE", "", "556074-7552"],
    ["US", "US123456789", "123456789"],
    ["IS", "IS12345", ""],
    ["DE", "", "72345678"], // a Dutch register's form
    ["", "", ""],
  ])("is not known in %s by %s %s", (country, vatIdentifier, enterpriseNumber) => {
    expect(derive(country, vatIdentifier, enterpriseNumber)).toBeNull();
  });
});

const weighted = (digits: string, weightAt: (index: number) => number): number =>
  Array.from(digits, Number).reduce((sum, digit, index) => sum + digit * weightAt(index), 0);
const isLuhn = (digits: string): boolean =>
  Array.from(digits, Number)
    .toReversed()
    .reduce((sum, digit, index) => {
      const value = digit * (index % 2 === 0 ? 1 : 2);
      return sum + (value > 9 ? value - 9 : value);
    }, 0) %
    10 ===
  0;

/** What Peppol's rules of 2026.5 say of each scheme's value, written down a second time. */
const RULES: Readonly<Record<string, (value: string) => boolean>> = {
  "0007": (value) => /^\d{10}$/.test(value) && isLuhn(value), // COMMON-R049
  "0106": (value) => /^\d{8}$/.test(value), // COMMON-R054
  "0184": (value) => /^\d{8}$/.test(value), // COMMON-R042
  "0190": (value) => /^\d{20}$/.test(value), // COMMON-R055
  // COMMON-R041
  "0192": (value) =>
    /^\d{9}$/.test(value) &&
    weighted(value, (index) => [3, 2, 7, 6, 5, 4, 3, 2, 1][index] ?? 0) % 11 === 0,
  // COMMON-R043
  "0208": (value) =>
    /^\d{10}$/.test(value) && 97 - modulo97(value.slice(0, 8)) === Number(value.slice(8)),
  "0211": (value) => /^IT\d{11}$/.test(value) && isLuhn(value.slice(2)), // COMMON-R047
  // GR-R-009
  "9933": (value) =>
    /^\d{9}$/.test(value) &&
    (weighted(value.slice(0, 8), (index) => 2 ** (8 - index)) % 11) % 10 === Number(value[8]),
  "9944": (value) => /^NL\d{9}B\d{2}$/.test(value), // COMMON-R056-1
};

const digits = (length: number) => fc.stringMatching(new RegExp(`^[0-9]{${length}}$`));
/** Random numbers with the last two digits, or the only ones that fit, tried until the number is valid. */
const validNumber = (before: fc.Arbitrary<string>, after = "") =>
  before.chain((start) => {
    const ends = Array.from({ length: 100 }, (_, end) => String(end).padStart(2, "0"));
    const fitting = ends.map((end) => start + end + after).filter(isVatIdentifier);
    return fitting.length === 0 ? fc.constant("") : fc.constantFrom(...fitting);
  });
const PARTIES: Readonly<Record<string, fc.Arbitrary<string>>> = {
  BE: validNumber(digits(7).map((middle) => `BE0${middle}`)),
  DK: validNumber(digits(6).map((middle) => `DK${middle}`)),
  GR: validNumber(digits(7).map((middle) => `EL${middle}`)),
  IT: validNumber(digits(5).map((middle) => `IT${middle}0010`)),
  NL: validNumber(
    digits(7).map((middle) => `NL${middle}`),
    "B01",
  ),
  NO: validNumber(
    digits(7).map((middle) => `NO${middle}`),
    "MVA",
  ),
  SE: validNumber(
    digits(8).map((middle) => `SE${middle}`),
    "01",
  ),
};

describe("an address that is derived from any valid number", () => {
  it.each(Object.entries(PARTIES))("of %s is as Peppol's rules want it", (country, numbers) => {
    fc.assert(
      fc.property(numbers, (vatIdentifier) => {
        fc.pre(vatIdentifier !== "");
        const address = derive(country, vatIdentifier);
        expect(RULES[address?.scheme ?? ""]?.(address?.value ?? "")).toBe(true);
      }),
    );
  });

  it.each([
    ["NL", 8, "0106"],
    ["NL", 20, "0190"],
  ])("of a register of %s with %i digits is %s", (country, length, scheme) => {
    fc.assert(
      fc.property(digits(length), (number) => {
        expect(derive(country, "", number)).toEqual({ scheme, value: number });
        expect(RULES[scheme]?.(number)).toBe(true);
      }),
    );
  });
});
