import { expect, test } from "vitest";
import { fileNameOf } from "./download-file.ts";

test.each([
  ["attachment; filename*=UTF-8''factuur%202026-0042.pdf", "factuur 2026-0042.pdf"],
  ["attachment; filename=\"a.pdf\"; filename*=UTF-8''b%C3%A9.pdf", "bé.pdf"],
  ['attachment; filename="documents.zip"', "documents.zip"],
  ["attachment; filename*=UTF-8''%E0%A4%A", "document.pdf"],
  [null, "document.pdf"],
])("%s is kept as %s", (disposition, name) => {
  expect(fileNameOf(disposition)).toBe(name);
});
