// `npm run migrate:new -- <name>`: writes what schema.prisma has and the migrations lack as a new migration.
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { diffMigrations } from "./diff-migrations.ts";
import { startThrowawayPostgres } from "./throwaway-postgres.ts";

const MIGRATIONS_FOLDER = path.join(import.meta.dirname, "migrations");

const name = process.argv[2]?.toLowerCase().replaceAll(/\W+/g, "_");
if (!name) throw new Error("Say what the migration does: npm run migrate:new -- add_journals");

await prepareFolder();
const sql = await diffOnThrowawayServer();
console.log(sql ? `Wrote ${await write(name, sql)}` : "Schema and migrations agree.");

async function prepareFolder(): Promise<void> {
  await mkdir(MIGRATIONS_FOLDER, { recursive: true });
  const lock = path.join(MIGRATIONS_FOLDER, "migration_lock.toml");
  await writeFile(lock, 'provider = "postgresql"\n');
}

/** Authoring never touches a database that somebody keeps data in. */
async function diffOnThrowawayServer(): Promise<string> {
  const server = await startThrowawayPostgres();
  try {
    return await diffMigrations(server.url);
  } finally {
    await server.stop();
  }
}

async function write(title: string, script: string): Promise<string> {
  const stamp = new Date().toISOString().replaceAll(/\D/g, "").slice(0, 14);
  const file = path.join(MIGRATIONS_FOLDER, `${stamp}_${title}`, "migration.sql");
  await mkdir(path.dirname(file));
  await writeFile(file, script);
  return file;
}
