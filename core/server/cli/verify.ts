import path from "node:path";
import { diskFiles } from "#adapters/files/disk";
import { openDatabase, verifyMerchant } from "#adapters/storage/prisma";
import { readEnvironment } from "../wiring/environment.ts";
import { readOptions, required } from "./refusal.ts";

/** Proves a merchant's series: numbers, dates, hash chain, files. Prints each finding. */
export async function verify(args: string[]): Promise<number> {
  const merchantId = required(readOptions(args, ["merchant"]).merchant, "merchant");
  const environment = readEnvironment(process.env);
  const database = await openDatabase(environment);
  const files = diskFiles(path.join(environment.dataFolder, "files"));
  try {
    const findings = await verifyMerchant(database, merchantId, (key) => files.read(key));
    for (const { message } of findings) process.stdout.write(`${message}\n`);
    process.stdout.write(`${findings.length} findings\n`);
    return findings.length === 0 ? 0 : 3;
  } finally {
    await database.close();
  }
}
