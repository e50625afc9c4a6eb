import { expect, it } from "vitest";
import { testDatabase } from "../../../tests/support/database.ts";
import { anOrder, connectRuled, minute, settled, startService, tell } from "./test-support.ts";

const database = await testDatabase();
const service = await startService(database);

it("takes 200 orders told at once, in whatever order, and numbers each once without a gap", async () => {
  const shop = await connectRuled(service);
  const ids = Array.from({ length: 200 }, (_, index) => index + 1);
  const told = ids.flatMap((id) => [
    tell(shop, "order.paid", anOrder(id, { date_modified_gmt: minute(61) })),
    ...(id % 4 === 0
      ? [tell(shop, "order.created", anOrder(id, { status: "pending", date_paid_gmt: null }))]
      : []),
  ]);
  expect((await Promise.all(told)).every(({ status }) => status === 200)).toBe(true);
  await settled(database, shop);

  const { merchantId } = await database.prisma.shop.findUniqueOrThrow({
    where: { id: shop.shopId },
  });
  const invoices = await database.prisma.document.findMany({
    where: { merchantId, kind: "invoice", state: "issued" },
    orderBy: { sequence: "asc" },
  });
  expect(invoices.map(({ sequence }) => sequence)).toEqual(ids);
  expect(new Set(invoices.map(({ orderId }) => orderId)).size).toBe(200);
  expect(invoices.every(({ isPaid }) => isPaid)).toBe(true);
  expect(
    await database.prisma.inboundEvent.count({ where: { shopId: shop.shopId, state: "done" } }),
  ).toBe(250);
}, 120_000);
