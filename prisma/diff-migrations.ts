import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const run = promisify(execFile);
const CLI = fileURLToPath(new URL("cli.mjs", import.meta.url));

/**
 * The SQL that leads from what the migrations make to what schema.prisma says; empty when they agree.
 * Replays the migrations in a shadow database of the given server, which is dropped again.
 */
export async function diffMigrations(
  serverUrl: string,
  migrationsFolder = "prisma/migrations",
): Promise<string> {
  const from = ["--from-migrations", migrationsFolder];
  const to = ["--to-schema-datamodel", "prisma/schema.prisma"];
  const { stdout } = await run(
    process.execPath,
    [CLI, "migrate", "diff", ...from, ...to, "--script"],
    { env: { ...process.env, DATABASE_URL: serverUrl } },
  );
  return /^\s*(-- This is an empty migration\.)?\s*$/.test(stdout) ? "" : stdout;
}
