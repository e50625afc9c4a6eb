import { emailSchema } from "#domain/party";
import { handleOrder, type DocumentSummary, type StoredDocument } from "#domain/workflows";
import { creditEarlierRefunds } from "./credit-earlier-refunds.ts";
import type { BulkOutcome, Desk, RefusalProblem } from "./desk.ts";
import { elsewhereOf, issueDraftOf } from "./issue-draft-of.ts";
import { creditRefundOf } from "./make-document.ts";
import type { DeskPorts } from "./ports.ts";

type Outcome = { readonly done: DocumentSummary } | { readonly problem: RefusalProblem };
type Found = { readonly documentId: string; readonly stored: StoredDocument | undefined };

const says = (message: string) => ({ problem: { code: "not-done", message } });
const GONE = says("This document no longer exists. Reload the list.");

/** Numbers follow the order in which the drafts were made, whatever the order of clicking. */
export async function issueDocuments(
  documentIds: readonly string[],
  send: boolean,
  ports: DeskPorts,
): Promise<BulkOutcome> {
  const found = await find(documentIds, ports);
  const inOrder = found.toSorted((a, b) =>
    (a.stored?.summary.createdAt ?? "").localeCompare(b.stored?.summary.createdAt ?? ""),
  );
  return forEach(inOrder, ({ stored }) => issueOne(stored, send, ports));
}

export const sendDocuments = async (
  documentIds: readonly string[],
  options: Parameters<Desk["sendDocuments"]>[1],
  ports: DeskPorts,
): Promise<BulkOutcome> =>
  forEach(await find(documentIds, ports), (found) => sendOne(found, options, ports));

export const discardDrafts = async (
  documentIds: readonly string[],
  ports: DeskPorts,
): Promise<BulkOutcome> =>
  forEach(await find(documentIds, ports), async ({ documentId, stored }) => {
    if (stored === undefined) return GONE;
    const isDiscarded = await ports.store.discardDraft(documentId);
    return isDiscarded
      ? { done: stored.summary }
      : says("An issued document stays: the law does not let a number disappear.");
  });

export const checkDocuments = async (
  documentIds: readonly string[],
  ports: DeskPorts,
): Promise<BulkOutcome> =>
  forEach(await find(documentIds, ports), ({ stored }) => checkOne(stored, ports));

const find = (documentIds: readonly string[], { store }: DeskPorts): Promise<Found[]> =>
  Promise.all(
    documentIds.map(async (documentId) => ({
      documentId,
      stored: await store.findDocument(documentId),
    })),
  );

/** One after the other, so that numbers come in order; one that fails does not stop the rest. */
async function forEach(
  items: readonly Found[],
  handle: (item: Found) => Promise<Outcome>,
): Promise<BulkOutcome> {
  const done: DocumentSummary[] = [];
  const problems: BulkOutcome["problems"][number][] = [];
  for (const item of items) {
    const outcome = await handle(item);
    if ("done" in outcome) {
      done.push(outcome.done);
      continue;
    }
    const { message, findings = [] } = outcome.problem;
    problems.push({ documentId: item.documentId, message, findings });
  }
  return { done, problems };
}

async function issueOne(
  stored: StoredDocument | undefined,
  send: boolean,
  ports: DeskPorts,
): Promise<Outcome> {
  if (stored === undefined) return GONE;
  if (stored.state !== "draft") return { done: stored.summary };
  const { shopId, orderId, orderNumber } = stored.summary;
  const order = await ports.store.findOrder(shopId, orderId);
  if (order === undefined) {
    return says(`Docket no longer has order ${orderNumber}. Make the document again from Orders.`);
  }
  const issued = await issueDraftOf(stored, { order, send }, ports);
  if (!issued.ok) return issued;
  const { number, kind } = issued.value;
  if (kind === "invoice") await creditEarlierRefunds(orderId, ports);
  if (send && order.buyer.email === "") {
    return says(`Issued as ${number}, but not sent: order ${orderNumber} has no e-mail address.`);
  }
  return { done: issued.value };
}

/** Drafts follow the order as it is now. No rule is asked: nothing is issued by looking. */
async function checkOne(stored: StoredDocument | undefined, ports: DeskPorts): Promise<Outcome> {
  if (stored === undefined) return GONE;
  const { orderId } = stored.summary;
  const elsewhere = await elsewhereOf(stored, ports);
  const checked =
    elsewhere === null
      ? await handleOrder(
          { shop: ports.shop, orderId, event: null, catchUpFrom: ports.clock.now() },
          ports,
        )
      : await creditRefundOf(
          { orderId, refundId: elsewhere.refundId },
          { elsewhere: elsewhere.invoice, how: "draft" },
          ports,
        );
  return checked.ok ? { done: stored.summary } : checked;
}

async function sendOne(
  { documentId, stored }: Found,
  { requestId, recipient }: Parameters<Desk["sendDocuments"]>[1],
  { store }: DeskPorts,
): Promise<Outcome> {
  if (stored === undefined) return GONE;
  if (stored.state !== "issued") return says("Issue this document first; a draft is not sent.");
  const to = recipient ?? stored.summary.recipient;
  if (to !== "" && !emailSchema.safeParse(to).success) {
    return says(`${to} is not an e-mail address; nothing was sent.`);
  }
  if (to === "") {
    return says(
      `Order ${stored.summary.orderNumber} has no e-mail address. Open the document and send it to one.`,
    );
  }
  await store.addDelivery({ documentId, recipient: to, requestId });
  return { done: stored.summary };
}
