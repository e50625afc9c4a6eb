import { z } from "zod";
import type { ArchivedOrder } from "#domain/workflows";

export interface ListedRow {
  readonly orderId: string;
  readonly orderNumber: string;
  readonly placedAt: Date;
  readonly currency: string;
  readonly total: string;
  readonly snapshot: unknown;
  /** What the list is sorted by, as PostgreSQL writes it. */
  readonly position: string;
}

/** All that is read of a snapshot, which may be older than an order's present shape. */
const snapshotSchema = z.object({
  buyer: z.object({ name: z.string() }).catch({ name: "" }),
  isPaid: z.boolean().catch(false),
  isFulfilled: z.boolean().catch(false),
  cancelledAt: z.string().nullable().catch(null),
  refunds: z.array(z.object({ totalRefunded: z.string() })).catch([]),
});

export function listedOrderOf({ snapshot, placedAt, ...row }: ListedRow): ArchivedOrder {
  const { orderId, orderNumber, currency, total } = row;
  const { buyer, isPaid, isFulfilled, cancelledAt, refunds } = snapshotSchema.parse(snapshot);
  return {
    orderId,
    orderNumber,
    placedAt: placedAt.toISOString(),
    currency,
    total,
    buyerName: buyer.name,
    isPaid,
    isFulfilled,
    cancelledAt,
    amountsRefunded: refunds.map(({ totalRefunded }) => totalRefunded),
  };
}
