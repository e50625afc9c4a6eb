import { describeTrace, examineDocument, explainRounding } from "#domain/doctor";
import { eInvoiceOf } from "#domain/einvoice";
import { KIND_FACTS } from "#domain/merchant";
import { titleOf } from "#domain/presentation";
import { planWith } from "#domain/billing";
import { loadPlan, type StoredDocument } from "#domain/workflows";
import type { DocumentView, FileChoice } from "./desk.ts";
import { findOrderChange } from "./find-order-change.ts";
import type { DeskPorts } from "./ports.ts";
import { refundsOf } from "./refunds-of.ts";

export async function loadDocument(
  documentId: string,
  ports: DeskPorts,
): Promise<DocumentView | undefined> {
  const { store } = ports;
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
    files: await filesOf(stored, ports),
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
async function filesOf(stored: StoredDocument, ports: DeskPorts): Promise<FileChoice[]> {
  if (stored.state === "redacted") return [];
  const problem = eInvoiceProblem(stored);
  const { plan } = await loadPlan(ports);
  const { documentId } = stored.summary;
  const eInvoice = async (type: (typeof E_INVOICES)[number]): Promise<FileChoice> => {
    const isMade = (await ports.store.findArtefact(documentId, type)) !== undefined;
    const isLocked = problem === "" && !plan.entitlements.eInvoices && !isMade;
    return { type, problem, neededPlan: isLocked ? PLAN_WITH_E_INVOICES : "" };
  };
  const eInvoices = await Promise.all(E_INVOICES.map(eInvoice));
  return [{ type: "pdf", problem: "", neededPlan: "" }, ...eInvoices];
}

const PLAN_WITH_E_INVOICES = planWith(({ eInvoices }) => eInvoices)?.name ?? "";

function eInvoiceProblem(stored: Exclude<StoredDocument, { state: "redacted" }>): string {
  const { kind } = stored.summary;
  if (!KIND_FACTS[kind].isFiscal) {
    return `${titleOf(kind, "en")}s have no electronic form: only invoices and credit notes do.`;
  }
  if (stored.state === "draft") return "Made when the document is issued: it carries the number.";
  const eInvoice = eInvoiceOf(stored.document);
  return eInvoice.ok ? "" : eInvoice.problem.message;
}
