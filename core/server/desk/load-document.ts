import { describeTrace, examineDocument, explainRounding } from "#domain/doctor";
import { eInvoiceOf } from "#domain/einvoice";
import { KIND_FACTS } from "#domain/merchant";
import { titleOf } from "#domain/presentation";
import type { StoredDocument } from "#domain/workflows";
import type { DocumentView, FileChoice } from "./desk.ts";
import { findOrderChange } from "./find-order-change.ts";
import type { DeskPorts } from "./ports.ts";
import { refundsOf } from "./refunds-of.ts";

export async function loadDocument(
  documentId: string,
  { store }: DeskPorts,
): Promise<DocumentView | undefined> {
  const stored = await store.findDocument(documentId);
  if (stored === undefined) return undefined;
  const { shopId, orderId, kind } = stored.summary;
  const [deliveries, timeline, artefact, order, documents] = await Promise.all([
    store.listDeliveries(documentId),
    store.listTimeline(documentId),
    store.findArtefact(documentId, "pdf"),
    store.findOrder(shopId, orderId),
    store.listDocumentsOfOrders(shopId, [orderId]),
  ]);
  return {
    stored,
    deliveries,
    timeline,
    isPdfReady: artefact !== undefined,
    orderChange: findOrderChange(stored, order, documents),
    otherDocuments:
      stored.state === "redacted"
        ? []
        : documents.flatMap((document) =>
            document.documentId === documentId || document.state === "discarded" ? [] : [document],
          ),
    refunds: kind === "invoice" && order !== undefined ? refundsOf(order, documents) : [],
    files: filesOf(stored),
    ...examine(stored),
  };
}

function examine(stored: StoredDocument): Pick<DocumentView, "findings" | "rounding" | "vatTrace"> {
  if (stored.state === "redacted") return { findings: [], rounding: null, vatTrace: [] };
  const document = stored.state === "draft" ? stored.draft : stored.document;
  const findings = examineDocument(document);
  const isToldAlready = findings.some(({ field }) => field === "totals.roundingAmount");
  return {
    findings,
    rounding: isToldAlready ? null : explainRounding(document),
    vatTrace: document.vatTrace.map((trace) => ({
      parts: trace.parts,
      words: describeTrace(trace),
    })),
  };
}

const E_INVOICES = ["ubl", "cii", "facturx"] as const;

/** A draft has its PDF only: e-invoices carry a number. */
function filesOf(stored: StoredDocument): FileChoice[] {
  if (stored.state === "redacted") return [];
  const problem = eInvoiceProblem(stored);
  return [{ type: "pdf", problem: "" }, ...E_INVOICES.map((type) => ({ type, problem }))];
}

function eInvoiceProblem(stored: Exclude<StoredDocument, { state: "redacted" }>): string {
  const { kind } = stored.summary;
  if (!KIND_FACTS[kind].isFiscal) {
    return `${titleOf(kind, "en")}s have no electronic form: only invoices and credit notes do.`;
  }
  if (stored.state === "draft") return "Made when the document is issued: it carries the number.";
  const eInvoice = eInvoiceOf(stored.document);
  return eInvoice.ok ? "" : eInvoice.problem.message;
}
