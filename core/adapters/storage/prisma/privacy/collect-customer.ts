import { z } from "zod";
import type { CustomerIdentity } from "#domain/workflows";
import type { DatabaseConnection } from "../connect.ts";
import { findOrderIds } from "./find-orders.ts";

/** All that is read of a snapshot, which may be older than an order's present shape. */
const buyerOfSnapshot = z.object({ buyer: z.object({ vatIdentifier: z.string() }) });

/** Everything that names the customer, as plain JSON for the merchant to hand over. */
export async function collectCustomer(
  prisma: DatabaseConnection["prisma"],
  merchantId: string,
  customer: CustomerIdentity,
): Promise<Readonly<Record<string, unknown>>> {
  const { shopId, email } = customer;
  const orderIds = await findOrderIds(prisma, merchantId, customer);
  const ofOrders = { merchantId, shopId, orderId: { in: [...orderIds] } };
  const [orders, documents, deliveries] = await Promise.all([
    prisma.order.findMany({ where: ofOrders, select: { snapshot: true } }),
    prisma.document.findMany({
      where: { ...ofOrders, state: { not: "discarded" } },
      select: { kind: true, state: true, number: true, issueDate: true, content: true },
      orderBy: { listPosition: "asc" },
    }),
    prisma.delivery.findMany({
      where: {
        merchantId,
        OR: [
          { document: ofOrders },
          ...(email === ""
            ? []
            : [
                {
                  recipient: { equals: email, mode: "insensitive" as const },
                  document: { shopId },
                },
              ]),
        ],
      },
      select: { recipient: true, subject: true, state: true, createdAt: true, sentAt: true },
      orderBy: { createdAt: "asc" },
    }),
  ]);
  const vatIdentifiers = orders.flatMap(
    ({ snapshot }) => buyerOfSnapshot.safeParse(snapshot).data?.buyer.vatIdentifier ?? [],
  );
  const vatChecks = await prisma.vatCheck.findMany({
    where: { merchantId, vatIdentifier: { in: vatIdentifiers } },
    select: { vatIdentifier: true, state: true, checkedAt: true, name: true },
    orderBy: { id: "asc" },
  });
  return {
    orders: orders.map(({ snapshot }) => snapshot),
    documents,
    vatChecks: vatChecks.map((check) => ({ ...check, checkedAt: check.checkedAt.toISOString() })),
    deliveries: deliveries.map(({ createdAt, sentAt, ...delivery }) => ({
      ...delivery,
      createdAt: createdAt.toISOString(),
      sentAt: sentAt?.toISOString() ?? null,
    })),
  };
}
