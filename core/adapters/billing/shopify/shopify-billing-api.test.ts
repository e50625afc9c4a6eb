import { describe, expect, it } from "vitest";
import { adminClient } from "#adapters/platform/shopify";
import { billingProviderContract } from "../../../domain/workflows/billing-provider.contract.ts";
import { shopifyBillingApi } from "./index.ts";
import { clientAnswering, openShop, REQUEST } from "./test-support.ts";

const open = async () => {
  const opened = await openShop();
  return { ...opened, provider: shopifyBillingApi(opened.client) };
};

billingProviderContract("Shopify's Billing API", async () => {
  const { provider, take } = await open();
  return { provider, subscribe: (choice) => take(provider, choice) };
});

const problem = (code: string, words: string) => ({
  ok: false,
  problem: { code, message: expect.stringContaining(words) },
});

describe("asking for a plan", () => {
  it("says what it costs, from when, and what is charged above it", async () => {
    const { provider, shop } = await open();
    const asked = await provider.requestPlan({ ...REQUEST, freeDays: 9, usageCapUsd: "20.00" });

    expect(asked).toMatchObject({
      ok: true,
      value: { approvalUrl: expect.stringMatching(/confirm/) },
    });
    expect(shop.subscriptions).toMatchObject([
      {
        name: "Docket Starter",
        returnUrl: REQUEST.returnUrl,
        trialDays: 9,
        test: false,
        replacementBehavior: "STANDARD",
        lineItems: [
          { plan: { pricingDetails: { price: { amount: "9.0" }, interval: "EVERY_30_DAYS" } } },
          {
            plan: {
              pricingDetails: {
                cappedAmount: { amount: "20.0", currencyCode: "USD" },
                terms: "0.08 US dollars for each document above 250 in a calendar month",
              },
            },
          },
        ],
      },
    ]);
  });

  it("asks a development store for a test charge, which nobody pays", async () => {
    const { provider, shop, take } = await open();
    shop.profile.isDevelopmentStore = true;
    await take(provider);

    expect(shop.subscriptions).toMatchObject([{ test: true, status: "ACTIVE" }]);
    expect(await provider.readSubscriptions()).toMatchObject({ value: [{ isTest: true }] });
    expect(await provider.listCharges()).toMatchObject({ value: [{ isTest: true }] });
  });

  it("does not ask for what Shopify does not sell: usage beside a year", async () => {
    const { provider, shop } = await open();
    const asked = provider.requestPlan({ ...REQUEST, interval: "yearly", usageCapUsd: "20.00" });
    expect(await asked).toEqual(problem("billing-refused", "monthly plans only"));
    expect(shop.subscriptions).toEqual([]);
  });

  it("passes on Shopify's words when it refuses", async () => {
    const { provider, standin } = await open();
    standin.appPricing.plans = [{ handle: "starter", name: "Starter", monthly: "9.00" }];
    expect(await provider.requestPlan(REQUEST)).toEqual(
      problem("billing-refused", "Managed Pricing Apps cannot use the Billing API"),
    );
  });

  it("leaves everything as it was when the merchant declines", async () => {
    const { provider, take, answer } = await open();
    await take(provider);
    const before = await provider.readSubscriptions();
    const asked = await provider.requestPlan({ ...REQUEST, planId: "business" });

    expect(asked.ok && answer(asked.value.approvalUrl, false)).toBe("declined");
    expect(await provider.readSubscriptions()).toEqual(before);
  });

  it("has one subscription after two tabs that were both approved", async () => {
    const { provider, answer } = await open();
    const tabs = await Promise.all([
      provider.requestPlan(REQUEST),
      provider.requestPlan({ ...REQUEST, planId: "business" }),
    ]);
    for (const tab of tabs) expect(tab.ok && answer(tab.value.approvalUrl, true)).toBe("approved");
    const [first] = tabs;
    expect(first.ok && answer(first.value.approvalUrl, true)).toBe("unchanged");

    expect(await provider.readSubscriptions()).toMatchObject({
      ok: true,
      value: [{ planId: "business" }],
    });
  });
});

describe("reading", () => {
  it("knows the trial, the period that is paid for and the line of usage", async () => {
    const { provider, shop, take } = await open();
    await take(provider, { freeDays: 14, usageCapUsd: "20.00" });
    const [subscription] = shop.subscriptions;

    expect(await provider.readSubscriptions()).toEqual({
      ok: true,
      value: [
        {
          externalId: subscription?.id,
          planId: "starter",
          interval: "monthly",
          priceUsd: "9.00",
          status: "active",
          startedAt: "2026-11-21T10:00:00.000Z",
          trialEndsAt: "2026-12-05T10:00:00.000Z",
          paidUntil: "2026-12-05T10:00:00.000Z",
          endsAt: null,
          usage: { lineId: subscription?.lineItems[1]?.id, capUsd: "20.00" },
          isTest: false,
        },
      ],
    });
  });

  it("sees a frozen subscription, and that it goes on when the shop pays", async () => {
    const { provider, standin, shop, take } = await open();
    await take(provider);
    standin.billing.setFrozen(shop, true);
    expect(await provider.readSubscriptions()).toMatchObject({
      value: [{ status: "frozen", paidUntil: null }],
    });
    standin.billing.setFrozen(shop, false);
    expect(await provider.readSubscriptions()).toMatchObject({ value: [{ status: "active" }] });
  });

  it("does not see what was never approved", async () => {
    const { provider, standin, shop } = await open();
    await provider.requestPlan(REQUEST);
    expect(await provider.readSubscriptions()).toEqual({ ok: true, value: [] });
    standin.billing.age(shop, 3);
    expect(shop.subscriptions).toMatchObject([{ status: "EXPIRED" }]);
    expect(await provider.readSubscriptions()).toEqual({ ok: true, value: [] });
  });

  it("sees the active one behind 60 others that nobody approved", async () => {
    const { provider, shop, standin, take } = await open();
    await take(provider);
    const [active] = shop.subscriptions;
    const returnUrl = REQUEST.returnUrl;
    for (let count = 0; count < 60; count += 1)
      standin.billing.request(shop, { name: "Docket Business", returnUrl, lineItems: [] });
    expect(await provider.readSubscriptions()).toMatchObject({
      value: [{ externalId: active?.id }],
    });
  });

  it("still sees the paid year while the month that follows waits for its end", async () => {
    const { provider, shop, standin, take } = await open();
    await take(provider, { planId: "business", interval: "yearly" });
    await take(provider, { planId: "starter" });
    expect(await provider.readSubscriptions()).toMatchObject({
      value: [{ planId: "business", interval: "yearly" }],
    });
    standin.billing.age(shop, 366);
    expect(await provider.readSubscriptions()).toMatchObject({
      value: [{ planId: "starter", interval: "monthly" }],
    });
  });

  it("takes a plan that is not in the catalogue for what its price pays", async () => {
    const { provider, shop, standin, answer } = await open();
    const price = { amount: "29.00", currencyCode: "USD" };
    const { id } = standin.billing.request(shop, {
      name: "Legend",
      returnUrl: REQUEST.returnUrl,
      lineItems: [{ plan: { appRecurringPricingDetails: { price, interval: "EVERY_30_DAYS" } } }],
    });
    answer(`/charges/${id.split("/").at(-1)}/confirm`, true);
    expect(await provider.readSubscriptions()).toMatchObject({
      value: [{ planId: "business", priceUsd: "29.00" }],
    });
  });
});

describe("cancelling", () => {
  it("passes on why Shopify does not cancel a frozen one", async () => {
    const { provider, standin, shop, take } = await open();
    await take(provider);
    standin.billing.setFrozen(shop, true);
    const id = shop.subscriptions[0]?.id ?? "";
    expect(await provider.cancel(id)).toEqual(problem("billing-refused", "from :frozen"));
  });

  it("credits nothing: the period that is paid for goes on", async () => {
    const { provider, shop, take } = await open();
    await take(provider);
    await provider.cancel(shop.subscriptions[0]?.id ?? "");
    expect(shop.subscriptions).toMatchObject([{ status: "CANCELLED" }]);
    expect(shop.credits).toEqual([]);
  });
});

describe("usage", () => {
  const openWithUsage = async () => {
    const opened = await open();
    await opened.take(opened.provider, { usageCapUsd: "0.20" });
    const lineId = opened.shop.subscriptions[0]?.lineItems[1]?.id ?? "";
    const charge = (idempotencyKey: string, from = opened.provider) =>
      from.chargeUsage({ lineId, amountUsd: "0.08", description: "Document 1", idempotencyKey });
    return { ...opened, lineId, charge };
  };
  const done = { ok: true, value: null };

  it("is charged once for one key, and no further than the cap", async () => {
    const { shop, charge } = await openWithUsage();
    expect([await charge("a"), await charge("a"), await charge("b")]).toEqual([done, done, done]);
    expect(await charge("c")).toEqual(problem("cap-reached", "0.16 of at most 0.20"));
    expect(await charge("b")).toEqual(done);
    expect(shop.usageRecords.map(({ idempotencyKey }) => idempotencyKey)).toEqual(["a", "b"]);
  });

  it("is charged once when the answer to the first try was lost", async () => {
    const { shop, graphql, charge } = await openWithUsage();
    let asked = 0;
    const client = adminClient(
      async (query, variables) => {
        const answer = await graphql(query, variables);
        asked += 1;
        if (asked === 1) throw new Error("ECONNRESET");
        return answer;
      },
      async () => undefined,
    );
    expect(await charge("a", shopifyBillingApi(client))).toEqual(done);
    expect([asked, shop.usageRecords.length]).toEqual([2, 1]);
  });

  it("goes on above a cap that the merchant raised", async () => {
    const { provider, answer, lineId, charge } = await openWithUsage();
    for (const key of ["a", "b"]) expect(await charge(key)).toEqual(done);
    const asked = await provider.requestUsageCap({ lineId, capUsd: "5.00" });
    expect(await charge("c")).toEqual(problem("cap-reached", ""));

    expect(asked.ok && answer(asked.value.approvalUrl, true)).toBe("approved");
    expect(await charge("c")).toEqual(done);
    expect(await provider.readSubscriptions()).toMatchObject({
      value: [{ usage: { lineId, capUsd: "5.00" } }],
    });
  });

  it("is refused in Shopify's words for any other reason", async () => {
    const { provider, standin, shop, lineId, charge } = await openWithUsage();
    expect(await provider.requestUsageCap({ lineId, capUsd: "0.10" })).toEqual(
      problem("billing-refused", "can only be increased"),
    );
    standin.billing.setFrozen(shop, true);
    expect(await charge("a")).toEqual(problem("billing-refused", "Subscription is not active"));
  });
});

const usage = { lineId: "l", amountUsd: "0.08", description: "A", idempotencyKey: "a" };
type Provider = ReturnType<typeof shopifyBillingApi>;
const CALLS: readonly [string, (provider: Provider) => Promise<unknown>][] = [
  ["readSubscriptions", (provider) => provider.readSubscriptions()],
  ["requestPlan", (provider) => provider.requestPlan(REQUEST)],
  ["requestUsageCap", (provider) => provider.requestUsageCap({ lineId: "l", capUsd: "1.00" })],
  ["cancel", (provider) => provider.cancel("gid://shopify/AppSubscription/1")],
  ["chargeUsage", (provider) => provider.chargeUsage(usage)],
  ["listCharges", (provider) => provider.listCharges()],
];

describe.each(CALLS)("%s", (_, call) => {
  it("says that Shopify cannot be reached", async () => {
    const { provider, standin } = await open();
    standin.faults.set({ unavailableNext: 100 });
    expect(await call(provider)).toEqual(problem("billing-unreachable", "503"));
  });

  it("says that the shop's access has ended", async () => {
    const { provider, standin, shop } = await open();
    standin.installation.expireTokens(shop);
    expect(await call(provider)).toEqual(problem("shop-disconnected", "connect again"));
  });

  it.each([{ data: {} }, { data: { currentAppInstallation: null, answer: null, shop: null } }])(
    "takes no answer from what it cannot read: %j",
    async (body) => {
      const provider = shopifyBillingApi(clientAnswering(body));
      expect(await call(provider)).toEqual(problem("billing-unreachable", "unexpected shape"));
    },
  );
});
