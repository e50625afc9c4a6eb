import type { DocumentKind } from "#domain/merchant";
import type { NormalisedOrder } from "#domain/order";
import { titleOf } from "#domain/presentation";
import { failed, ok, type Problem, type Result } from "#domain/result";
import {
  creditRefund,
  issueDocument,
  saveDraft,
  type DocumentSummary,
  type OrderSourceProblem,
} from "#domain/workflows";
import { creditEarlierRefunds } from "./credit-earlier-refunds.ts";
import type { Desk, MakeHow, OrderRefundView, RefusalProblem } from "./desk.ts";
import type { DeskPorts } from "./ports.ts";
import { refundsOf } from "./refunds-of.ts";

interface Wanted {
  readonly orderId: string;
  readonly kind: DocumentKind;
  readonly how: MakeHow;
}

export async function makeDocument(
  { orderId, kind, how }: Wanted,
  ports: DeskPorts,
): Promise<Result<DocumentSummary, RefusalProblem>> {
  const { store, shop } = ports;
  const existing = await store.findByCause({ shopId: shop.shopId, orderId, kind, part: "" });
  if (existing !== undefined && existing.state !== "draft") {
    const message = `Order ${existing.orderNumber} already has ${titleOf(kind, "en").toLowerCase()} ${existing.number}. Open it to send it again.`;
    return failed({ code: "already-issued", message });
  }
  const read = await readOrder(orderId, ports);
  if (!read.ok) return read;
  const order = read.value;
  const settings = await store.loadSettings();
  const wanted = { shopId: shop.shopId, order, kind };
  if (how === "draft") return saveDraft(wanted, settings, ports);
  if (how === "issueAndSend" && order.buyer.email === "") return failed(noRecipient(order));
  const sendTo = how === "issueAndSend" ? order.buyer.email : null;
  const issued = await issueDocument({ ...wanted, sendTo }, settings, ports);
  if (!issued.ok) return issued;
  if (kind === "invoice") await creditEarlierRefunds(orderId, ports);
  return ok(issued.value.summary);
}

export async function creditRefundOf(
  { orderId, refundId }: Parameters<Desk["creditRefund"]>[0],
  { elsewhere, how }: { elsewhere: Parameters<Desk["creditRefund"]>[1]; how: MakeHow },
  ports: DeskPorts,
): Promise<Result<DocumentSummary, RefusalProblem>> {
  const read = await readOrder(orderId, ports);
  if (!read.ok) return read;
  const order = read.value;
  if (how === "issueAndSend" && order.buyer.email === "") return failed(noRecipient(order));
  return creditRefund({ shopId: ports.shop.shopId, order, refundId, elsewhere, how }, ports);
}

export async function listRefunds(
  orderId: string,
  ports: DeskPorts,
): Promise<Result<readonly OrderRefundView[], OrderSourceProblem>> {
  const read = await readOrder(orderId, ports);
  if (!read.ok) return read;
  const documents = await ports.store.listDocumentsOfOrders(ports.shop.shopId, [orderId]);
  return ok(refundsOf(read.value, documents));
}

/** The order as it is now; kept, so that what follows is made of it too. */
async function readOrder(
  orderId: string,
  { store, orders, shop, clock }: DeskPorts,
): Promise<Result<NormalisedOrder, OrderSourceProblem>> {
  const readAt = clock.now();
  const read = await orders.readOrder(orderId);
  if (read.ok) await store.saveOrder(shop.shopId, read.value, readAt);
  return read;
}

const noRecipient = ({ orderNumber }: NormalisedOrder): Problem<"no-recipient"> => ({
  code: "no-recipient",
  message: `Order ${orderNumber} has no e-mail address. Issue the document without sending, then send it to an address from its page.`,
});
