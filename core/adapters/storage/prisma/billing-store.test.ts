import { afterAll, describe, expect, it } from "vitest";
import type { BillingEvent, ReportedSubscription } from "#domain/billing";
import { testDatabase } from "../../../../tests/support/database.ts";
import { billingLedger } from "./billing-ledger.ts";
import { startQueue } from "./queue.ts";
import { aFreeMerchant } from "./test-support.ts";

const database = await testDatabase();
const queue = await startQueue(database);
afterAll(() => queue.stop({ graceful: false }));

const merchantWithoutPlan = () => aFreeMerchant(database, queue);
const STARTER: ReportedSubscription = {
  externalId: "gid://shopify/AppSubscription/1",
  planId: "starter",
  interval: "monthly",
  priceUsd: "9.00",
  status: "active",
  startedAt: "2026-11-20T10:00:00.000Z",
  trialEndsAt: null,
  paidUntil: "2099-12-20T10:00:00.000Z",
  endsAt: null,
  usage: null,
  isTest: false,
};
const observed = (at: string, ...subscriptions: ReportedSubscription[]): BillingEvent => ({
  type: "observed",
  channel: "shopify",
  at,
  subscriptions,
});

describe("an account", () => {
  it("is empty until something happens, and then keeps what the last event made of it", async () => {
    const { billing } = await merchantWithoutPlan();
    expect((await billing.loadAccount()).subscriptions).toEqual([]);
    const after = await billing.applyEvent(observed("2026-11-20T10:00:01.000Z", STARTER));
    expect(after.subscriptions).toMatchObject([{ planId: "starter", channel: "shopify" }]);
    expect(await billing.loadAccount()).toEqual(after);
  });

  it("comes to the same for a late and a repeated reading, and notes the change once", async () => {
    const { billing } = await merchantWithoutPlan();
    const reading = observed("2026-11-20T10:00:01.000Z", STARTER);
    await Promise.all([1, 2, 3, 4].map(() => billing.applyEvent(reading)));
    await billing.applyEvent(observed("2026-11-19T10:00:00.000Z"));
    await billing.applyEvent(observed("2026-11-20T10:15:00.000Z", STARTER));

    expect(await billing.listChanges()).toMatchObject([
      {
        type: "observed",
        channel: "shopify",
        from: { planId: "free", state: "none" },
        to: { planId: "starter", state: "active" },
      },
    ]);
  });

  it("takes what two tell it at once one after the other", async () => {
    const { billing } = await merchantWithoutPlan();
    const grant = { planId: "business", interval: "yearly", priceUsd: "290.00" } as const;
    const endsAt = "2099-01-01T00:00:00.000Z";
    const at = "2026-11-20T10:00:00.000Z";
    await Promise.all([
      billing.applyEvent(observed("2026-11-20T10:00:01.000Z", STARTER)),
      billing.applyEvent({ type: "granted", at, grant: { ...grant, externalId: "g", endsAt } }),
      billing.applyEvent({ type: "capSet", usageCapUsd: "5.00" }),
    ]);
    const account = await billing.loadAccount();
    expect(account.subscriptions.map(({ channel }) => channel).toSorted()).toEqual([
      "direct",
      "shopify",
    ]);
    expect(account.usageCapUsd).toBe("5.00");
  });

  it("is another merchant's own", async () => {
    const [one, other] = [await merchantWithoutPlan(), await merchantWithoutPlan()];
    await one.billing.applyEvent(observed("2026-11-20T10:00:01.000Z", STARTER));
    expect((await other.billing.loadAccount()).subscriptions).toEqual([]);
    expect(await other.billing.listChanges()).toEqual([]);
  });
});

it("shows the operator all merchants and what became of them", async () => {
  const { billing, shop } = await merchantWithoutPlan();
  const since = new Date(Date.now() - 1000).toISOString();
  await billing.applyEvent(observed("2026-11-20T10:00:01.000Z", STARTER));
  const ledger = billingLedger(database);
  const merchants = await ledger.listMerchants("2026-11");
  expect(merchants.find(({ merchantId }) => merchantId === billing.merchantId)).toMatchObject({
    shops: [{ shopId: shop.shopId }],
    account: { subscriptions: [{ planId: "starter" }] },
    issued: 0,
  });
  const changes = await ledger.listChangesSince(since);
  expect(changes.filter(({ merchantId }) => merchantId === billing.merchantId)).toHaveLength(1);
});
