import { failed, type Problem, type Result } from "#domain/result";
import type { DocumentSummary } from "#domain/workflows";
import type { Desk, MakeHow, RefusalProblem } from "./desk.ts";
import { creditRefundOf } from "./make-document.ts";
import type { DeskPorts } from "./ports.ts";

type Refund = Parameters<Desk["creditRefund"]>[0];
type InvoiceElsewhere = NonNullable<Parameters<Desk["creditRefund"]>[1]>;

/** Makes the credit note of a refund. Of an invoice that was made elsewhere it first looks at what was typed. */
export async function creditByHand(
  refund: Refund,
  { elsewhere, how }: { readonly elsewhere: InvoiceElsewhere | null; readonly how: MakeHow },
  ports: DeskPorts,
): Promise<Result<DocumentSummary, RefusalProblem>> {
  const problem =
    (await findWaitingInvoice(refund, ports)) ??
    (elsewhere && (await findFault(refund, elsewhere, ports)));
  return problem ? failed(problem) : creditRefundOf(refund, { elsewhere, how }, ports);
}

/** Two invoices for one order would be one too many, so Docket's own comes first. */
async function findWaitingInvoice(
  { orderId }: Refund,
  { store, shop }: DeskPorts,
): Promise<RefusalProblem | undefined> {
  const documents = await store.listDocumentsOfOrders(shop.shopId, [orderId]);
  const invoices = documents.flatMap((document) =>
    document.kind === "invoice" && document.state !== "discarded" ? [document] : [],
  );
  const [draft] = invoices;
  if (draft === undefined || invoices.some(({ state }) => state !== "draft")) return undefined;
  const message = `Docket's own invoice of order ${draft.orderNumber} waits as a draft. Issue it first: the credit note is made of it. If another program made the invoice, discard the draft.`;
  return { code: "invoice-waits", message, draft };
}

/** What cannot be the invoice of this order. An order that cannot be read is told of when the credit note is made. */
async function findFault(
  { orderId }: Refund,
  { number, issueDate }: InvoiceElsewhere,
  ports: DeskPorts,
): Promise<Problem | undefined> {
  const read = await ports.orders.readOrder(orderId);
  if (!read.ok) return undefined;
  const { orderDate, orderNumber } = read.value;
  if (issueDate < orderDate) {
    const message = `Order ${orderNumber} was placed on ${dayOf(orderDate)}, so its invoice cannot be of ${dayOf(issueDate)}. Give the date that stands on the invoice.`;
    return { code: "invoice-before-order", field: "issueDate", message };
  }
  const own = await findOwnInvoice(number, ports);
  if (own === undefined || own.orderId === orderId) return undefined;
  const message = `${own.number} is an invoice that Docket made for order ${own.orderNumber}. Give the number of the invoice for order ${orderNumber}.`;
  return { code: "invoice-of-other-order", field: "number", message };
}

const dayOf = (date: string): string =>
  new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeZone: "UTC" }).format(new Date(date));

async function findOwnInvoice(
  number: string,
  { store }: DeskPorts,
): Promise<DocumentSummary | undefined> {
  const wanted = number.trim().toLowerCase();
  let cursor: string | undefined;
  do {
    const page = await store.listDocuments(
      { search: wanted, kind: "invoice", state: "issued" },
      { limit: 250, ...(cursor === undefined ? {} : { cursor }) },
    );
    const found = page.rows.find((document) => document.number.toLowerCase() === wanted);
    if (found !== undefined) return found;
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return undefined;
}
