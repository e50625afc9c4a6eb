import { expect, it } from "vitest";
import { queryServer } from "../../../../tests/support/database-server.ts";
import { testDatabase } from "../../../../tests/support/database.ts";
import { connect } from "./connect.ts";

const { url, prisma, pool } = await testDatabase();

it("outlives a server that drops its idle connections", async () => {
  await prisma.session.count();
  await queryServer(
    url,
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
     WHERE datname = current_database() AND pid <> pg_backend_pid()`,
  );
  await expect.poll(() => pool.totalCount).toBe(0);

  expect(await prisma.session.count()).toBe(0);
});

it("reckons in UTC whatever zone the server is set to", async () => {
  const database = new URL(url).pathname.slice(1);
  await queryServer(url, `ALTER DATABASE ${database} SET timezone = 'Asia/Tokyo'`);
  const connection = connect(url);

  const { rows } = await connection.pool.query("SELECT current_setting('timezone') AS zone");

  await connection.close();
  expect(rows).toEqual([{ zone: "UTC" }]);
});

it("lets a transaction wait for its turn", async () => {
  const turn = (id: string): Promise<unknown> =>
    prisma.$transaction(async (transaction) => {
      await transaction.$executeRaw`SELECT pg_advisory_xact_lock(1), pg_sleep(0.002)`;
      await transaction.session.create({
        data: { id, shop: "a.example", state: "", accessToken: "" },
      });
    });
  await Promise.all(Array.from({ length: 40 }, (_, index) => turn(String(index))));

  expect(await prisma.session.count()).toBe(40);
});
