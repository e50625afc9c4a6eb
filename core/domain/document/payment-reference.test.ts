import { describe, expect, it } from "vitest";
import {
  addDays,
  canonicalJson,
  paymentReference,
  structuredCommunication,
  type Document,
} from "./index.ts";

it.each([
  ["0909337554", "+++090/9337/55493+++"],
  ["0000000097", "+++000/0000/09797+++"], // remainder 0 becomes 97
])("makes the structured communication of %s", (digits, expected) => {
  expect(structuredCommunication(digits)).toBe(expected);
});

describe("a payment reference", () => {
  const reference = (number: string, journalIndex = 0) =>
    paymentReference({ number, journalIndex }, "structured");

  it("is the journal's place and the number's last nine digits, or the number itself", () => {
    expect(reference("INV-2026-0042")).toBe("+++002/0260/04240+++");
    expect(reference("2026000042", 3)).toMatch(/^\+\+\+302\/6000\/042\d\d\+\+\+$/);
    expect(paymentReference({ number: "INV-2026-0042", journalIndex: 0 }, "number")).toBe(
      "INV-2026-0042",
    );
  });

  it("differs between journals that count alike", () => {
    expect(
      new Set([reference("2026-0001", 0), reference("R2026-0001", 1), reference("OC2026-0001", 2)])
        .size,
    ).toBe(3);
  });
});

it.each([
  ["2026-12-31", 1, "2027-01-01"],
  ["2028-02-28", 1, "2028-02-29"],
  ["2026-03-28", 14, "2026-04-11"], // over the change to summer time
  ["2026-01-01", -1, "2025-12-31"],
  ["2026-11-21", 365, "2027-11-21"],
])("adds days to %s", (date, days, expected) => {
  expect(addDays(date, days)).toBe(expected);
});

it("writes one text for one document, whatever the order of its keys", () => {
  const one = { number: "1", buyer: { name: "Ada", email: "" } } as unknown as Document;
  const other = { buyer: { email: "", name: "Ada" }, number: "1" } as unknown as Document;
  expect(canonicalJson(one)).toBe('{"buyer":{"email":"","name":"Ada"},"number":"1"}');
  expect(canonicalJson(other)).toBe(canonicalJson(one));
});
