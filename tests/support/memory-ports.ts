import { failed, ok } from "#domain/result";
import type { MailTransport, OutgoingMail } from "#domain/delivery";
import type { NormalisedOrder } from "#domain/order";
import type { Clock, FileStore, OrderSource, OrderSummary } from "#domain/workflows";

/** Stands still until it is told to go on. */
export function aClock(startsAt: string): Clock & { advance(seconds: number): void } {
  let milliseconds = Date.parse(startsAt);
  const after = (seconds: number) => new Date(milliseconds + seconds * 1000).toISOString();
  return {
    now: () => after(0),
    today: () => after(0).slice(0, 10),
    after,
    advance: (seconds) => {
      milliseconds += seconds * 1000;
    },
  };
}

export function memoryFiles(): FileStore & { readonly keys: () => string[] } {
  const files = new Map<string, Uint8Array>();
  return {
    write: async (key, bytes) => {
      const present = files.get(key);
      if (present && Buffer.compare(present, bytes) !== 0)
        throw new Error(`File ${key} is there already, with other bytes.`);
      files.set(key, bytes);
    },
    read: async (key) => files.get(key),
    remove: async (key) => void files.delete(key),
    keys: () => [...files.keys()],
  };
}

/** A shop whose orders a test changes by hand. `asked` counts how often one was read. */
export function memoryShop(orders: Map<string, NormalisedOrder>) {
  let asked = 0;
  const source: OrderSource = {
    readOrder: async (orderId) => {
      asked += 1;
      const order = orders.get(orderId);
      if (order !== undefined) return ok(order);
      return failed({ code: "order-not-found", message: "There is no such order." });
    },
    listOrders: async (_query, { limit, cursor = "0" }) => {
      const from = Number(cursor);
      const rows = [...orders.values()].slice(from, from + limit).map(inList);
      return ok({ rows, nextCursor: from + limit < orders.size ? String(from + limit) : null });
    },
  };
  return { ...source, asked: () => asked };
}

const inList = (order: NormalisedOrder): OrderSummary => ({
  orderId: order.orderId,
  orderNumber: order.orderNumber,
  placedAt: order.placedAt,
  buyerName: order.buyer.name,
  currency: order.currency,
  total: order.total,
  isPaid: order.isPaid,
  isFulfilled: order.isFulfilled,
  isCancelled: order.cancelledAt !== null,
  refunded: order.refunds.length > 0 ? "partly" : "none",
});

type Answer = Awaited<ReturnType<MailTransport["send"]>>;

/** Takes every mail, unless the test says what to answer. */
export function memoryMail(): MailTransport & { readonly sent: OutgoingMail[]; answer?: Answer } {
  const transport: ReturnType<typeof memoryMail> = {
    sent: [],
    send: async (mail) => {
      const answer = transport.answer ?? ok({ messageId: "<1>", accepted: [mail.to] });
      if (answer.ok) transport.sent.push(mail);
      return answer;
    },
    close: () => undefined,
  };
  return transport;
}
