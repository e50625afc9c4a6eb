import { expect, it } from "vitest";
import { billingProviderContract } from "../../../domain/workflows/billing-provider.contract.ts";
import type { PlanChoice } from "#domain/billing";
import { shopifyAppPricing } from "./index.ts";
import { openShop, REQUEST, SHOP } from "./test-support.ts";

const open = async () => {
  const opened = await openShop();
  const { standin, shop, client, answer } = opened;
  standin.appPricing.plans = [
    { handle: "starter", name: "Klein", monthly: "9.00", yearly: "90.00" },
    { handle: "business-2026", name: "Groß", monthly: "29.00", yearly: "290.00" },
  ];
  const subscribe = async ({ planId, interval }: PlanChoice) => {
    const plan = standin.appPricing.plans.find(({ handle }) => handle.startsWith(planId));
    if (plan === undefined) throw new Error(`no plan ${planId}`);
    const { id } = standin.billing.choosePlan(shop, {
      plan,
      interval: interval === "yearly" ? "ANNUAL" : "EVERY_30_DAYS",
      appUrl: "https://docket.example",
    });
    answer(`/charges/${id.split("/").at(-1)}/confirm`, true);
  };
  const adminUrl = standin.adminUrl;
  const provider = shopifyAppPricing(client, { domain: SHOP, appHandle: "docket", adminUrl });
  return { ...opened, provider, subscribe };
};

billingProviderContract("Shopify App Pricing", open);

it("leads to Shopify's page of plans, for every wish", async () => {
  const { client, provider, standin } = await open();
  const page = `${standin.adminUrl}/store/demo/charges/docket/pricing_plans`;
  expect(provider.manageUrl).toBe(page);
  expect(await provider.requestPlan(REQUEST)).toEqual({ ok: true, value: { approvalUrl: page } });
  expect((await fetch(page)).status).toBe(200);
  expect(shopifyAppPricing(client, { domain: SHOP, appHandle: "docket" }).manageUrl).toBe(
    "https://admin.shopify.com/store/demo/charges/docket/pricing_plans",
  );
});

it("knows a plan by its handle, whatever it is called in the merchant's language", async () => {
  const { provider, standin, subscribe } = await open();
  // At a price of which the plan could not be told.
  standin.appPricing.plans = [
    { handle: "business-2026", name: "Groß", monthly: "10.00", trialDays: 14 },
  ];
  await subscribe({ planId: "business", interval: "monthly" });
  expect(await provider.readSubscriptions()).toMatchObject({
    value: [{ planId: "business", priceUsd: "10.00", trialEndsAt: "2026-12-05T10:00:00.000Z" }],
  });
});

it("promises no documents above the allowance, because it charges none", async () => {
  const { provider, shop, standin, answer } = await open();
  const price = (amount: string) => ({ amount, currencyCode: "USD" });
  const { id } = standin.billing.request(shop, {
    name: "Docket Starter",
    returnUrl: REQUEST.returnUrl,
    lineItems: [
      { plan: { appRecurringPricingDetails: { price: price("9.00"), interval: "EVERY_30_DAYS" } } },
      { plan: { appUsagePricingDetails: { cappedAmount: price("20.00"), terms: "Each 0.08" } } },
    ],
  });
  answer(`/charges/${id.split("/").at(-1)}/confirm`, true);
  expect(await provider.readSubscriptions()).toMatchObject({ value: [{ usage: null }] });
});
