import { describe, expect, it } from "vitest";
import {
  planOf,
  priceUsd,
  reportedSubscriptionSchema,
  type PlanChoice,
  type ReportedSubscription,
} from "#domain/billing";
import type { BillingProvider } from "./billing-ports.ts";

export interface BillingHarness {
  readonly provider: BillingProvider;
  /** The merchant takes a plan in the way of this provider, and agrees to what it costs. */
  subscribe(choice: PlanChoice): Promise<void>;
}

const STARTER = { planId: "starter", interval: "monthly" } as const;
const BUSINESS = { planId: "business", interval: "yearly" } as const;
const REQUEST = {
  ...BUSINESS,
  freeDays: 14,
  usageCapUsd: null,
  returnUrl: "https://docket.example/billing/return",
};

/** What every BillingProvider promises. `open` gives one of a merchant who never paid. */
export function billingProviderContract(name: string, open: () => Promise<BillingHarness>): void {
  describe(`${name} is a billing provider`, () => {
    it("says that there is nothing before anything was taken", async () => {
      const { provider } = await open();
      expect(await provider.readSubscriptions()).toEqual({ ok: true, value: [] });
    });

    it.each<PlanChoice>([
      STARTER,
      BUSINESS,
      { planId: "business", interval: "monthly" },
      { planId: "starter", interval: "yearly" },
    ])("reports $planId, $interval, and the same again", async (choice) => {
      const { provider, subscribe } = await open();
      await subscribe(choice);

      const [reported, ...others] = await read(provider);
      expect(others).toEqual([]);
      expect(reportedSubscriptionSchema.parse(reported)).toEqual(reported);
      expect(reported).toMatchObject({
        ...choice,
        priceUsd: priceUsd(planOf(choice.planId), choice.interval),
        status: "active",
      });
      expect(await read(provider)).toEqual([reported]);
    });

    it("changes nothing by asking for another plan, in two tabs too", async () => {
      const { provider, subscribe } = await open();
      await subscribe(STARTER);
      const before = await read(provider);

      const asked = await Promise.all([
        provider.requestPlan(REQUEST),
        provider.requestPlan(REQUEST),
      ]);
      // Where it is done elsewhere, the merchant is led there, or told.
      const answers = asked.map((each) => (each.ok ? each.value : provider.manageUrl && each));
      const expected = asked.map(({ ok }) => (ok ? { approvalUrl: addressOrNull } : elsewhere));
      expect(answers).toEqual(expected);
      expect(await read(provider)).toEqual(before);
    });

    it("renews no more what is cancelled, however often, or says where that is done", async () => {
      const { provider, subscribe } = await open();
      await subscribe(STARTER);
      const [running] = await read(provider);

      const answers = [];
      for (const id of [running?.externalId, running?.externalId]) {
        answers.push(await provider.cancel(id ?? ""));
      }
      const isHere = provider.manageUrl === null;
      const answer = isHere ? { ok: true, value: null } : elsewhere;
      expect(answers).toEqual([answer, answer]);
      const renewed = (await read(provider)).filter(({ endsAt }) => endsAt === null);
      expect(renewed).toEqual(isHere ? [] : [running]);
    });

    it("does not say that it cancelled what it never knew", async () => {
      const { provider, subscribe } = await open();
      await subscribe(STARTER);
      const before = await read(provider);

      expect((await provider.cancel("gid://shopify/AppSubscription/404")).ok).toBe(false);
      expect(await read(provider)).toEqual(before);
    });

    it("charges no usage that nobody agreed to", async () => {
      const { provider, subscribe } = await open();
      await subscribe(STARTER);
      const [running] = await read(provider);
      expect(running?.usage).toBeNull();

      const charge = { lineId: "404", amountUsd: "0.08", description: "A", idempotencyKey: "a" };
      expect((await provider.chargeUsage(charge)).ok).toBe(false);
      expect((await provider.requestUsageCap({ lineId: "404", capUsd: "10.00" })).ok).toBe(false);
    });

    it("lists what was agreed to, or says where that is shown", async () => {
      const { provider, subscribe } = await open();
      await subscribe(STARTER);
      await subscribe(BUSINESS);

      const listed = await provider.listCharges();
      const charges = listed.ok ? listed.value : [];
      const amounts = charges.map(({ amountUsd }) => amountUsd).toSorted();
      expect(listed.ok ? amounts : listed).toEqual(listed.ok ? ["290.00", "9.00"] : elsewhere);
      const instants = charges.map(({ at }) => at);
      expect(instants).toEqual(instants.toSorted().toReversed());
    });

    it("names its page wherever it sends the merchant there", async () => {
      const { provider } = await open();
      const { manageUrl, chargesUsage } = provider;
      expect(manageUrl).toEqual(addressOrNull);
      expect(manageUrl !== null && chargesUsage).toBe(false);
    });
  });
}

async function read(provider: BillingProvider): Promise<readonly ReportedSubscription[]> {
  const answer = await provider.readSubscriptions();
  if (!answer.ok) throw new Error(answer.problem.message);
  return answer.value;
}

const addressOrNull: unknown = expect.toSatisfy(
  (url: unknown) => url === null || (typeof url === "string" && URL.canParse(url)),
  "an address or null",
);
const elsewhere = {
  ok: false,
  problem: { code: "managed-elsewhere", message: expect.stringMatching(/\S/) },
};
