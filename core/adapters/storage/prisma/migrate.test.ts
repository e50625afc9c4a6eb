import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { afterAll, describe, expect, inject, it } from "vitest";
import { diffMigrations } from "../../../../prisma/diff-migrations.ts";
import { queryServer } from "../../../../tests/support/database-server.ts";
import { emptyTestDatabase, testDatabase } from "../../../../tests/support/database.ts";
import { migrate } from "./migrate.ts";

const run = promisify(execFile);
const NOTE = "20260101000000_note";
const BODY = "20260102000000_body";
const CREATE_NOTE = `CREATE TABLE note (id INT PRIMARY KEY); -- a comment; with a semicolon
CREATE FUNCTION two() RETURNS INT LANGUAGE plpgsql AS $$ BEGIN RETURN 2; END $$;`;
const ADD_BODY = `ALTER TABLE note ADD COLUMN body TEXT;`;

const folder = await mkdtemp(path.join(tmpdir(), "docket-migrations-"));
afterAll(() => rm(folder, { recursive: true }));

async function migrationsFolder(migrations: Record<string, string>): Promise<string> {
  const made = await mkdtemp(path.join(folder, "set-"));
  await writeFile(path.join(made, "migration_lock.toml"), 'provider = "postgresql"\n');
  for (const [name, sql] of Object.entries(migrations)) {
    await mkdir(path.join(made, name));
    await writeFile(path.join(made, name, "migration.sql"), sql);
  }
  return made;
}

describe("migrate", async () => {
  const [repeated, edited, failing, halfway, crowded] = await Promise.all([
    emptyTestDatabase(),
    emptyTestDatabase(),
    emptyTestDatabase(),
    emptyTestDatabase(),
    emptyTestDatabase(),
  ]);

  it("applies what is missing, in order, and nothing the second time", async () => {
    const first = await migrationsFolder({ [BODY]: ADD_BODY, [NOTE]: CREATE_NOTE });
    expect(await migrate(repeated, first)).toEqual([NOTE, BODY]);
    expect(await migrate(repeated, first)).toEqual([]);

    const later = "20260103000000_later";
    const grown = { [NOTE]: CREATE_NOTE, [BODY]: ADD_BODY, [later]: "DROP FUNCTION two();" };
    expect(await migrate(repeated, await migrationsFolder(grown))).toEqual([later]);
  });

  it("refuses a migration that was edited after it was applied", async () => {
    await migrate(edited, await migrationsFolder({ [NOTE]: CREATE_NOTE }));
    const changed = await migrationsFolder({ [NOTE]: `${CREATE_NOTE}\n`, [BODY]: ADD_BODY });

    await expect(migrate(edited, changed)).rejects.toThrow(`${NOTE} was edited`);
    const columns = await queryServer(edited, `SELECT * FROM note`);
    expect(columns).toEqual([]);
  });

  it("names the migration that fails, keeps nothing of it, and can try again", async () => {
    const broken = `${ADD_BODY} ALTER TABLE nowhere ADD COLUMN x INT;`;
    const wrong = await migrationsFolder({ [NOTE]: CREATE_NOTE, [BODY]: broken });
    await expect(migrate(failing, wrong)).rejects.toThrow(
      `Migration ${BODY} failed: relation "nowhere" does not exist`,
    );

    const mended = await migrationsFolder({ [NOTE]: CREATE_NOTE, [BODY]: ADD_BODY });
    expect(await migrate(failing, mended)).toEqual([BODY]);
  });

  it("refuses to go on where the Prisma CLI left a migration halfway", async () => {
    const good = await migrationsFolder({ [NOTE]: CREATE_NOTE });
    await migrate(halfway, good);
    await queryServer(halfway, "UPDATE _prisma_migrations SET finished_at = NULL");

    await expect(migrate(halfway, good)).rejects.toThrow(`${NOTE} failed halfway`);
  });

  it("lets processes that boot together apply each migration once", async () => {
    const set = await migrationsFolder({ [NOTE]: CREATE_NOTE, [BODY]: ADD_BODY });
    const boots = await Promise.all(Array.from({ length: 8 }, () => migrate(crowded, set)));

    expect(boots.flat()).toEqual([NOTE, BODY]);
  });

  it("says which server it cannot reach, and not its password", async () => {
    const attempt = migrate("postgresql://docket:secret@localhost:1/books");
    await expect(attempt).rejects.toThrow(
      /^Cannot connect to PostgreSQL at localhost:1\/books: .*ECONN/,
    );
    await expect(attempt).rejects.not.toThrow("secret");
  });
});

describe("prisma/migrations", async () => {
  const { url } = await testDatabase();

  it("leaves nothing to do for Prisma's own migrate deploy", async () => {
    const { stdout } = await run(process.execPath, ["prisma/cli.mjs", "migrate", "deploy"], {
      env: { ...process.env, DATABASE_URL: url },
    });
    expect(stdout).toContain("No pending migrations to apply.");
  });

  it("makes what schema.prisma says", async () => {
    expect(await diffMigrations(inject("testServerUrl"))).toBe("");
  });

  it("would be told of a table it forgot", async () => {
    const none = await migrationsFolder({});
    expect(await diffMigrations(inject("testServerUrl"), none)).toContain('CREATE TABLE "Session"');
  });
});
