/** Amount as the Admin API writes it, "19.0". */
export interface Price {
  readonly amount: string;
  readonly currencyCode: string;
}

export type Interval = "EVERY_30_DAYS" | "ANNUAL";

export interface RecurringPricing {
  readonly __typename: "AppRecurringPricing";
  readonly price: Price;
  readonly interval: Interval;
  readonly discount: null;
  /** Of Shopify App Pricing; null when the app asked through the Billing API. */
  readonly planHandle: string | null;
}

export interface UsagePricing {
  readonly __typename: "AppUsagePricing";
  cappedAmount: Price;
  balanceUsed: Price;
  readonly terms: string;
  readonly interval: "EVERY_30_DAYS";
}

export interface SubscriptionLine {
  readonly id: string;
  readonly plan: { readonly pricingDetails: RecurringPricing | UsagePricing };
  usageRecords: readonly UsageRecord[];
}

export type SubscriptionStatus =
  "PENDING" | "ACTIVE" | "FROZEN" | "CANCELLED" | "DECLINED" | "EXPIRED";

export type ReplacementBehavior = "STANDARD" | "APPLY_IMMEDIATELY" | "APPLY_ON_NEXT_BILLING_CYCLE";

export interface Subscription {
  readonly id: string;
  readonly name: string;
  readonly returnUrl: string;
  readonly test: boolean;
  readonly lineItems: readonly SubscriptionLine[];
  readonly replacementBehavior: ReplacementBehavior;
  trialDays: number;
  createdAt: string;
  status: SubscriptionStatus;
  /** When the merchant approved it and it began; the trial runs from here. */
  activatedAt: string | null;
  periodStart: string | null;
  periodEnd: string | null;
  endedAt: string | null;
  /** Approved, and begins when the period of the present one ends. */
  startsAt: string | null;
  /** A higher cap that waits for the merchant's approval. */
  pendingCap: { readonly lineId: string; readonly cap: Price } | null;
}

export interface OneTimePurchase {
  readonly id: string;
  readonly name: string;
  readonly price: Price;
  readonly returnUrl: string;
  readonly test: boolean;
  readonly createdAt: string;
  status: "PENDING" | "ACTIVE" | "DECLINED";
}

export interface UsageRecord {
  readonly id: string;
  readonly description: string;
  readonly price: Price;
  readonly idempotencyKey: string | null;
  readonly createdAt: string;
  readonly lineId: string;
}

/** What the app gives back to the merchant, on the merchant's Shopify bill. */
export interface Credit {
  readonly id: string;
  readonly amount: Price;
  readonly createdAt: string;
  readonly description: string;
  readonly test: boolean;
}

export interface UserError {
  readonly field: readonly string[] | null;
  readonly message: string;
  readonly code?: string;
}

export interface PlanInput {
  readonly plan: {
    readonly appRecurringPricingDetails?:
      { readonly price: Price; readonly interval: Interval } | null | undefined;
    readonly appUsagePricingDetails?:
      { readonly cappedAmount: Price; readonly terms: string } | null | undefined;
  };
}

export interface SubscriptionInput {
  readonly name: string;
  readonly returnUrl: string;
  readonly test?: boolean | null | undefined;
  readonly trialDays?: number | null | undefined;
  readonly replacementBehavior?: ReplacementBehavior | null | undefined;
  readonly lineItems: readonly PlanInput[];
}

/** A plan as the app's developer enters it at Shopify. Prices in US dollars, "19.00"; without any, the plan is free. */
export interface PricingPlan {
  readonly handle: string;
  readonly name: string;
  readonly monthly?: string | undefined;
  readonly yearly?: string | undefined;
  readonly trialDays?: number | undefined;
  readonly features?: readonly string[] | undefined;
  /** Path within the app where a merchant who chose this plan arrives; "/app" without one. */
  readonly welcomeLink?: string | undefined;
}

/** Shopify App Pricing, formerly managed pricing. On when there are plans; the Billing API is closed then. */
export interface AppPricing {
  plans: readonly PricingPlan[];
}
