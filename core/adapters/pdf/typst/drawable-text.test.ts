import { expect, it } from "vitest";
import { drawable, drawableText } from "./drawable-text.ts";
import { fontCoverage } from "./font-coverage.ts";
import { readFonts } from "./fonts.ts";
import { qrSvg } from "./qr-code.ts";

const covers = fontCoverage(readFonts());

it.each([
  ["Françoise Łukasiewicz – € 1.234,50 −3", "Françoise Łukasiewicz – € 1.234,50 −3"],
  ["شركة النور 株式会社さくら Ελλάδα Київ", "شركة النور 株式会社さくら Ελλάδα Київ"],
  ["two\nlines", "two\nlines"],
  ["a\u0000b\u0007c\td", "abcd"],
  ["invoice\u202egnp.exe", "invoicegnp.exe"],
  ["Thanks 😀👩‍👩‍👧🇧🇪!", "Thanks !"],
  ["😀", "□"],
  ["한국", "□□"],
])("draws %j as %j", (text, expected) => {
  expect(drawableText(text, covers)).toBe(expected);
});

it("reaches every text of a document and nothing else", () => {
  expect(drawable({ a: ["\u0007x", { b: true, c: null }] }, covers)).toEqual({
    a: ["x", { b: true, c: null }],
  });
});

it("covers what the fonts have, and no more", () => {
  expect(
    ["A", "€", "−", "‘", "□", "\u00a0", "ع", "桜"].every((c) => covers(c.codePointAt(0) ?? 0)),
  ).toBe(true);
  expect(["😀", "한", "\u0007", "\uffff"].some((c) => covers(c.codePointAt(0) ?? 0))).toBe(false);
});

it("draws a QR code, but none that the standard has no room for", () => {
  expect(qrSvg("BCD\n002")).toMatch(/^<svg .*viewBox="0 0 21 21".*<path d="M0 0h7v1h-7z/);
  expect(qrSvg("")).toBe("");
  expect(qrSvg("x".repeat(331))).toContain('viewBox="0 0 69 69"'); // version 13
  expect(qrSvg("x".repeat(332))).toBe("");
});
