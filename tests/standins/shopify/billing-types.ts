/** Amount as the Admin API writes it, "19.0". */
export interface Price {
  readonly amount: string;
  readonly currencyCode: string;
}

export interface RecurringPricing {
  readonly __typename: "AppRecurringPricing";
  readonly price: Price;
  readonly interval: string;
  readonly discount: null;
  readonly planHandle: null;
}

export interface UsagePricing {
  readonly __typename: "AppUsagePricing";
  cappedAmount: Price;
  balanceUsed: Price;
  readonly terms: string;
  readonly interval: string;
}

export interface SubscriptionLine {
  readonly id: string;
  readonly plan: { readonly pricingDetails: RecurringPricing | UsagePricing };
  usageRecords: readonly UsageRecord[];
}

export interface Subscription {
  readonly id: string;
  readonly name: string;
  readonly returnUrl: string;
  readonly test: boolean;
  readonly trialDays: number;
  readonly createdAt: string;
  readonly lineItems: readonly SubscriptionLine[];
  currentPeriodEnd: string | null;
  status: "PENDING" | "ACTIVE" | "CANCELLED" | "DECLINED";
  /** A higher cap that waits for the merchant's approval. */
  pendingCap: { readonly line: SubscriptionLine; readonly cap: Price } | null;
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
  readonly subscriptionLineItem: () => SubscriptionLine;
}

export interface UserError {
  readonly field: readonly string[] | null;
  readonly message: string;
}

export interface PlanInput {
  readonly plan: {
    readonly appRecurringPricingDetails?:
      { readonly price: Price; readonly interval: string } | null | undefined;
    readonly appUsagePricingDetails?:
      { readonly cappedAmount: Price; readonly terms: string } | null | undefined;
  };
}

export interface SubscriptionInput {
  readonly name: string;
  readonly returnUrl: string;
  readonly test?: boolean | null | undefined;
  readonly trialDays?: number | null | undefined;
  readonly lineItems: readonly PlanInput[];
}
