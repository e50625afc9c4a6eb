import { expect, it } from "vitest";
import { readGtin } from "./gtin.ts";

it.each([
  ["5412345000013", "5412345000013"],
  ["4006381333931", "4006381333931"],
  ["036000291452", "036000291452"],
  ["73513537", "73513537"],
  ["10012345678902", "10012345678902"],
  [" 5412-345 000013", "5412345000013"],
])("takes %s", (barcode, gtin) => {
  expect(readGtin(barcode)).toBe(gtin);
});

it.each([
  ["a wrong check digit", "5412345000014"],
  ["a length of none", "12345670123"],
  ["a code of the shop's own", "KER-101"],
  ["zeros", "0000000000000"],
  ["nothing", ""],
])("does not take %s", (_, barcode) => {
  expect(readGtin(barcode)).toBe("");
});
