import { daysAfter } from "#domain/calendar";
import { planInForce } from "#domain/billing";
import type { BillingPorts } from "./subscribe.ts";

/**
 * `waiting`: not now, ask again; nothing is lost. `waived`: the subscription ended before it could be charged, so nobody pays.
 */
export type ChargeOutcome = "charged" | "waiting" | "waived" | "settled";

/** The provider's period, where it does not say when the next begins. */
const PERIOD_DAYS = 30;

/** Charges one document above the allowance. The charge's id keeps it single at the provider, however often this runs. */
export async function chargeUsage(chargeId: string, ports: BillingPorts): Promise<ChargeOutcome> {
  const { billing, provider, clock } = ports;
  const charge = await billing.findCharge(chargeId);
  if (charge === undefined || charge.state !== "waiting") return "settled";
  const account = await billing.loadAccount();
  const now = clock.now();
  const { subscription } = planInForce(account, now);
  if (account.subscriptions.some(({ status }) => status === "frozen")) return "waiting";
  if (subscription?.usage === null || subscription?.status !== "active") {
    await billing.settleCharge(chargeId, "waived");
    return "waived";
  }
  const { usageStoppedUntil } = account;
  if (usageStoppedUntil !== null && now < usageStoppedUntil) return "waiting";
  const charged = await provider.chargeUsage({
    lineId: subscription.usage.lineId,
    amountUsd: charge.amountUsd,
    description: `Document ${charge.documentNumber}`,
    idempotencyKey: chargeId,
  });
  if (charged.ok) {
    await billing.settleCharge(chargeId, "charged");
    return "charged";
  }
  if (charged.problem.code !== "cap-reached") throw new Error(charged.problem.message);
  const until = subscription.paidUntil ?? daysAfter(now, PERIOD_DAYS);
  await billing.applyEvent({ type: "usageStopped", until });
  return "waiting";
}
