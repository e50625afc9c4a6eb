import { emailSchema } from "#domain/party";
import { issueDocument, type DocumentSummary, type StoredDocument } from "#domain/workflows";
import type { BulkOutcome, Desk } from "./desk.ts";
import type { DeskPorts } from "./ports.ts";

type Outcome = { readonly done: DocumentSummary } | { readonly problem: string };
type Found = { readonly documentId: string; readonly stored: StoredDocument | undefined };

const GONE = "This document no longer exists. Reload the list.";

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
    if (stored === undefined) return { problem: GONE };
    const isDiscarded = await ports.store.discardDraft(documentId);
    return isDiscarded
      ? { done: stored.summary }
      : { problem: "An issued document stays: the law does not let a number disappear." };
  });

const find = (documentIds: readonly string[], { store }: DeskPorts): Promise<Found[]> =>
  Promise.all(
    documentIds.map(async (documentId) => ({
      documentId,
      stored: await store.findDocument(documentId),
    })),
  );

/** One after the other, so that numbers come in order; one that fails does not stop the rest. */
async function forEach<Item extends { readonly documentId: string }>(
  items: readonly Item[],
  handle: (item: Item) => Promise<Outcome>,
): Promise<BulkOutcome> {
  const done: DocumentSummary[] = [];
  const problems: { documentId: string; message: string }[] = [];
  for (const item of items) {
    const outcome = await handle(item);
    if ("done" in outcome) done.push(outcome.done);
    else problems.push({ documentId: item.documentId, message: outcome.problem });
  }
  return { done, problems };
}

async function issueOne(
  stored: StoredDocument | undefined,
  send: boolean,
  ports: DeskPorts,
): Promise<Outcome> {
  if (stored === undefined) return { problem: GONE };
  if (stored.state !== "draft") return { done: stored.summary };
  const { shopId, orderId, kind, journalId, orderNumber } = stored.summary;
  const order = await ports.store.findOrder(shopId, orderId);
  if (order === undefined) {
    return {
      problem: `Docket no longer has order ${orderNumber}. Make the document again from Orders.`,
    };
  }
  const sendTo = send ? order.buyer.email || null : null;
  const settings = await ports.store.loadSettings();
  const issued = await issueDocument({ shopId, order, kind, journalId, sendTo }, settings, ports);
  if (!issued.ok) return { problem: issued.problem.message };
  if (send && sendTo === null) {
    return {
      problem: `Issued as ${issued.value.summary.number}, but not sent: order ${orderNumber} has no e-mail address.`,
    };
  }
  return { done: issued.value.summary };
}

async function sendOne(
  { documentId, stored }: Found,
  { requestId, recipient }: Parameters<Desk["sendDocuments"]>[1],
  { store }: DeskPorts,
): Promise<Outcome> {
  if (stored === undefined) return { problem: GONE };
  if (stored.state !== "issued")
    return { problem: "Issue this document first; a draft is not sent." };
  const to = recipient ?? stored.summary.recipient;
  if (to !== "" && !emailSchema.safeParse(to).success) {
    return { problem: `${to} is not an e-mail address; nothing was sent.` };
  }
  if (to === "") {
    return {
      problem: `Order ${stored.summary.orderNumber} has no e-mail address. Open the document and send it to one.`,
    };
  }
  await store.addDelivery({ documentId, recipient: to, requestId });
  return { done: stored.summary };
}
