import type { CustomerIdentity } from "#domain/workflows";
import type { DatabaseConnection } from "../connect.ts";

/** The orders asked for, and those of the e-mail address. */
export async function findOrderIds(
  prisma: DatabaseConnection["prisma"],
  merchantId: string,
  { shopId, email, orderIds }: CustomerIdentity,
): Promise<readonly string[]> {
  if (email === "") return orderIds;
  const orders = await prisma.order.findMany({
    where: { merchantId, shopId, buyerEmail: email.toLowerCase() },
    select: { orderId: true },
  });
  return [...new Set([...orderIds, ...orders.map(({ orderId }) => orderId)])];
}
