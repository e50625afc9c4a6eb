import { titleOf } from "#domain/presentation";
import { findMissingDocuments } from "#domain/workflows";
import { assemble } from "../wiring/assemble.ts";
import { readEnvironment } from "../wiring/environment.ts";
import { readOptions, Refusal } from "./refusal.ts";

const DAY_SECONDS = 24 * 60 * 60;
const MOST_ORDERS = 10_000;

/** Lists what is missing and changes nothing; the running program makes up for it every quarter of an hour. */
export async function reconcile(args: string[]): Promise<number> {
  const { merchant, days = "7" } = readOptions(args, ["merchant", "days"]);
  if (!/^[1-9]\d{0,2}$/.test(days))
    throw new Refusal(`--days ${days}: expected a number of days such as 7`);
  const parts = await assemble(readEnvironment(process.env), { owns: false });
  try {
    const connected = await parts.shops.listConnectedShops();
    const wanted = connected.filter(
      ({ merchantId }) => merchant === undefined || merchantId === merchant,
    );
    let missingCount = 0;
    for (const shop of wanted) {
      const ports = parts.context.deskPorts(shop);
      const since = ports.clock.after(-Number(days) * DAY_SECONDS);
      const missing = await findMissingDocuments({ shop, since, mostOrders: MOST_ORDERS }, ports);
      if (!missing.ok) throw new Refusal(`${shop.domain}: ${missing.problem.message}`);
      for (const { order, kinds } of missing.value) {
        missingCount += 1;
        const titles = kinds.map((kind) => titleOf(kind, "en").toLowerCase()).join(", ");
        process.stdout.write(
          `${shop.domain} ${order.orderNumber} ${order.total} ${order.currency}: no ${titles}\n`,
        );
      }
    }
    process.stdout.write(
      `${wanted.length} shops looked at, ${missingCount} orders without their document\n`,
    );
    return missingCount === 0 ? 0 : 3;
  } finally {
    await parts.close();
  }
}
