import { expect, test } from "vitest";
import { timelineSentence } from "./document.ts";

test.each([
  ["pdf", "PDF made and stored"],
  ["ubl", "E-invoice (UBL) made and stored"],
  ["cii", "E-invoice (CII) made and stored"],
  ["facturx", "Factur-X PDF made and stored"],
  ["", "PDF made and stored"],
])("what was rendered has its name: %j", (detail, sentence) => {
  expect(timelineSentence({ type: "rendered", detail })).toBe(sentence);
});
