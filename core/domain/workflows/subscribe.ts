import {
  choosePlan,
  isEntitling,
  stateAt,
  type BillingAccount,
  type ChoiceProblem,
  type PlanChoice,
  type Subscription,
} from "#domain/billing";
import { daysBetween } from "#domain/calendar";
import { decimal } from "#domain/money";
import { failed, ok, type Problem, type Result } from "#domain/result";
import type { BillingProblem, BillingProvider, BillingStore } from "./billing-ports.ts";
import type { Clock } from "./ports.ts";

export interface BillingPorts {
  readonly billing: BillingStore;
  readonly provider: BillingProvider;
  readonly clock: Pick<Clock, "now">;
}

/** Where the merchant says yes or no at the provider; null: nothing is left to do there. */
export interface Approval {
  readonly approvalUrl: string | null;
}

export type SubscribeProblem = BillingProblem | ChoiceProblem | Problem<"nothing-to-change">;

/** Reads what the provider says now and keeps it. Safe to repeat, in any order and at the same time. */
export async function syncSubscriptions({
  billing,
  provider,
  clock,
}: BillingPorts): Promise<Result<BillingAccount, BillingProblem>> {
  // Of these two what is known is what was reported or granted: there is nobody to ask.
  if (provider.channel !== "shopify") return ok(await billing.loadAccount());
  const at = clock.now();
  const read = await provider.readSubscriptions();
  if (!read.ok) return read;
  const { channel } = provider;
  return ok(await billing.applyEvent({ type: "observed", channel, at, subscriptions: read.value }));
}

/** Asks the provider for a plan in place of the present one. Nothing changes until the merchant approves. */
export async function selectPlan(
  choice: PlanChoice & { readonly usageCapUsd: string | null; readonly returnUrl: string },
  ports: BillingPorts,
): Promise<Result<Approval, SubscribeProblem>> {
  const synced = await syncSubscriptions(ports);
  if (!synced.ok) return synced;
  const { provider, clock } = ports;
  const now = clock.now();
  const chosen = choosePlan(synced.value, choice, { channel: provider.channel, now });
  if (!chosen.ok) return chosen;
  return provider.requestPlan({ ...choice, freeDays: chosen.value.freeDays });
}

/** Ends the subscription at the provider. What was paid for stays until its end. */
export async function cancelSubscription(
  ports: BillingPorts,
): Promise<Result<BillingAccount, SubscribeProblem>> {
  const synced = await syncSubscriptions(ports);
  if (!synced.ok) return synced;
  const running = renewingOf(synced.value, ports);
  if (running === undefined) {
    const message = "There is no subscription that would be renewed, so there is nothing to end.";
    return failed({ code: "nothing-to-change", message });
  }
  const cancelled = await ports.provider.cancel(running.externalId);
  return cancelled.ok ? syncSubscriptions(ports) : cancelled;
}

/**
 * Sets the most that documents above the allowance may cost in 30 days; "0.00" lets them wait. Less counts at once; more than
 * the provider has the merchant's word for is asked there.
 */
export async function changeUsageCap(
  { capUsd, returnUrl }: { readonly capUsd: string; readonly returnUrl: string },
  ports: BillingPorts,
): Promise<Result<Approval, SubscribeProblem>> {
  const synced = await syncSubscriptions(ports);
  if (!synced.ok) return synced;
  const running = renewingOf(synced.value, ports);
  if (running === undefined || !ports.provider.chargesUsage) {
    const message = "Documents above the plan can be charged only on a paid plan that is renewed.";
    return failed({ code: "nothing-to-change", message });
  }
  if (decimal(capUsd).lte(decimal(running.usage?.capUsd ?? "0.00"))) {
    await ports.billing.applyEvent({ type: "capSet", usageCapUsd: capUsd });
    return ok({ approvalUrl: null });
  }
  // What is approved there counts from then on (`observe`); until then the merchant's present word does.
  return askForCap(running, { capUsd, returnUrl }, ports);
}

function askForCap(
  { usage, planId, interval, trialEndsAt }: Subscription,
  { capUsd, returnUrl }: { readonly capUsd: string; readonly returnUrl: string },
  { provider, clock }: BillingPorts,
): Promise<Result<Approval, BillingProblem>> {
  if (usage !== null) return provider.requestUsageCap({ lineId: usage.lineId, capUsd });
  if (planId === "free") throw new Error("nobody subscribes to the free plan");
  // A line for usage comes with a subscription only: the same plan once more, with what is left of its trial.
  const freeDays = trialEndsAt === null ? 0 : daysBetween(clock.now(), trialEndsAt);
  return provider.requestPlan({ planId, interval, freeDays, usageCapUsd: capUsd, returnUrl });
}

/** What the provider would bill again. */
const renewingOf = (
  { subscriptions }: BillingAccount,
  { provider, clock }: BillingPorts,
): Subscription | undefined =>
  subscriptions.find(
    (each) =>
      each.channel === provider.channel &&
      each.status !== "cancelled" &&
      each.endsAt === null &&
      (isEntitling(stateAt(each, clock.now())) || each.status === "frozen"),
  );
