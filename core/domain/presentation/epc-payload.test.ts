import { expect, it } from "vitest";
import type { Document } from "#domain/document";
import { sampleDocument } from "../../../tests/golden/sample-documents.ts";
import { epcPayload } from "./epc-payload.ts";

const document = sampleDocument();
const withSeller = (seller: Partial<Document["seller"]>): Document => ({
  ...document,
  seller: { ...document.seller, ...seller },
});
const withDue = (amountDue: string): Document => ({
  ...document,
  totals: { ...document.totals, amountDue },
});

it("is what EPC069-12 asks for, line by line", () => {
  expect(epcPayload(document)).toBe(
    "BCD\n002\n1\nSCT\nGKCCBEBB\nAtelier Noord BV\nBE68539007547034\nEUR155.00\n\n\n+++000/0001/04272+++",
  );
});

const withReference = (paymentReference: string): string[] =>
  epcPayload({ ...document, paymentReference }).split("\n");

it.each(["RF18539007547034", "RF18 5390 0754 7034"])(
  "puts %s into its structured field",
  (text) => {
    expect(withReference(text).slice(7)).toEqual(["EUR155.00", "", "RF18539007547034"]);
  },
);

it.each(["+++000/0001/04272+++", "2026-0042", "RF19539007547034", "RF18", "RF2026-0042"])(
  "leaves %s unstructured",
  (text) => expect(withReference(text).slice(7)).toEqual(["EUR155.00", "", "", text]),
);

it("ends with the last element that is filled", () => {
  expect(withReference("").at(-1)).toBe("EUR155.00");
});

it("does without a BIC", () => {
  expect(epcPayload(withSeller({ bic: "" })).split("\n")[4]).toBe("");
});

it("keeps the name on one line, within 70 characters and 331 bytes", () => {
  const named = (legalName: string) => epcPayload(withSeller({ legalName })).split("\n");
  expect(named("A\nBE00 B")[5]).toBe("A BE00 B");
  expect(named("x".repeat(100))[5]).toBe("x".repeat(70));
  expect(named("株".repeat(100))[5]).toBe("株".repeat(70));
  const wide = epcPayload(withSeller({ legalName: "𠮷".repeat(100) }));
  expect(new TextEncoder().encode(wide).length).toBeLessThanOrEqual(331);
  expect(wide).toContain("𠮷");
});

it.each([
  ["another currency", { ...document, currency: "USD" }],
  ["no account", withSeller({ iban: "" })],
  ["no name", withSeller({ legalName: "" })],
  ["nothing due", withDue("0.00")],
  ["a credit", withDue("-5.00")],
  ["more than the standard carries", withDue("1000000000.00")],
])("is empty for %s", (_, without) => expect(epcPayload(without)).toBe(""));

it.each(["0.01", "999999999.99"])("carries EUR %s", (amount) => {
  expect(epcPayload(withDue(amount))).toContain(`\nEUR${amount}\n`);
});
