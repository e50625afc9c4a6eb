import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, expect, it } from "vitest";
import { testDatabase } from "../../../../tests/support/database.ts";
import { connect } from "./connect.ts";
import { offlineSessions } from "./offline-sessions.ts";

const POOL_SIZE = 16;
const database = await testDatabase();
const sessions = offlineSessions(database);
const otherProcess = connect(database.url);
afterAll(otherProcess.close);

let shops = 0;
async function aShop(): Promise<string> {
  shops += 1;
  const shop = `shop-${shops}.myshopify.com`;
  const login = { state: "", accessToken: "old", refreshToken: "refresh-old" };
  await database.prisma.session.create({ data: { id: `offline_${shop}`, shop, ...login } });
  return shop;
}

const RENEWED = { accessToken: "new", refreshToken: "refresh-new", expiresAt: null };
const leaseOf = async (shop: string) =>
  (await database.prisma.session.findFirstOrThrow({ where: { shop } })).renewingUntil;

it("holds no connection while Shopify answers", async () => {
  const domains = await Promise.all(Array.from({ length: POOL_SIZE }, aShop));
  const answer = Promise.withResolvers<typeof RENEWED>();
  let asked = 0;
  const renewing = domains.map((domain) =>
    sessions.renewSession(domain, () => {
      asked += 1;
      return answer.promise;
    }),
  );
  await expect.poll(() => asked).toBe(POOL_SIZE);

  expect(database.pool.idleCount).toBe(database.pool.totalCount);
  answer.resolve(RENEWED);
  expect(await Promise.all(renewing)).toEqual(domains.map(() => RENEWED));
});

it("renews once for two processes, and the second sees what the first got", async () => {
  const domain = await aShop();
  let renewals = 0;
  const renewOld = async (session: { accessToken: string }) => {
    if (session.accessToken !== "old") return { ...RENEWED, ...session };
    renewals += 1;
    await sleep(100);
    return RENEWED;
  };
  const others = offlineSessions(otherProcess);
  const both = [sessions, others].map((each) => each.renewSession(domain, renewOld));

  expect(await Promise.all(both)).toEqual([RENEWED, RENEWED]);
  expect(renewals).toBe(1);
  expect(await leaseOf(domain)).toBeNull();
});

it("takes over from a process that was killed, once its lease has run out", async () => {
  const domain = await aShop();
  await database.pool.query(
    `UPDATE "Session" SET "renewingUntil" = now() + interval '1 second' WHERE "shop" = $1`,
    [domain],
  );
  const startedAt = performance.now();

  expect(await sessions.renewSession(domain, async () => RENEWED)).toEqual(RENEWED);
  expect(performance.now() - startedAt).toBeGreaterThan(900);
});

it("lets others in when renewing fails", async () => {
  const domain = await aShop();
  const failing = sessions.renewSession(domain, () => Promise.reject(new Error("no answer")));

  await expect(failing).rejects.toThrow("no answer");
  expect(await leaseOf(domain)).toBeNull();
  expect(await sessions.loadSession(domain)).toMatchObject({ refreshToken: "refresh-old" });
});

it("keeps what opening Docket brought meanwhile", async () => {
  const domain = await aShop();
  const renewed = await sessions.renewSession(domain, async () => {
    const login = { accessToken: "login", refreshToken: "refresh-login" };
    await database.prisma.session.updateMany({ where: { shop: domain }, data: login });
    return RENEWED;
  });

  expect(renewed).toMatchObject({ accessToken: "login", refreshToken: "refresh-login" });
});

it("stores a refresh token although the database is away for a moment", async () => {
  const domain = await aShop();
  const renewed = await sessions.renewSession(domain, async () => {
    await database.pool.query(`ALTER TABLE "Session" RENAME COLUMN "refreshToken" TO "away"`);
    setTimeout(
      () =>
        void database.pool.query(`ALTER TABLE "Session" RENAME COLUMN "away" TO "refreshToken"`),
      500,
    );
    return RENEWED;
  });

  expect(renewed).toEqual(RENEWED);
});

it("has nothing for a shop without a session", async () => {
  expect(await sessions.renewSession("unknown", async () => RENEWED)).toBeUndefined();
  const domain = await aShop();
  await sessions.forgetSessions(domain);
  expect(await sessions.renewSession(domain, async () => RENEWED)).toBeUndefined();
});
