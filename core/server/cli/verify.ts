import { verifyMerchant } from "#adapters/storage/prisma";
import { assemble } from "../wiring/assemble.ts";
import { readEnvironment } from "../wiring/environment.ts";
import { readOptions, Refusal } from "./refusal.ts";

/** Proves a merchant's series, or every merchant's: numbers, dates, hash chain, files. Prints each finding. */
export async function verify(args: string[]): Promise<number> {
  const { merchant } = readOptions(args, ["merchant"]);
  const parts = await assemble(readEnvironment(process.env), { owns: false });
  try {
    const known = await parts.shops.listMerchantIds();
    if (merchant !== undefined && !known.includes(merchant)) {
      throw new Refusal(
        `--merchant ${merchant}: there is no such merchant; there are: ${known.join(", ")}`,
      );
    }
    if (known.length === 0) process.stdout.write("There are no merchants yet.\n");
    let findingCount = 0;
    for (const merchantId of merchant === undefined ? known : [merchant]) {
      const { store, files } = parts.context.merchantPorts(merchantId);
      const findings = await verifyMerchant(parts.database, merchantId, (key) => files.read(key));
      for (const { message } of findings) process.stdout.write(`${merchantId}: ${message}\n`);
      const journals = await store.listJournals();
      const documentCount = journals.reduce((sum, { issuedCount }) => sum + issuedCount, 0);
      process.stdout.write(
        `${merchantId}: ${documentCount} documents checked, ${findings.length} findings\n`,
      );
      findingCount += findings.length;
    }
    return findingCount === 0 ? 0 : 3;
  } finally {
    await parts.close();
  }
}
