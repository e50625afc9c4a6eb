import { afterAll, describe, expect, it } from "vitest";
import type { VatCheck } from "#domain/party";
import { testDatabase } from "../../../../tests/support/database.ts";
import { startQueue } from "./queue.ts";
import { aMerchant } from "./test-support.ts";

const database = await testDatabase();
const queue = await startQueue(database);
afterAll(() => queue.stop({ graceful: false }));

const VAT_IDENTIFIER = "BE0417497106";
const aCheck = (changes: Partial<VatCheck> = {}): VatCheck => ({
  vatIdentifier: VAT_IDENTIFIER,
  state: "valid",
  checkedAt: "2026-11-21T10:00:00.000Z",
  consultationNumber: "WAPIAAAAY1",
  name: "NV Bakkerij",
  ...changes,
});
const unverified = (checkedAt: string) =>
  aCheck({ state: "unverified", checkedAt, consultationNumber: "", name: "" });

const jobsOf = async (merchantId: string) => {
  const { rows } = await database.pool.query<{ data: unknown; startAfter: Date }>(
    `SELECT data, start_after AS "startAfter" FROM pgboss.job
     WHERE name = 'check-vat-number' AND data->>'merchantId' = $1`,
    [merchantId],
  );
  return rows.map(({ data, startAfter }) => ({ data, startAfter: startAfter.toISOString() }));
};

describe("VAT checks", () => {
  it("are all kept as evidence, and the newest is found, whichever was saved last", async () => {
    const { store } = await aMerchant(database, queue);
    const newest = aCheck({ state: "invalid", checkedAt: "2026-11-22T10:00:00.000Z" });
    await store.saveVatCheck(aCheck());
    await store.saveVatCheck(newest);
    await store.saveVatCheck(aCheck({ checkedAt: "2026-11-20T10:00:00.000Z" }));

    expect(await store.findVatCheck(VAT_IDENTIFIER)).toEqual(newest);
    expect(await store.findVatCheck("NL000099998B57")).toBeUndefined();
    const { merchantId } = store;
    expect(await database.prisma.vatCheck.count({ where: { merchantId } })).toBe(3);
    expect(await jobsOf(merchantId)).toEqual([]);
  });

  it("of the same instant count in the order in which they were saved", async () => {
    const { store } = await aMerchant(database, queue);
    await store.saveVatCheck(aCheck({ name: "first" }));
    await store.saveVatCheck(aCheck({ name: "second" }));

    expect(await store.findVatCheck(VAT_IDENTIFIER)).toMatchObject({ name: "second" });
  });

  it("that nobody could answer are asked again a quarter of an hour later, by one job", async () => {
    const { store } = await aMerchant(database, queue);
    await store.saveVatCheck(unverified("2026-11-21T10:00:00.000Z"));
    await store.saveVatCheck(unverified("2026-11-21T10:05:00.000Z"));

    expect(await store.findVatCheck(VAT_IDENTIFIER)).toMatchObject({ state: "unverified" });
    expect(await jobsOf(store.merchantId)).toEqual([
      {
        data: { merchantId: store.merchantId, vatIdentifier: VAT_IDENTIFIER },
        startAfter: "2026-11-21T10:15:00.000Z",
      },
    ]);
  });

  it("leave no job behind when they cannot be kept", async () => {
    const { store } = await aMerchant(database, queue);
    const name = "\0";
    await expect(
      store.saveVatCheck({ ...unverified("2026-11-21T10:00:00.000Z"), name }),
    ).rejects.toThrow("invalid byte sequence");

    expect(await jobsOf(store.merchantId)).toEqual([]);
    expect(await store.findVatCheck(VAT_IDENTIFIER)).toBeUndefined();
  });
});
