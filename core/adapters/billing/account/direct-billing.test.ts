import { expect, it } from "vitest";
import { billingProviderContract } from "../../../domain/workflows/billing-provider.contract.ts";
import { planOf, priceUsd, type PlanChoice } from "#domain/billing";
import { directBilling } from "./index.ts";
import { openAccount } from "./test-support.ts";

const REQUEST = {
  planId: "starter",
  interval: "yearly",
  freeDays: 0,
  usageCapUsd: null,
  returnUrl: "https://docket.example/billing/return",
} as const;

const open = async () => {
  const { billing, clock, setNow } = openAccount();
  let ids = 0;
  const provider = directBilling({ billing, clock, newId: () => `request-${(ids += 1)}` });
  const grant = ({ planId, interval }: PlanChoice, endsAt: string | null) =>
    billing.applyEvent({
      type: "granted",
      at: clock.now(),
      grant: {
        externalId: `${planId}-${interval}`,
        planId,
        interval,
        priceUsd: priceUsd(planOf(planId), interval),
        endsAt,
      },
    });
  const subscribe = async (choice: PlanChoice) => void (await grant(choice, null));
  return { billing, provider, grant, subscribe, setNow };
};

billingProviderContract("A direct subscription", open);

it("records a wish once, and another in its place", async () => {
  const { billing, provider } = await open();
  const answers = [await provider.requestPlan(REQUEST), await provider.requestPlan(REQUEST)];
  expect(answers).toEqual(answers.map(() => ({ ok: true, value: { approvalUrl: null } })));
  expect((await billing.loadAccount()).request).toEqual({
    requestId: "request-1",
    planId: "starter",
    interval: "yearly",
    requestedAt: "2026-11-21T10:00:00.000Z",
  });

  await provider.requestPlan({ ...REQUEST, planId: "business" });
  expect((await billing.loadAccount()).request).toMatchObject({
    requestId: "request-2",
    planId: "business",
  });
});

it("does not promise to charge for documents above it", async () => {
  const { billing, provider } = await open();
  expect(await provider.requestPlan({ ...REQUEST, usageCapUsd: "5.00" })).toMatchObject({
    ok: false,
    problem: { code: "billing-refused" },
  });
  expect((await billing.loadAccount()).request).toBeNull();
});

it("lets one with an end run to it, cancelled or not, and then is silent about it", async () => {
  const { provider, grant, setNow } = await open();
  const endsAt = "2026-12-01T00:00:00.000Z";
  await grant(REQUEST, endsAt);
  const before = await provider.readSubscriptions();
  expect(before).toMatchObject({ value: [{ endsAt, paidUntil: endsAt }] });

  expect(await provider.cancel("starter-yearly")).toEqual({ ok: true, value: null });
  expect(await provider.readSubscriptions()).toEqual(before);
  setNow(endsAt);
  expect(await provider.readSubscriptions()).toEqual({ ok: true, value: [] });
  expect(await provider.cancel("starter-yearly")).toEqual({ ok: true, value: null });
});
