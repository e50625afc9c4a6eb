import path from "node:path";
import { expect, it } from "vitest";
import { temporaryDataFolder } from "../../../../tests/support/database-folder.ts";
import { queryServer } from "../../../../tests/support/database-server.ts";
import { emptyTestDatabase } from "../../../../tests/support/database.ts";
import { openDatabase } from "./open-database.ts";

const dataFolder = await temporaryDataFolder();
const databaseUrl = await emptyTestDatabase();

it("runs its own PostgreSQL where no database is named", async () => {
  const database = await openDatabase({ dataFolder });
  expect(database.whereDataLives).toBe(path.join(dataFolder, "postgres", "data"));
  expect(await database.prisma.session.count()).toBe(0);
  await database.close();

  await expect(database.pool.query("SELECT 1")).rejects.toThrow("end");
});

it("leaves running for others what a command found running", async () => {
  const program = await openDatabase({ dataFolder });
  const command = await openDatabase({ dataFolder, owns: false });
  await program.close();
  await command.close();
  expect(await queryServer(command.url, "SELECT 1 AS one")).toEqual([{ one: 1 }]);

  await (await openDatabase({ dataFolder })).close();
  await expect(queryServer(command.url, "SELECT 1")).rejects.toThrow("ECONNREFUSED");
});

it("migrates and uses the database it is given", async () => {
  const database = await openDatabase({ dataFolder: "/nowhere", databaseUrl });
  expect(await database.prisma.session.count()).toBe(0);
  await database.close();

  const { host, pathname } = new URL(databaseUrl);
  expect(database.whereDataLives).toBe(`PostgreSQL at ${host}${pathname}`);
});
