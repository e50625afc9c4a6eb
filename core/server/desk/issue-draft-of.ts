import type { NormalisedOrder } from "#domain/order";
import { ok, type Result } from "#domain/result";
import {
  creditRefund,
  issueDocument,
  issueEdit,
  refundPart,
  type DocumentSummary,
  type RefundToCredit,
  type StoredDocument,
} from "#domain/workflows";
import type { RefusalProblem } from "./desk.ts";
import type { DeskPorts } from "./ports.ts";

type Draft = Extract<StoredDocument, { state: "draft" }>;
const REFUND = refundPart("");

/** Issues a draft by what it is about: the whole order, one of its refunds, or an edit after the invoice. */
export async function issueDraftOf(
  stored: Draft,
  { order, send }: { readonly order: NormalisedOrder; readonly send: boolean },
  ports: DeskPorts,
): Promise<Result<DocumentSummary, RefusalProblem>> {
  const { shopId, kind, part, journalId } = stored.summary;
  if (part.startsWith(REFUND)) {
    const refundId = part.slice(REFUND.length);
    const elsewhere = (await elsewhereOf(stored, ports))?.invoice ?? null;
    const how = send ? "issueAndSend" : "issue";
    return creditRefund({ shopId, order, refundId, elsewhere, how, journalId }, ports);
  }
  const settings = await ports.store.loadSettings();
  const sendTo = send ? order.buyer.email || null : null;
  const issued =
    part === ""
      ? await issueDocument({ shopId, order, kind, journalId, sendTo }, settings, ports)
      : await issueEdit({ shopId, order, kind, part, sendTo }, settings, ports);
  return issued.ok ? ok(issued.value.summary) : issued;
}

/** The refund and the invoice of a draft credit note whose invoice another program made; null for every other document. */
export async function elsewhereOf(
  stored: StoredDocument,
  { store }: DeskPorts,
): Promise<{
  readonly refundId: string;
  readonly invoice: NonNullable<RefundToCredit["elsewhere"]>;
} | null> {
  const { shopId, orderId, part } = stored.summary;
  if (stored.state !== "draft" || !part.startsWith(REFUND)) return null;
  const { precedingInvoice } = stored.draft;
  const documents = await store.listDocumentsOfOrders(shopId, [orderId]);
  const isOurs = documents.some(({ kind, state }) => kind === "invoice" && state === "issued");
  const { number = "", issueDate = null } = precedingInvoice ?? {};
  if (isOurs || issueDate === null) return null;
  return { refundId: part.slice(REFUND.length), invoice: { number, issueDate } };
}
