import {
  merchantStore,
  openDatabase,
  shopDirectory,
  startQueue,
  verifyMerchant,
} from "#adapters/storage/prisma";
import { draftDocument, freezeDocument } from "#domain/document";
import { benchSettings, tenLineOrder } from "./invoice.ts";
import { spread } from "./spread.ts";

const CLIENTS = 16;
const ROUNDS = 5;

interface Where {
  readonly databaseUrl: string | undefined;
  readonly dataFolder: string;
}

/** Sixteen clients issue from one journal as fast as they can; afterwards the series is verified. */
export async function benchIssuing(where: Where, perRound: number): Promise<string> {
  const database = await openDatabase(where);
  const queue = await startQueue(database);
  const domain = `bench-${process.pid}.myshopify.com`;
  const shop = await shopDirectory(database).connectShop(
    { platform: "shopify", domain },
    benchSettings,
  );
  const store = merchantStore(database, queue, shop.merchantId);
  const [journal] = benchSettings.journals;
  if (journal === undefined) throw new Error("the settings have no journal");

  const issue = (sequence: number) => {
    const order = tenLineOrder(sequence);
    const draft = draftDocument(order, "invoice", benchSettings);
    if (!draft.ok) throw new Error(draft.problem.message);
    return store.issueOnce({
      cause: { shopId: shop.shopId, orderId: order.orderId, kind: "invoice", part: "" },
      journalId: journal.journalId,
      journal,
      draft: draft.value,
      today: "2026-11-21",
      sendTo: null,
      allowance: { included: 1_000_000, extra: null },
      freeze: (taken) => freezeDocument(draft.value, { ...taken }, (template) => template),
    });
  };
  const rates: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    let next = round * perRound;
    const start = performance.now();
    await Promise.all(
      Array.from({ length: CLIENTS }, async () => {
        while (next < (round + 1) * perRound) await issue(next++);
      }),
    );
    rates.push((perRound / (performance.now() - start)) * 1000);
  }
  const findings = await verifyMerchant(database, shop.merchantId, async () => undefined);
  await queue.stop({ graceful: false });
  // Nobody makes these PDFs, and the next measurement must not wait for them.
  await database.pool.query(`DELETE FROM pgboss.job WHERE data->>'merchantId' = $1`, [
    shop.merchantId,
  ]);
  await database.close();
  return `numbers from one journal, ${CLIENTS} clients: ${spread(rates)} a second [≥ 1000], ${perRound * ROUNDS} issued, ${findings.length} gaps or other findings`;
}
