import { planOf, type BillingAccount } from "#domain/billing";
import { failed, ok, type Result } from "#domain/result";
import type {
  BillingCharge,
  BillingProblem,
  BillingProvider,
  BillingStore,
  Clock,
  PlanRequest,
} from "#domain/workflows";
import { reportedFrom } from "./reported-from.ts";

export interface DirectBillingPorts {
  readonly billing: Pick<BillingStore, "loadAccount" | "applyEvent">;
  readonly clock: Pick<Clock, "now">;
  readonly newId: () => string;
}

const MOST_CHARGES = 50;

/** A subscription that Docket bills itself: the merchant's wish is recorded, and the operator settles it. */
export function directBilling(ports: DirectBillingPorts): BillingProvider {
  const { billing, clock } = ports;
  return {
    channel: "direct",
    manageUrl: null,
    chargesUsage: false,
    readSubscriptions: async () =>
      ok(reportedFrom(await billing.loadAccount(), { channel: "direct", now: clock.now() })),
    requestPlan: (request) => requestPlan(request, ports),
    requestUsageCap: noUsage,
    cancel: (externalId) => cancel(externalId, ports),
    chargeUsage: noUsage,
    listCharges: async () => ok(chargesOf(await billing.loadAccount())),
  };
}

const refused = (message: string) => failed({ code: "billing-refused", message } as const);

const noUsage = async () =>
  refused("With a direct subscription, documents above the allowance wait.");

async function requestPlan(
  { planId, interval, usageCapUsd }: PlanRequest,
  { billing, clock, newId }: DirectBillingPorts,
): Promise<Result<{ readonly approvalUrl: null }, BillingProblem>> {
  if (usageCapUsd !== null) return noUsage();
  const { request: before } = await billing.loadAccount();
  // The same wish from a second tab is the first one.
  const isSame = before?.planId === planId && before.interval === interval;
  if (!isSame) {
    const request = { requestId: newId(), planId, interval, requestedAt: clock.now() };
    await billing.applyEvent({ type: "directRequested", request });
  }
  return ok({ approvalUrl: null });
}

/** One with an end ends there without our doing; one without gets the end of what is paid for. */
async function cancel(
  externalId: string,
  { billing, clock }: DirectBillingPorts,
): Promise<Result<null, BillingProblem>> {
  const { subscriptions } = await billing.loadAccount();
  const known = subscriptions.find(
    (each) => each.channel === "direct" && each.externalId === externalId,
  );
  if (known === undefined) return refused("There is no such subscription.");
  if (known.endsAt === null) {
    const endsAt = known.paidUntil ?? clock.now();
    await billing.applyEvent({ type: "ended", externalId, endsAt });
  }
  return ok(null);
}

const chargesOf = ({ subscriptions }: BillingAccount): readonly BillingCharge[] =>
  subscriptions
    .filter(({ channel }) => channel === "direct")
    .map(({ externalId, startedAt, planId, interval, priceUsd, isTest }) => ({
      chargeId: externalId,
      at: startedAt,
      description: `Docket ${planOf(planId).name}, ${interval === "yearly" ? "a year" : "a month"}`,
      amountUsd: priceUsd,
      isTest,
    }))
    .toSorted((a, b) => b.at.localeCompare(a.at))
    .slice(0, MOST_CHARGES);
