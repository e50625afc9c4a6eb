import { expect, it } from "vitest";
import { isLeitwegId } from "./index.ts";

it.each([
  ["04011000-12345-03", true],
  ["991-33333TEST-33", true],
  ["992-90009-96", true],
  ["04011000-12345-04", false],
  ["991-01234-44", false],
  ["991-33333test-33", false],
  ["PO-2026-118", false],
  ["1-12345-03", false],
  ["", false],
])("knows whether %s is a Leitweg-ID", (text, expected) => {
  expect(isLeitwegId(text)).toBe(expected);
});
