import { expect, test } from "vitest";
import { draftDocument, type DraftDocument } from "#domain/document";
import { defaultSettings } from "#domain/merchant";
import { anOrder } from "../../../tests/support/orders.ts";
import { documentFacts } from "./index.ts";

const CHECK = {
  vatIdentifier: "FR40303265045",
  state: "valid",
  checkedAt: "2026-11-21T10:00:00Z",
  consultationNumber: "WAPI1",
  name: "Chez Ada",
} as const;

function draftOf(vatIdentifier: string, buyerVatCheck: DraftDocument["buyerVatCheck"]) {
  const order = anOrder();
  const drafted = draftDocument(
    { ...order, buyer: { ...order.buyer, vatIdentifier } },
    "invoice",
    defaultSettings(),
  );
  if (!drafted.ok) throw new Error(drafted.problem.message);
  return { ...drafted.value, buyerVatCheck };
}
const factsOf = (...buyer: Parameters<typeof draftOf>) =>
  documentFacts({ stored: { state: "draft", draft: draftOf(...buyer) }, otherDocuments: [] });

test("what VIES said of the buyer's number is told with its proof", () => {
  const { state, checkedAt, consultationNumber } = CHECK;
  expect(factsOf("FR40 303 265 045", CHECK)).toMatchObject({
    buyerVatIdentifier: "FR40 303 265 045",
    buyerVatCheck: { state, checkedAt, consultationNumber },
  });
});

test("what it said of another number is not", () => {
  expect(factsOf("FR83404833048", CHECK).buyerVatCheck).toBeNull();
  expect(factsOf("", null)).toMatchObject({ buyerVatIdentifier: "", buyerVatCheck: null });
});

test("a credit note names its invoice, with the way to it where Docket made it", () => {
  const draft = draftOf("", null);
  const credits = { number: "F1", issueDate: "2026-11-02" };
  const stored = { state: "draft", draft: { ...draft, precedingInvoice: credits } } as const;
  const invoice = { documentId: "7", kind: "invoice", number: "F1" } as const;
  expect(documentFacts({ stored, otherDocuments: [invoice] }).credits).toEqual({
    ...credits,
    documentId: "7",
  });
  const receipt = { ...invoice, kind: "receipt" } as const;
  expect(documentFacts({ stored, otherDocuments: [receipt] }).credits?.documentId).toBeNull();
});

test("nothing is told of a document whose content was removed", () => {
  const { amountDue, hash } = documentFacts({ stored: { state: "redacted" }, otherDocuments: [] });
  expect([amountDue, hash]).toEqual(["", ""]);
});
