import { expect, it } from "vitest";
import { sampleDocument, sampleDraft } from "../../../tests/golden/sample-documents.ts";
import { TEXT_PLACEHOLDERS, textVariables } from "./index.ts";

it("names the invoice that a credit note mends, and why", () => {
  const { document } = textVariables({
    ...sampleDocument(),
    kind: "creditNote",
    precedingInvoice: { number: "2026-0041", issueDate: null },
    creditReason: "Te klein",
  });
  expect(document).toMatchObject({
    title: "Creditnota",
    number: "2026-0042",
    precedingInvoiceNumber: "2026-0041",
    creditReason: "Te klein",
    isPayable: false,
  });
});

it("names none on another kind", () => {
  const { document } = textVariables(sampleDocument());
  expect(document).toMatchObject({ precedingInvoiceNumber: "", creditReason: "", isPayable: true });
});

it("asks for payment with a pro forma", () => {
  const { document } = textVariables(sampleDraft({ kind: "proforma" }));
  expect(document).toMatchObject({ title: "Pro-formafactuur", isPayable: true, number: "…" });
});

it("offers a placeholder for every value", () => {
  const offered = Object.entries(textVariables(sampleDocument())).flatMap(([group, values]) =>
    Object.keys(values).map((name) => `${group}.${name}`),
  );
  expect([...TEXT_PLACEHOLDERS].toSorted()).toEqual(offered.toSorted());
});
