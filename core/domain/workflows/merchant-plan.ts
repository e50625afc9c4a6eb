import { planInForce, type PlanInForce } from "#domain/billing";
import type { NormalisedOrder } from "#domain/order";
import type { BillingStore } from "./billing-ports.ts";
import type { Clock } from "./ports.ts";

export interface PlanPorts {
  readonly billing: Pick<BillingStore, "loadAccount" | "noteWarning">;
  readonly clock: Pick<Clock, "now">;
}

/** What the merchant's plan allows now. */
export const loadPlan = async ({ billing, clock }: PlanPorts): Promise<PlanInForce> =>
  planInForce(await billing.loadAccount(), clock.now());

/** With one language in the plan, documents are in the merchant's own and not in the buyer's. */
export async function inPlanLanguage(
  order: NormalisedOrder,
  ports: PlanPorts,
): Promise<NormalisedOrder> {
  const { plan } = await loadPlan(ports);
  return plan.entitlements.languages > 1 ? order : { ...order, locale: null };
}
