import { expect, it } from "vitest";
import { planInForce, reduceBilling, usageCapUsd } from "./index.ts";
import { accountAfter, aReport, day, granted, observed } from "./test-support.ts";

const usage = { lineId: "line-1", capUsd: "25.00" };

it("is the free plan for who never paid", () => {
  expect(planInForce(accountAfter(), day(1))).toMatchObject({
    plan: { planId: "free" },
    state: "none",
    subscription: undefined,
    allowance: { included: 30, extra: null },
  });
});

it("is the subscribed plan, and what is above waits where nothing is agreed on", () => {
  expect(planInForce(accountAfter(observed(1, [aReport()])), day(1))).toMatchObject({
    plan: { planId: "starter" },
    state: "active",
    subscription: { externalId: "s-1" },
    allowance: { included: 250, extra: null },
  });
});

it.each([
  ["25.00", null, 312],
  ["25.00", "10.00", 125],
  ["25.00", "40.00", 312],
  ["25.00", "0.00", undefined],
  ["0.07", null, undefined],
  ["0.08", null, 1],
])("with a cap of %s and %s of their own allows %s documents more", (capUsd, own, count) => {
  const account = accountAfter(observed(1, [aReport({ usage: { lineId: "line-1", capUsd } })]), {
    type: "capSet",
    usageCapUsd: own,
  });
  expect(planInForce(account, day(1)).allowance.extra?.count).toBe(count);
});

it("caps at nothing without a subscription", () => {
  expect(usageCapUsd(accountAfter({ type: "capSet", usageCapUsd: "10.00" }), undefined)).toBe(
    "0.00",
  );
});

it.each([
  ["ending at its provider's", [observed(1, [aReport({ usage })]), observed(2)]],
  ["past due", [observed(1, [aReport({ usage, status: "pastDue" })])]],
])("charges nothing above on one that is %s, and keeps the plan", (_, events) => {
  const { plan, allowance } = planInForce(accountAfter(...events), day(3));
  expect(plan.planId).toBe("starter");
  expect(allowance.extra).toBeNull();
});

it("stops charging until the provider's period ends", () => {
  const account = accountAfter(observed(1, [aReport({ usage })]), {
    type: "usageStopped",
    until: day(20),
  });
  expect(planInForce(account, day(19)).allowance.extra).toBeNull();
  expect(planInForce(account, day(20)).allowance.extra).toEqual({ count: 312, priceUsd: "0.08" });
});

it.each([
  ["a higher cap", [aReport({ usage: { ...usage, capUsd: "50.00" } })]],
  ["an upgrade", [aReport({ externalId: "s-2", usage: { lineId: "line-2", capUsd: "25.00" } })]],
])("charges again after %s, though the old cap was reached", (_, reports) => {
  const stopped = accountAfter(observed(1, [aReport({ usage })]), {
    type: "usageStopped",
    until: day(30),
  });
  const same = reduceBilling(stopped, observed(2, [aReport({ usage })]));
  expect(same.usageStoppedUntil).toBe(day(30));
  const changed = reduceBilling(stopped, observed(3, reports));
  expect(changed.usageStoppedUntil).toBeNull();
  expect(planInForce(changed, day(3)).allowance.extra).not.toBeNull();
});

it("keeps the stop when the merchant's own cap rises: it is the provider's", () => {
  const stopped = accountAfter(observed(1, [aReport({ usage })]), {
    type: "usageStopped",
    until: day(30),
  });
  const raised = reduceBilling(stopped, { type: "capSet", usageCapUsd: "20.00" });
  expect(planInForce(raised, day(2)).allowance.extra).toBeNull();
});

it("counts the highest of several plans until it ends", () => {
  const account = accountAfter(granted(0, { endsAt: day(7) }), observed(1, [aReport({ usage })]));
  expect(planInForce(account, day(6)).plan.planId).toBe("business");
  expect(planInForce(account, day(6)).allowance.extra).toBeNull();
  expect(planInForce(account, day(7)).plan.planId).toBe("starter");
  expect(planInForce(account, day(7)).allowance.extra?.count).toBe(312);
});

it.each([
  [
    "what goes on before what ends",
    aReport({ externalId: "a", endsAt: day(20) }),
    aReport({ externalId: "b" }),
  ],
  [
    "what is paid before what is not",
    aReport({ externalId: "a", status: "pastDue" }),
    aReport({ externalId: "b", endsAt: day(20) }),
  ],
  [
    "what ends later",
    aReport({ externalId: "a", endsAt: day(20) }),
    aReport({ externalId: "b", endsAt: day(21) }),
  ],
])("of two equal plans counts %s", (_, other, counts) => {
  for (const reports of [
    [other, counts],
    [counts, other],
  ]) {
    const { subscription } = planInForce(accountAfter(observed(1, reports)), day(2));
    expect(subscription?.externalId).toBe("b");
  }
});

it("is the free plan on a provider's free plan", () => {
  const report = aReport({ planId: "free", priceUsd: "0.00", paidUntil: null });
  expect(planInForce(accountAfter(observed(1, [report])), day(2))).toMatchObject({
    plan: { planId: "free" },
    state: "none",
    subscription: undefined,
  });
});

it("keeps a yearly plan for its year", () => {
  const account = accountAfter(
    observed(1, [aReport({ interval: "yearly", priceUsd: "90.00", paidUntil: day(365) })]),
    observed(40),
  );
  expect(planInForce(account, day(364)).plan.planId).toBe("starter");
  expect(planInForce(account, day(365)).plan.planId).toBe("free");
});
