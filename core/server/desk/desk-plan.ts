import { randomUUID } from "node:crypto";
import {
  choiceOpensAt,
  choosePlan,
  nextPeriodStart,
  planInForce,
  PLANS,
  priceUsd,
  trialDaysLeft,
  usageCapUsd,
  usagePeriodOf,
  type BillingAccount,
  type BillingInterval,
  type Plan,
} from "#domain/billing";
import { failed, ok, type Result } from "#domain/result";
import {
  cancelSubscription,
  changeUsageCap,
  selectPlan,
  syncSubscriptions,
  type SubscribeProblem,
} from "#domain/workflows";
import type { Desk, OfferState, PlanOffer, PlanUse, PlanView } from "./desk.ts";
import { issueHeld } from "./issue-held.ts";
import type { DeskPorts } from "./ports.ts";

export function deskPlan(
  ports: DeskPorts,
): Pick<
  Desk,
  "loadPlan" | "selectPlan" | "cancelPlan" | "changeUsageCap" | "requestDirect" | "issueHeld"
> {
  const { billing, clock } = ports;
  return {
    loadPlan: () => loadPlanView(ports),
    selectPlan: (choice) => selectPlan(choice, ports),
    cancelPlan: async () => {
      const cancelled = await cancelSubscription(ports);
      return cancelled.ok ? ok(null) : cancelled;
    },
    changeUsageCap: (change) => changeUsageCap(change, ports),
    requestDirect: async (choice) => {
      const request = choice && { ...choice, requestId: randomUUID(), requestedAt: clock.now() };
      await billing.applyEvent({ type: "directRequested", request });
    },
    issueHeld: (limit) => issueHeld(limit, ports),
  };
}

/** The month's use by the account as it is known; nobody is asked. */
export async function loadPlanUse({ billing, store, clock }: DeskPorts): Promise<PlanUse> {
  const [account, { timeZone }] = await Promise.all([billing.loadAccount(), store.loadSettings()]);
  const { plan, allowance } = planInForce(account, clock.now());
  const period = usagePeriodOf(clock.today(timeZone));
  const [issued, held] = await Promise.all([
    billing.countIssued(period),
    store.countDocuments({ state: "draft", isHeld: true }),
  ]);
  return {
    ...allowance,
    planName: plan.name,
    issued,
    held,
    resetsOn: nextPeriodStart(period),
  };
}

async function loadPlanView(ports: DeskPorts): Promise<PlanView> {
  const { billing, provider, clock } = ports;
  const synced = await withinPatience(syncSubscriptions(ports));
  const account = synced.ok ? synced.value : await billing.loadAccount();
  const [use, charges] = await Promise.all([
    loadPlanUse(ports),
    synced.ok ? withinPatience(provider.listCharges()) : null,
  ]);
  const now = clock.now();
  const { plan, state, subscription } = planInForce(account, now);
  const { channel, manageUrl } = provider;
  const isHere = subscription?.channel === channel;
  const renews = isHere && subscription.status !== "cancelled" && subscription.endsAt === null;
  return {
    planId: plan.planId,
    planName: plan.name,
    state,
    subscription: subscription ?? null,
    channel,
    use,
    offers: PLANS.filter(({ isOffered, planId }) => isOffered || planId === plan.planId).map(
      (each) => offerOf(each, account, ports),
    ),
    choiceOpensAt: choiceOpensAt(account, channel, now),
    trialDays: provider.channel === "shopify" ? trialDaysLeft(account, now) : 0,
    manageUrl,
    usageCapUsd: renews && provider.chargesUsage ? usageCapUsd(account, subscription) : null,
    canCancel: renews && manageUrl === null && channel !== "direct",
    request: account.request,
    charges: charges?.ok ? charges.value : null,
    problem: synced.ok ? "" : synced.problem.message,
  };
}

/** A page shows what is known rather than wait longer than this for who bills. */
const PATIENCE_MS = 5000;

async function withinPatience<Value>(
  asking: Promise<Result<Value, SubscribeProblem>>,
): Promise<Result<Value, SubscribeProblem>> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<Result<never, SubscribeProblem>>((resolve) => {
    const message = "Your plan could not be read anew, so what is shown may be old.";
    const late = failed({ code: "billing-unreachable", message } as const);
    timer = setTimeout(() => resolve(late), PATIENCE_MS);
  });
  return Promise.race([asking, tooLate]).finally(() => clearTimeout(timer));
}

function offerOf(plan: Plan, account: BillingAccount, ports: DeskPorts): PlanOffer {
  return {
    plan,
    monthlyUsd: priceUsd(plan, "monthly"),
    yearlyUsd: priceUsd(plan, "yearly"),
    monthly: offerState(plan, "monthly", { account, ports }),
    yearly: offerState(plan, "yearly", { account, ports }),
  };
}

/** Going back to the free plan is ending the subscription. */
function offerState(
  { planId }: Plan,
  interval: BillingInterval,
  { account, ports }: { readonly account: BillingAccount; readonly ports: DeskPorts },
): OfferState {
  const now = ports.clock.now();
  const { plan, subscription } = planInForce(account, now);
  if (planId === "free") return plan.planId === "free" ? "current" : "choose";
  const { channel } = ports.provider;
  const chosen = choosePlan(account, { planId, interval }, { channel, now });
  if (chosen.ok) return "choose";
  const isCurrent = subscription?.planId === planId && subscription.interval === interval;
  return isCurrent ? "current" : "later";
}
