import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { benchDocument } from "./document.ts";
import { benchEInvoice } from "./einvoice.ts";
import { benchIssuing } from "./issuing.ts";
import { benchPdf } from "./pdf.ts";
import { benchPipeline } from "./pipeline.ts";

/**
 * `npm run bench`: the targets of the design, measured here and now: median of the rounds, and their spread. Never a test: a
 * number depends on the machine, a promise must not. `npm run bench -- quick` runs a tenth.
 */
const scale = process.argv.includes("quick") ? 0.1 : 1;
const databases = [
  { name: "embedded PostgreSQL", databaseUrl: undefined },
  ...(process.env["DATABASE_URL"]
    ? [{ name: "DATABASE_URL", databaseUrl: process.env["DATABASE_URL"] }]
    : []),
];

console.log(benchDocument(Math.round(2000 * scale)));
console.log(benchEInvoice(Math.round(5000 * scale)));
console.log(await benchPdf(Math.round(5000 * scale)));
for (const { name, databaseUrl } of databases) {
  const dataFolder = await mkdtemp(path.join(tmpdir(), "docket-bench-"));
  await chmod(dataFolder, 0o711); // PostgreSQL may run under an account of its own
  try {
    console.log(`\n${name}`);
    console.log(await benchIssuing({ databaseUrl, dataFolder }, Math.round(2000 * scale)));
    console.log(await benchPipeline({ databaseUrl, dataFolder }, Math.round(200 * scale)));
  } finally {
    await rm(dataFolder, { recursive: true, force: true });
  }
}
process.exit(0);
