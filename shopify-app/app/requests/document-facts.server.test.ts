import { expect, test } from "vitest";
import { draftDocument, type DraftDocument } from "#domain/document";
import { defaultSettings } from "#domain/merchant";
import { anOrder } from "../../../tests/support/orders.ts";
import { documentFacts } from "./document-facts.server.ts";

const CHECK = {
  vatIdentifier: "FR40303265045",
  state: "valid",
  checkedAt: "2026-11-21T10:00:00Z",
  consultationNumber: "WAPI1",
  name: "Chez Ada",
} as const;

function factsOf(vatIdentifier: string, buyerVatCheck: DraftDocument["buyerVatCheck"]) {
  const order = anOrder();
  const drafted = draftDocument(
    { ...order, buyer: { ...order.buyer, vatIdentifier } },
    "invoice",
    defaultSettings(),
  );
  if (!drafted.ok) throw new Error(drafted.problem.message);
  const summary = {
    documentId: "1",
    shopId: "1",
    orderId: order.orderId,
    orderNumber: order.orderNumber,
    kind: "invoice",
    part: "",
    state: "draft",
    journalId: "invoices",
    number: "",
    issueDate: null,
    buyerName: "",
    recipient: "",
    currency: "EUR",
    total: "12.10",
    isPaid: true,
    createdAt: order.placedAt,
    issuedAt: null,
    sentAt: null,
    delivery: null,
    heldAs: null,
  } as const;
  const draft = { ...drafted.value, buyerVatCheck };
  return documentFacts({ stored: { state: "draft", summary, draft }, otherDocuments: [] });
}

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
