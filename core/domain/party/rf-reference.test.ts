import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isRfReference, rfReference } from "./index.ts";

it.each([
  ["539007547034", "RF18539007547034"],
  ["#1007", "RF721007"],
  ["Commande été-12", rfReference("COMMANDEETE12")],
  ["B2B/1007", "RF44B2B1007"],
  ["A".repeat(40) + "7", rfReference("A".repeat(20) + "7")],
  ["注文", ""],
  ["", ""],
])("makes of %s the reference %s", (text, expected) => {
  expect(rfReference(text)).toBe(expected);
});

describe("an RF reference", () => {
  it.each([
    ["RF18 5390 0754 7034", true],
    ["rf18539007547034", true],
    ["RF19539007547034", false],
    ["RF18", false],
    ["RF721008", false],
    [`RF72${"1".repeat(22)}`, false],
    ["+++090/9337/55493+++", false],
  ])("%s: %s", (text, expected) => {
    expect(isRfReference(text)).toBe(expected);
  });

  it("is what is made of any text, and fits the standard's 25 characters", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 60, unit: "grapheme" }), (text) => {
        const reference = rfReference(text);
        expect(reference === "" || isRfReference(reference)).toBe(true);
        expect(reference.length).toBeLessThanOrEqual(25);
      }),
    );
  });

  it("is refused with one digit wrong", () => {
    const digits = fc.stringMatching(/^[0-9]{1,21}$/);
    fc.assert(
      fc.property(digits, fc.nat(), fc.integer({ min: 1, max: 9 }), (text, place, step) => {
        const reference = rfReference(text);
        const at = 4 + (place % text.length);
        const wrong = (Number(reference[at]) + step) % 10;
        expect(isRfReference(reference.slice(0, at) + wrong + reference.slice(at + 1))).toBe(false);
      }),
    );
  });
});
