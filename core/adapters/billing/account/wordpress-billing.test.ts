import { expect, it } from "vitest";
import { billingProviderContract } from "../../../domain/workflows/billing-provider.contract.ts";
import type { PlanChoice } from "#domain/billing";
import { readMarketplaceReport, wordpressBilling } from "./index.ts";
import { openAccount } from "./test-support.ts";

const manageUrl = "https://woocommerce.com/my-account/my-subscriptions/";
const NAMES = { starter: "Docket Starter", business: "Docket Business" };

const open = async () => {
  const { billing, clock, setNow } = openAccount();
  const observe = async (subscriptions: readonly unknown[]) => {
    const report = readMarketplaceReport({ marketplace: "woocommerce.com", subscriptions });
    if (!report.ok) throw new Error(report.problem.message);
    const event = { type: "observed", channel: "wordpress", at: clock.now() } as const;
    await billing.applyEvent({ ...event, subscriptions: report.value });
  };
  const subscribe = ({ planId, interval }: PlanChoice) =>
    observe([
      {
        product_key: `${planId}-key`,
        product_name: `${NAMES[planId]}${interval === "monthly" ? " (monthly)" : ""}`,
        expires: Date.parse("2026-12-11T10:00:00Z") / 1000,
        expired: false,
        autorenew: true,
      },
    ]);
  return { provider: wordpressBilling({ billing, clock, manageUrl }), subscribe, observe, setNow };
};

billingProviderContract("The plugin's marketplace", open);

it("reports no more what the plugin reports no more", async () => {
  const { provider, subscribe, observe } = await open();
  await subscribe({ planId: "starter", interval: "yearly" });
  await observe([]);
  expect(await provider.readSubscriptions()).toEqual({ ok: true, value: [] });
});

it("reports no more what has long expired, even when the plugin falls silent", async () => {
  const { provider, subscribe, setNow } = await open();
  await subscribe({ planId: "starter", interval: "yearly" });
  setNow("2027-03-01T10:00:00.000Z");
  expect(await provider.readSubscriptions()).toEqual({ ok: true, value: [] });
});
