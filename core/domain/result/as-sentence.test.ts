import { expect, it } from "vitest";
import { asSentence } from "./index.ts";

it.each([
  ["expected a date such as 2026-11-21", "Expected a date such as 2026-11-21."],
  ["0 days or more", "0 days or more."],
  ["Give an e-mail address.", "Give an e-mail address."],
  ["élan", "Élan."],
  ["", ""],
])("%j stands alone as %j", (message, sentence) => {
  expect(asSentence(message)).toBe(sentence);
});
