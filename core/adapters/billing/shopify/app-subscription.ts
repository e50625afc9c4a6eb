import { z } from "zod";
import {
  recogniseSubscribedPlan,
  type BillingInterval,
  type ReportedSubscription,
} from "#domain/billing";
import { daysAfter } from "#domain/calendar";
import { decimal, formatAmount, roundToMoney } from "#domain/money";

/** Shopify writes "29.0". Docket asks for US dollars, and so do its plans at Shopify. */
export const usdSchema = z
  .object({ amount: z.string().regex(/^\d+(\.\d+)?$/), currencyCode: z.literal("USD") })
  .transform(({ amount }) => formatAmount(roundToMoney(decimal(amount), "USD")));

/** Shopify writes no milliseconds, and at times an offset. */
export const instantSchema = z.iso
  .datetime({ offset: true })
  .transform((text) => new Date(text).toISOString());

const recurringSchema = z.object({
  type: z.literal("AppRecurringPricing"),
  interval: z
    .enum(["EVERY_30_DAYS", "ANNUAL"])
    .transform((interval): BillingInterval => (interval === "ANNUAL" ? "yearly" : "monthly")),
  planHandle: z.string().nullish(),
  price: usdSchema,
});
const usageSchema = z.object({
  type: z.literal("AppUsagePricing"),
  cappedAmount: usdSchema,
  balanceUsed: usdSchema,
});

export const lineSchema = z.object({
  id: z.string(),
  plan: z.object({
    pricingDetails: z.discriminatedUnion("type", [recurringSchema, usageSchema]),
  }),
});

export const subscriptionSchema = z.object({
  id: z.string(),
  name: z.string(),
  status: z.string(),
  createdAt: instantSchema,
  trialDays: z.int(),
  currentPeriodEnd: instantSchema.nullable(),
  test: z.boolean(),
  lineItems: z.array(lineSchema),
});
export type AppSubscription = z.infer<typeof subscriptionSchema>;

/** As an app's subscription costs: for one interval. One that bills usage alone costs nothing by itself. */
export function recurringOf({ lineItems }: AppSubscription) {
  for (const { plan } of lineItems) {
    if (plan.pricingDetails.type === "AppRecurringPricing") return plan.pricingDetails;
  }
  return { interval: "monthly", planHandle: null, price: "0.00" } as const;
}

/** The line that usage is charged on; amounts in US dollars. */
export function usageOf({ lineItems }: AppSubscription) {
  for (const { id, plan } of lineItems) {
    const { pricingDetails: details } = plan;
    if (details.type === "AppUsagePricing") {
      return { lineId: id, capUsd: details.cappedAmount, usedUsd: details.balanceUsed };
    }
  }
  return undefined;
}

/** What an active or frozen subscription is to Docket; undefined for one that is asked for or over. */
export function toReport(subscription: AppSubscription): ReportedSubscription | undefined {
  const status = STATUSES[subscription.status];
  if (status === undefined) return undefined;
  const { id, name, createdAt, trialDays, currentPeriodEnd, test } = subscription;
  const { interval, planHandle, price } = recurringOf(subscription);
  const usage = usageOf(subscription);
  return {
    externalId: id,
    planId: recogniseSubscribedPlan({ name: planHandle ?? name, priceUsd: price, interval }),
    interval,
    priceUsd: price,
    status,
    startedAt: createdAt,
    // "The number of free trial days, starting at the subscription's creation date."
    trialEndsAt: trialDays > 0 ? daysAfter(createdAt, trialDays) : null,
    paidUntil: currentPeriodEnd,
    endsAt: null,
    usage: usage === undefined ? null : { lineId: usage.lineId, capUsd: usage.capUsd },
    isTest: test,
  };
}

const STATUSES: Readonly<Record<string, ReportedSubscription["status"]>> = {
  ACTIVE: "active",
  FROZEN: "frozen",
};
