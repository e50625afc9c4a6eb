import { z } from "zod";
import { BILLING_INTERVALS, PLAN_IDS } from "./plan.ts";

/** Who sends the bill. `shopify`: Shopify; `wordpress`: the marketplace of the plugin; `direct`: Docket itself. */
const BILLING_CHANNELS = ["shopify", "wordpress", "direct"] as const;
export const billingChannelSchema = z.enum(BILLING_CHANNELS);
export type BillingChannel = z.infer<typeof billingChannelSchema>;

/** ISO, UTC, with milliseconds: instants of one form compare as text. */
const instant = z.iso.datetime({ precision: 3 });
const amountUsd = z.string().regex(/^\d{1,7}\.\d{2}$/, "expected an amount such as 25.00");

const usageSchema = z.strictObject({
  /** The provider's name for the line that usage is charged on. */
  lineId: z.string(),
  /** The most that the merchant agreed to, for 30 days. */
  capUsd: amountUsd,
});

/** One subscription as its provider reports it now. What is over is not reported. */
export const reportedSubscriptionSchema = z.strictObject({
  /** The provider's id; of a direct one ours. */
  externalId: z.string().min(1),
  planId: z.enum(PLAN_IDS),
  interval: z.enum(BILLING_INTERVALS),
  /** For one interval. */
  priceUsd: amountUsd,
  status: z.enum(["active", "pastDue", "frozen"]),
  startedAt: instant,
  trialEndsAt: instant.nullable(),
  /** The end of the period that was paid for, trial included; null when nobody says. */
  paidUntil: instant.nullable(),
  /** When it ends without being renewed; null when it goes on. */
  endsAt: instant.nullable(),
  usage: usageSchema.nullable(),
  /** Of a development shop: nobody pays. */
  isTest: z.boolean(),
});
export type ReportedSubscription = Readonly<z.infer<typeof reportedSubscriptionSchema>>;

/** What was said of a subscription: when first, when last, and how it stood then. News that is older changes nothing. */
const reportsSchema = z.strictObject({
  firstAt: instant,
  lastAt: instant,
  status: reportedSubscriptionSchema.shape.status,
  endsAt: instant.nullable(),
});

const subscriptionSchema = reportedSubscriptionSchema.extend({
  channel: billingChannelSchema,
  status: z.enum(["active", "pastDue", "frozen", "cancelled"]),
  reports: reportsSchema,
  /** When it was first missing from what the provider reports. */
  cancelledAt: instant.nullable(),
});
export type Subscription = Readonly<z.infer<typeof subscriptionSchema>>;

/** The merchant's wish for a subscription that Docket bills itself, until the operator settles it. */
const directRequestSchema = z.strictObject({
  requestId: z.string().min(1),
  planId: z.enum(PLAN_IDS),
  interval: z.enum(BILLING_INTERVALS),
  requestedAt: instant,
});
export type DirectRequest = Readonly<z.infer<typeof directRequestSchema>>;

/** All that is known of how one merchant pays for Docket. `{}` is a merchant who never paid. */
export const billingAccountSchema = z.strictObject({
  /** Of all channels, those that ended included, oldest first: trials and periods that were used up are counted from them. */
  subscriptions: z.array(subscriptionSchema).default([]),
  /** When each channel was last read: what was read before it and arrives later changes nothing. */
  observedAt: z.partialRecord(billingChannelSchema, instant).default({}),
  request: directRequestSchema.nullable().default(null),
  /** The most that the merchant wants to pay above the price, never more than the provider's cap; null: as the provider's. */
  usageCapUsd: amountUsd.nullable().default(null),
  /** Until then the provider takes no more usage: its cap is reached. */
  usageStoppedUntil: instant.nullable().default(null),
});
export type BillingAccount = Readonly<z.infer<typeof billingAccountSchema>>;

export const emptyAccount = (): BillingAccount => billingAccountSchema.parse({});
