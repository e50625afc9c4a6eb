import { expect, it } from "vitest";
import {
  compactIdentifier,
  formatIban,
  isBelgianEnterpriseNumber,
  isBic,
  isIban,
  modulo97,
} from "./index.ts";

it.each([
  ["be 0417.497.106", "BE0417497106"],
  ["BE (0)417-497-106", "BE0417497106"],
  ["DE: 136695976", "DE136695976"],
  ["NL\u00A00044\u201195445\u200BB01", "NL004495445B01"], // no-break space and hyphen, zero-width space
  ["12/345/67890", "1234567890"],
])("compacts %s", (text, expected) => {
  expect(compactIdentifier(text)).toBe(expected);
});

it.each([
  ["0417.497.106", true],
  ["BE 1000.000.021", true],
  ["0417497107", false],
  ["2417497106", false],
  ["417497106", false],
  ["", false],
])("knows whether %s is a Belgian enterprise number", (text, expected) => {
  expect(isBelgianEnterpriseNumber(text)).toBe(expected);
});

it.each([
  ["BE68 5390 0754 7034", true],
  ["NL91ABNA0417164300", true],
  ["BE68539007547035", false],
  ["BE6853900754703", false],
  ["", false],
])("knows whether %s is an IBAN", (text, expected) => {
  expect(isIban(text)).toBe(expected);
});

it.each([
  ["GKCCBEBB", true],
  ["GKCCBEBBXXX", true],
  ["GKCCBEB", false],
  ["GKCC1EBB", false],
])("knows whether %s is a BIC", (text, expected) => {
  expect(isBic(text)).toBe(expected);
});

it("prints an IBAN as banks do", () => {
  expect(formatIban("BE68539007547034")).toBe("BE68 5390 0754 7034");
});

it("keeps the precision of long numbers and counts letters from ten", () => {
  expect(modulo97("12345678901234567890123")).toBe(Number(12_345_678_901_234_567_890_123n % 97n));
  expect(modulo97("Z9")).toBe(359 % 97);
});
