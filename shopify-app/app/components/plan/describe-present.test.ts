import { expect, test } from "vitest";
import { PLANS, type Subscription } from "#domain/billing";
import { describePresent } from "./describe-present.ts";
import type { ShownOffer } from "./plan-view.ts";

const starter: Subscription = {
  channel: "shopify",
  externalId: "gid://shopify/AppSubscription/1",
  planId: "starter",
  interval: "monthly",
  priceUsd: "9.00",
  status: "active",
  startedAt: "2026-11-22T10:00:00.000Z",
  trialEndsAt: "2026-12-06T10:00:00.000Z",
  paidUntil: "2026-12-22T10:00:00.000Z",
  endsAt: null,
  usage: null,
  isTest: false,
  reports: {
    firstAt: "2026-11-22T10:00:00.000Z",
    lastAt: "2026-11-22T10:00:00.000Z",
    status: "active",
    endsAt: null,
  },
  cancelledAt: null,
};
const ends = { ...starter, endsAt: "2026-12-14T10:00:00.000Z" };
const direct = { ...ends, channel: "direct" } as const;
const offers = (later: boolean): ShownOffer[] =>
  PLANS.map((plan) => ({
    plan,
    monthlyUsd: plan.monthlyPriceUsd,
    yearlyUsd: "0.00",
    monthly: later && plan.planId === "business" ? "later" : "choose",
    yearly: "choose",
  }));
const dayOf = (instant: string) => instant.slice(0, 10);
const describe = (
  state: Parameters<typeof describePresent>[0]["state"],
  subscription: Subscription | null,
  later = false,
) =>
  describePresent(
    {
      state,
      subscription,
      planName: subscription === null ? "Free" : "Starter",
      offers: offers(later),
      choiceOpensAt: null,
    },
    dayOf,
  );

test.each([
  ["none", null, "No subscription and no bill. You can stay as long as you like."],
  [
    "cancelled",
    null,
    "Your last subscription has ended, and nothing is billed. Your documents are all here.",
  ],
  [
    "trial",
    starter,
    "Free until 2026-12-06, then US$9.00 a month. Cancel before, and it costs nothing.",
  ],
  ["active", starter, "US$9.00 a month. Paid until 2026-12-22, then renewed."],
  ["active", { ...starter, paidUntil: null }, "US$9.00 a month."],
  [
    "active",
    { ...starter, interval: "yearly", priceUsd: "90.00" },
    "US$90.00 a year. Paid until 2026-12-22, then renewed.",
  ],
  [
    "pastDue",
    starter,
    "Shopify has not been paid yet. You keep Starter meanwhile: pay the open bill in Shopify under Settings → Billing.",
  ],
  [
    "frozen",
    null,
    "Shopify has stopped your paid plan because a bill of your shop is open. Until it is paid you are on Free. Pay it in Shopify under Settings → Billing, and your plan is back.",
  ],
  [
    "ending",
    ends,
    "After that you are on Free, unless you choose a plan below. Nothing is deleted.",
  ],
] as const)("%s: says what it means", (state, subscription, text) => {
  expect(describe(state, subscription).text).toBe(text);
});

test("the badge says the state in a word or two, and when it ends", () => {
  expect(describe("ending", ends).badge?.label).toBe("Ends on 2026-12-14");
  expect(describe("frozen", null).badge?.label).toBe("Paid plan frozen");
  expect(describe("none", null).badge).toBeNull();
});

test("says who bills; nobody bills the free plan", () => {
  expect(describe("active", starter).biller).toBe(
    "Billed by Shopify on your Shopify bill, in US dollars.",
  );
  expect(describe("ending", direct).biller).toBe(
    "Your direct Docket subscription until 2026-12-14. After that the type is Shopify subscription: choose a plan below.",
  );
  expect(describe("ending", ends).biller).toBe("Shopify bills nothing more for it.");
  expect(describe("none", null).biller).toBe("");
});

test("a plan that was chosen already follows the one that ends", () => {
  expect(describe("ending", direct, true)).toMatchObject({
    text: "After that you are on Business.",
    biller:
      "Your direct Docket subscription until 2026-12-14. After that Shopify bills you, in US dollars.",
  });
});

test("only who owes Shopify something is led to its bills", () => {
  expect(describe("pastDue", starter).owesShopify).toBe(true);
  expect(describe("frozen", null).owesShopify).toBe(true);
  expect(describe("pastDue", { ...starter, channel: "direct" }).owesShopify).toBe(false);
  expect(describe("active", starter).owesShopify).toBe(false);
});
