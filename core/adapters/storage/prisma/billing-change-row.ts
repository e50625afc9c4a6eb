import type { BillingChange as BillingChangeRow } from "@prisma/client";
import type { PlanId, SubscriptionState } from "#domain/billing";
import type { BillingChange } from "#domain/workflows";

/** Only `billingStore` writes these columns. */
export const changeOf = (row: BillingChangeRow): BillingChange => ({
  at: row.at.toISOString(),
  type: row.type as BillingChange["type"],
  channel: row.channel as BillingChange["channel"],
  from: { planId: row.fromPlan as PlanId, state: row.fromState as SubscriptionState },
  to: { planId: row.toPlan as PlanId, state: row.toState as SubscriptionState },
});
