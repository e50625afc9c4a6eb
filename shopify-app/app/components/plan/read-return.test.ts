import { expect, test } from "vitest";
import { PLANS, type Subscription } from "#domain/billing";
import type { ShownOffer } from "./plan-view.ts";
import { readReturn } from "./read-return.ts";

const starter: Subscription = {
  channel: "shopify",
  externalId: "gid://shopify/AppSubscription/1",
  planId: "starter",
  interval: "monthly",
  priceUsd: "9.00",
  status: "active",
  startedAt: "2026-11-22T10:00:00.000Z",
  trialEndsAt: null,
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
const offers = PLANS.map((plan): ShownOffer => ({
  plan,
  monthlyUsd: "",
  yearlyUsd: "",
  monthly: "choose",
  yearly: "choose",
}));
const common = { problem: "", offers, choiceOpensAt: null };
const onStarter = { ...common, planId: "starter", subscription: starter } as const;
const onFree = { ...common, planId: "free", subscription: null } as const;
const asked = { planId: "starter", interval: "monthly" } as const;

test("the plan changed when the provider says so, with or without a charge id", () => {
  expect(readReturn({ asked, hasChargeId: true }, onStarter)).toBe("changed");
  expect(readReturn({ asked, hasChargeId: false }, onStarter)).toBe("changed");
});

test("a charge id that somebody wrote into the address gets nobody a plan", () => {
  expect(readReturn({ asked, hasChargeId: true }, onFree)).toBe("notApproved");
  const business = { ...asked, planId: "business" } as const;
  expect(readReturn({ asked: business, hasChargeId: true }, onStarter)).toBe("perhapsLater");
});

test("who comes back without an approval is told that nothing was changed", () => {
  expect(readReturn({ asked, hasChargeId: false }, onFree)).toBe("notApproved");
  const yearly = { ...asked, interval: "yearly" } as const;
  expect(readReturn({ asked: yearly, hasChargeId: false }, onStarter)).toBe("notApproved");
});

test("one that ends is not the new one", () => {
  const ending = { ...starter, endsAt: "2026-12-22T10:00:00.000Z" };
  const view = { ...onStarter, subscription: ending };
  expect(readReturn({ asked, hasChargeId: false }, view)).toBe("notApproved");
});

test("one that was approved and waits for the end of another follows it", () => {
  const direct = { ...starter, channel: "direct", endsAt: "2026-12-22T10:00:00.000Z" } as const;
  const waiting = offers.map((offer) =>
    offer.plan.planId === "business" ? { ...offer, monthly: "later" as const } : offer,
  );
  const view = { ...onStarter, subscription: direct, offers: waiting };
  const business = { ...asked, planId: "business" } as const;
  expect(readReturn({ asked: business, hasChargeId: true }, view)).toBe("follows");
  // While it cannot be chosen at all, nothing follows.
  const closed = { ...view, choiceOpensAt: "2026-12-01T10:00:00.000Z" };
  expect(readReturn({ asked: business, hasChargeId: false }, closed)).toBe("notApproved");
});

test("when Shopify could not be asked, nothing is claimed", () => {
  const problem = "Shopify did not answer.";
  expect(readReturn({ asked, hasChargeId: true }, { ...onFree, problem })).toBe("unknown");
});
