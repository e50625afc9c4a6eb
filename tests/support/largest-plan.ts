import { billingStore } from "#adapters/storage/prisma";
import type { BillingEvent } from "#domain/billing";

export const LARGEST_PLAN: BillingEvent = {
  type: "granted",
  at: "2026-01-01T00:00:00.000Z",
  grant: {
    externalId: "of-tests",
    planId: "business",
    interval: "yearly",
    priceUsd: "0.00",
    endsAt: "2099-01-01T00:00:00.000Z",
  },
};

/** Gives every merchant the largest plan, where the plan is not what is tested. */
export async function grantLargestPlan(
  database: Parameters<typeof billingStore>[0],
): Promise<void> {
  for (const { id } of await database.prisma.merchant.findMany({ select: { id: true } })) {
    await billingStore(database, id).applyEvent(LARGEST_PLAN);
  }
}
