import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { assemble } from "../wiring/assemble.ts";
import { readEnvironment } from "../wiring/environment.ts";
import { readOptions, required } from "./refusal.ts";

/** Writes the answers to privacy requests as files, for handing over: what was collected, what went, what stays and why. */
export async function privacy(args: string[]): Promise<number> {
  const options = readOptions(args, ["merchant", "out"]);
  const folder = required(options.out, "out");
  const parts = await assemble(readEnvironment(process.env), { owns: false });
  try {
    const merchantIds = await parts.shops.listMerchantIds();
    await mkdir(folder, { recursive: true });
    let count = 0;
    for (const merchantId of merchantIds.filter((id) => id === (options.merchant ?? id))) {
      for (const report of await parts.context.privacy(merchantId).listReports()) {
        const name = `${report.createdAt.replaceAll(":", "-")}-${report.type}-${merchantId}.json`;
        await writeFile(path.join(folder, name), `${JSON.stringify(report, null, 2)}\n`);
        count += 1;
      }
    }
    process.stdout.write(`${count} answers to privacy requests written to ${folder}\n`);
    return 0;
  } finally {
    await parts.close();
  }
}
