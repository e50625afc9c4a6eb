import type { Prisma } from "@prisma/client";
import { chargedTotal, type Document, type DraftDocument } from "#domain/document";
import { decimal, formatAmount, roundToMoney } from "#domain/money";
import type { DiscardedDraft, DocumentSummary, StoredDocument } from "#domain/workflows";
import { type AsStored, upgradeDocument, upgradeDraft } from "./upgrade-content.ts";

/** The columns of a summary, for Prisma. */
export const SUMMARY = {
  id: true,
  shopId: true,
  orderId: true,
  orderNumber: true,
  kind: true,
  part: true,
  state: true,
  journalId: true,
  number: true,
  issueDate: true,
  buyerName: true,
  recipient: true,
  currency: true,
  total: true,
  isPaid: true,
  createdAt: true,
  issuedAt: true,
  sentAt: true,
  deliveryState: true,
  heldAs: true,
} satisfies Prisma.DocumentSelect;

/** The same columns, for SQL on the table under the name `d`. */
export const SUMMARY_SQL = Object.keys(SUMMARY)
  .map((column) => `d."${column}"`)
  .join(", ");

type Selected = Prisma.DocumentGetPayload<{ select: typeof SUMMARY }>;
/** Prisma reads a total as an object, plain SQL as text. */
export type SummaryRow = Omit<Selected, "total"> & { readonly total: { toString(): string } };

export const orderDocumentOf = (row: SummaryRow): DocumentSummary | DiscardedDraft => ({
  documentId: row.id,
  shopId: row.shopId,
  orderId: row.orderId,
  orderNumber: row.orderNumber,
  kind: row.kind,
  part: row.part,
  state: row.state,
  journalId: row.journalId,
  number: row.number ?? "",
  issueDate: row.issueDate,
  buyerName: row.buyerName,
  recipient: row.recipient,
  currency: row.currency,
  total: formatAmount(roundToMoney(decimal(row.total.toString()), row.currency)),
  isPaid: row.isPaid,
  createdAt: row.createdAt.toISOString(),
  issuedAt: row.issuedAt?.toISOString() ?? null,
  sentAt: row.sentAt?.toISOString() ?? null,
  delivery: row.deliveryState,
  heldAs: row.heldAs,
});

/** For queries that leave discarded drafts out. */
export function summaryOf(row: SummaryRow): DocumentSummary {
  const document = orderDocumentOf(row);
  if (document.state !== "discarded") return document;
  throw new Error(`Draft ${row.id} was discarded and is shown nowhere.`);
}

/** The same columns and the content. */
export const STORED_SQL = `${SUMMARY_SQL}, d."content", d."hash"`;

/**
 * A document as it was stored. Its content is not parsed again: a check that became stricter must not make a
 * document unreadable that was issued before.
 */
export type StoredRow = Omit<SummaryRow, "state"> &
  (
    | { readonly state: "draft"; readonly content: AsStored<DraftDocument>; readonly hash: null }
    | { readonly state: "issued"; readonly content: AsStored<Document>; readonly hash: string }
    | { readonly state: "redacted"; readonly content: null; readonly hash: string }
  );

export function storedDocumentOf(row: StoredRow): StoredDocument {
  const summary = summaryOf(row);
  switch (row.state) {
    case "draft":
      return { summary, state: "draft", draft: upgradeDraft(row.content) };
    case "issued":
      return { summary, state: "issued", document: upgradeDocument(row.content), hash: row.hash };
    case "redacted":
      return { summary, state: "redacted" };
  }
}

/** What lists show and search of a document. */
export function listColumns(content: DraftDocument | Document, number: string) {
  const { buyer, order, currency, isPaid } = content;
  return {
    orderNumber: order.orderNumber,
    buyerName: buyer.name,
    recipient: buyer.email,
    currency,
    total: chargedTotal(content),
    isPaid,
    searchText: [
      number,
      order.orderNumber,
      buyer.name,
      buyer.contactName,
      buyer.email,
      ...("paymentReference" in content ? asOnStatements(content.paymentReference) : []),
    ]
      .join("\n")
      .toLowerCase(),
  };
}

/** As it is printed and as digits alone: banks show either. */
const asOnStatements = (reference: string): string[] => [reference, reference.replace(/\D/g, "")];
