import { expect, it } from "vitest";
import { planOf, planRank, PLANS, planWith, priceUsd, recogniseSubscribedPlan } from "./index.ts";

it.each([
  ["free", "monthly", "0.00"],
  ["starter", "monthly", "9.00"],
  ["starter", "yearly", "90.00"],
  ["business", "monthly", "29.00"],
  ["business", "yearly", "290.00"],
] as const)("%s %s costs %s: a year has two months free", (planId, interval, price) => {
  expect(priceUsd(planOf(planId), interval)).toBe(price);
});

it("gives more with each plan and takes nothing away", () => {
  for (const [index, plan] of PLANS.entries()) {
    expect(planRank(plan.planId)).toBe(index);
    const before = PLANS[index - 1]?.entitlements;
    if (before === undefined) continue;
    expect(plan.entitlements.documentsPerMonth).toBeGreaterThan(before.documentsPerMonth);
    expect(plan.entitlements.shops).toBeGreaterThanOrEqual(before.shops);
    expect(plan.entitlements.languages).toBeGreaterThanOrEqual(before.languages);
    expect(Number(plan.entitlements.eInvoices)).toBeGreaterThanOrEqual(Number(before.eInvoices));
    expect(Number(plan.entitlements.accounting)).toBeGreaterThanOrEqual(Number(before.accounting));
    expect(Number(plan.entitlements.ownMailServer)).toBeGreaterThanOrEqual(
      Number(before.ownMailServer),
    );
  }
});

it("throws on a plan that does not exist", () => {
  const planId: string = "enterprise";
  // @ts-expect-error -- not a plan's id
  expect(() => planOf(planId)).toThrow("there is no plan enterprise");
});

it("names the cheapest plan with a feature, and none where no plan has it", () => {
  expect(planWith(({ eInvoices }) => eInvoices)?.planId).toBe("starter");
  expect(planWith(({ accounting }) => accounting)?.planId).toBe("business");
  expect(planWith(({ shops }) => shops > 100)).toBeUndefined();
});

it.each([
  ["Docket Starter", "9.00", "monthly", "starter"],
  ["starter-yearly", "90.00", "yearly", "starter"],
  ["BUSINESS", "1.00", "monthly", "business"],
  ["Free", "0.00", "monthly", "free"],
  ["Starter (14 days free)", "9.00", "monthly", "starter"],
  ["Starter, with all of Business", "9.00", "monthly", "business"],
  // Of a catalogue that is gone.
  ["Docket Pro", "15.00", "monthly", "starter"],
  ["Docket Pro", "29.00", "monthly", "business"],
  ["Docket Pro", "289.99", "yearly", "starter"],
  ["Docket Pro", "500.00", "yearly", "business"],
  ["Freelancer", "4.00", "monthly", "starter"],
  ["Docket", "0.00", "monthly", "free"],
  ["", "0.01", "yearly", "starter"],
] as const)("takes %j for %s %s as %s", (name, price, interval, planId) => {
  expect(recogniseSubscribedPlan({ name, priceUsd: price, interval })).toBe(planId);
});
