import { gid, parseGid, type NextId } from "./ids.ts";
import { instant } from "./options.ts";
import { formatDecimal, parseMinor } from "./orders/money.ts";
import type { ShopState } from "./shop-state.ts";

import type {
  OneTimePurchase,
  PlanInput,
  Price,
  RecurringPricing,
  Subscription,
  SubscriptionInput,
  SubscriptionLine,
  UsagePricing,
  UsageRecord,
  UserError,
} from "./billing-types.ts";

/** Shopify's Billing API: what an app asks of a merchant, and what the merchant says to it. */
export class Billing {
  readonly #nextId: NextId;
  readonly #now: () => Date;
  readonly #onChange: (shop: ShopState, subscription: Subscription) => void;

  constructor(world: {
    readonly nextId: NextId;
    readonly now: () => Date;
    /** Sends app_subscriptions/update. */
    readonly onChange: (shop: ShopState, subscription: Subscription) => void;
  }) {
    this.#nextId = world.nextId;
    this.#now = world.now;
    this.#onChange = world.onChange;
  }

  request(shop: ShopState, input: SubscriptionInput): Subscription {
    const subscription: Subscription = {
      id: gid("AppSubscription", this.#nextId()),
      name: input.name,
      returnUrl: input.returnUrl,
      test: input.test ?? false,
      trialDays: input.trialDays ?? 0,
      createdAt: instant(this.#now()),
      currentPeriodEnd: null,
      status: "PENDING",
      lineItems: input.lineItems.map((line) => this.#line(line)),
      pendingCap: null,
    };
    shop.subscriptions.push(subscription);
    return subscription;
  }

  requestPurchase(
    shop: ShopState,
    input: Pick<OneTimePurchase, "name" | "price" | "returnUrl" | "test">,
  ): OneTimePurchase {
    const purchase: OneTimePurchase = {
      id: gid("AppPurchaseOneTime", this.#nextId()),
      name: input.name,
      price: trimmed(input.price),
      returnUrl: input.returnUrl,
      test: input.test,
      createdAt: instant(this.#now()),
      status: "PENDING",
    };
    shop.purchases.push(purchase);
    return purchase;
  }

  /** The merchant's answer on the approval page. An app has one active subscription: the old one ends. */
  answer(shop: ShopState, id: number, isApproved: boolean): string | undefined {
    const purchase = shop.purchases.find((candidate) => numberOf(candidate.id) === id);
    if (purchase !== undefined) {
      purchase.status = isApproved ? "ACTIVE" : "DECLINED";
      return purchase.returnUrl;
    }
    const subscription = shop.subscriptions.find((candidate) => numberOf(candidate.id) === id);
    if (subscription === undefined) return undefined;
    if (subscription.pendingCap !== null) this.#answerCap(subscription, isApproved);
    else if (subscription.status === "PENDING") this.#start(shop, subscription, isApproved);
    this.#onChange(shop, subscription);
    return subscription.returnUrl;
  }

  cancel(shop: ShopState, subscription: Subscription): void {
    subscription.status = "CANCELLED";
    this.#onChange(shop, subscription);
  }

  /** One charge on a usage line. The same idempotency key charges once; the cap is never passed. */
  recordUsage(
    shop: ShopState,
    usage: {
      readonly line: SubscriptionLine;
      readonly price: Price;
      readonly description: string;
      readonly idempotencyKey: string | null;
    },
  ): UsageRecord | UserError {
    const known = shop.usageRecords.find(
      (record) => usage.idempotencyKey !== null && record.idempotencyKey === usage.idempotencyKey,
    );
    if (known !== undefined) return known;
    const pricing = usage.line.plan.pricingDetails;
    if (!("cappedAmount" in pricing))
      return {
        field: ["subscriptionLineItemId"],
        message: "Subscription line item is not a usage plan",
      };
    const currency = pricing.cappedAmount.currencyCode;
    const used =
      parseMinor(pricing.balanceUsed.amount, currency) + parseMinor(usage.price.amount, currency);
    if (used > parseMinor(pricing.cappedAmount.amount, currency))
      return { field: [], message: "Total price exceeds balance remaining" };
    pricing.balanceUsed = { amount: formatDecimal(used, currency), currencyCode: currency };
    const record: UsageRecord = {
      id: gid("AppUsageRecord", this.#nextId()),
      description: usage.description,
      price: trimmed(usage.price),
      idempotencyKey: usage.idempotencyKey,
      createdAt: instant(this.#now()),
      subscriptionLineItem: () => usage.line,
    };
    shop.usageRecords.push(record);
    usage.line.usageRecords = [...usage.line.usageRecords, record];
    return record;
  }

  #start(shop: ShopState, subscription: Subscription, isApproved: boolean): void {
    if (!isApproved) {
      subscription.status = "DECLINED";
      return;
    }
    for (const other of shop.subscriptions) if (other.status === "ACTIVE") this.cancel(shop, other);
    subscription.status = "ACTIVE";
    const days = subscription.trialDays + 30;
    subscription.currentPeriodEnd = instant(new Date(this.#now().getTime() + days * 86_400_000));
  }

  #answerCap(subscription: Subscription, isApproved: boolean): void {
    const { pendingCap } = subscription;
    subscription.pendingCap = null;
    const pricing = pendingCap?.line.plan.pricingDetails;
    if (isApproved && pendingCap !== null && pricing !== undefined && "cappedAmount" in pricing)
      pricing.cappedAmount = pendingCap.cap;
  }

  #line({ plan }: PlanInput): SubscriptionLine {
    const id = `${gid("AppSubscriptionLineItem", this.#nextId())}?v=1&index=0`;
    const { appRecurringPricingDetails: recurring, appUsagePricingDetails: usage } = plan;
    if (usage !== undefined && usage !== null) {
      const { currencyCode } = usage.cappedAmount;
      const pricingDetails: UsagePricing = {
        __typename: "AppUsagePricing",
        cappedAmount: trimmed(usage.cappedAmount),
        balanceUsed: { amount: "0.0", currencyCode },
        terms: usage.terms,
        interval: "EVERY_30_DAYS",
      };
      return { id, plan: { pricingDetails }, usageRecords: [] };
    }
    const pricingDetails: RecurringPricing = {
      __typename: "AppRecurringPricing",
      price: trimmed(recurring?.price ?? { amount: "0", currencyCode: "USD" }),
      interval: recurring?.interval ?? "EVERY_30_DAYS",
      discount: null,
      planHandle: null,
    };
    return { id, plan: { pricingDetails }, usageRecords: [] };
  }
}

export function findSubscriptionLine(shop: ShopState, id: unknown) {
  for (const subscription of shop.subscriptions)
    for (const line of subscription.lineItems) if (line.id === id) return { subscription, line };
  return undefined;
}

export function numberOf(id: string): number {
  return parseGid(id)?.[1] ?? 0;
}

function trimmed(price: Price): Price {
  const { currencyCode } = price;
  return {
    amount: formatDecimal(parseMinor(price.amount, currencyCode), currencyCode),
    currencyCode,
  };
}
