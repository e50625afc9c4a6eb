import type { Environment } from "../../core/server/wiring/environment.ts";
import { readEnvironment } from "#server/wiring";
import { assemble } from "../../core/server/wiring/assemble.ts";
import { startJobs } from "../../core/server/wiring/start-jobs.ts";
import { grantLargestPlan } from "../support/largest-plan.ts";
import { benchSettings, tenLineOrder } from "./invoice.ts";
import { spread } from "./spread.ts";

const ROUNDS = 5;

/** Events into the inbox until their PDFs are stored, jobs in this one process. Orders come from memory, not over the network. */
export async function benchPipeline(
  where: Pick<Environment, "databaseUrl" | "dataFolder">,
  perRound: number,
): Promise<string> {
  const parts = await assemble({ ...readEnvironment({}), ...where });
  const { context, shops, inbox, queue } = parts;
  const domain = `pipeline-${process.pid}.myshopify.com`;
  const shop = await shops.connectShop({ platform: "shopify", domain }, benchSettings);
  await grantLargestPlan(parts.database);
  const orders = {
    readOrder: async (orderId: string) => {
      const order = tenLineOrder(Number(orderId.split("/").at(-1)));
      const paid = { ...order, isPaid: true, paidAmount: order.total };
      return { ok: true, value: { ...paid, buyer: { ...order.buyer, email: "" } } } as const;
    },
    listOrders: async () => ({ ok: true, value: { rows: [], nextCursor: null } }) as const,
  };
  await startJobs(queue, {
    ...context,
    deskPorts: (each) => ({ ...context.deskPorts(each), orders }),
  });
  const countStored = () =>
    parts.database.prisma.artefact.count({ where: { document: { merchantId: shop.merchantId } } });

  const rates: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const start = performance.now();
    for (let index = 0; index < perRound; index += 1) {
      const id = round * perRound + index;
      await inbox.receive({
        shopId: shop.shopId,
        topic: "orders/paid",
        eventId: `event-${id}`,
        webhookId: `webhook-${id}`,
        triggeredAt: new Date().toISOString(),
        payload: { id },
      });
    }
    while ((await countStored()) < (round + 1) * perRound) {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    rates.push((perRound / (performance.now() - start)) * 1000);
  }
  await parts.close();
  return `event in → document issued → PDF stored: ${spread(rates)} a second [≥ 25], ${perRound * ROUNDS} events, one process`;
}
