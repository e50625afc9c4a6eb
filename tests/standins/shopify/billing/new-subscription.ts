import { gid } from "../ids.ts";
import type {
  PlanInput,
  RecurringPricing,
  Subscription,
  SubscriptionInput,
  SubscriptionLine,
  UsagePricing,
} from "./billing-types.ts";
import { trimmed } from "./price.ts";

/** A subscription as it is asked for: PENDING until the merchant answers. */
export function newSubscription(
  input: SubscriptionInput,
  given: {
    readonly id: number;
    readonly createdAt: string;
    readonly planHandle?: string | undefined;
  },
): Subscription {
  return {
    id: gid("AppSubscription", given.id),
    name: input.name,
    returnUrl: input.returnUrl,
    test: input.test ?? false,
    trialDays: input.trialDays ?? 0,
    replacementBehavior: input.replacementBehavior ?? "STANDARD",
    createdAt: given.createdAt,
    status: "PENDING",
    activatedAt: null,
    periodStart: null,
    periodEnd: null,
    endedAt: null,
    startsAt: null,
    pendingCap: null,
    lineItems: input.lineItems.map((line, index): SubscriptionLine => ({
      id: `${gid("AppSubscriptionLineItem", given.id)}?v=1&index=${index}`,
      plan: { pricingDetails: pricingOf(line, given.planHandle ?? null) },
      usageRecords: [],
    })),
  };
}

function pricingOf({ plan }: PlanInput, planHandle: string | null) {
  const { appRecurringPricingDetails: recurring, appUsagePricingDetails: usage } = plan;
  if (usage === undefined || usage === null)
    return {
      __typename: "AppRecurringPricing",
      price: trimmed(recurring?.price ?? { amount: "0", currencyCode: "USD" }),
      interval: recurring?.interval ?? "EVERY_30_DAYS",
      discount: null,
      planHandle,
    } satisfies RecurringPricing;
  return {
    __typename: "AppUsagePricing",
    cappedAmount: trimmed(usage.cappedAmount),
    balanceUsed: { amount: "0.0", currencyCode: usage.cappedAmount.currencyCode },
    terms: usage.terms,
    interval: "EVERY_30_DAYS",
  } satisfies UsagePricing;
}
