import { expect, it } from "vitest";
import { isKvkNumber, isOin, isSiren, isSiret } from "./index.ts";

it.each([
  [isKvkNumber, "7234 5678", true],
  [isKvkNumber, "7234567", false],
  [isOin, "00000001820029336000", true],
  [isOin, "0000000182002933600", false],
  [isSiren, "732 829 320", true],
  [isSiren, "732829321", false],
  [isSiren, "73282932", false],
  [isSiret, "732 829 320 00074", true],
  [isSiret, "73282932000075", false],
  [isSiret, "35600000000048", true], // the seat of La Poste, by Luhn
  [isSiret, "35600000009075", true], // a post office: the digits add up to 35
  [isSiret, "35600000009076", false],
  [isSiret, "", false],
])("%o of %s", (accepts, text, expected) => {
  expect(accepts(text)).toBe(expected);
});
