import { gid, type NextId } from "../ids.ts";
import { instant } from "../options.ts";
import type { ShopState } from "../shop-state.ts";
import { planInput, isFree, trialDaysLeft } from "./app-pricing.ts";
import type {
  Interval,
  OneTimePurchase,
  PricingPlan,
  Subscription,
  SubscriptionInput,
  UsageRecord,
  UserError,
} from "./billing-types.ts";
import { newSubscription } from "./new-subscription.ts";
import {
  age,
  begin,
  daysAfter,
  finish,
  isInTrial,
  isOver,
  PENDING_DAYS,
  renew,
} from "./periods.ts";
import { trimmed } from "./price.ts";
import { findLine, numberOf } from "./pricing-of.ts";
import { unusedPart } from "./proration.ts";
import { isDeferred } from "./replacement.ts";
import { addUsage, findUsage, usageProblem, type UsageInput } from "./usage.ts";

export type Charge = Subscription | OneTimePurchase;

/** What came of the merchant's click. "unchanged": it was answered before, it expired, or it cannot be approved here. */
export type Answer = "approved" | "declined" | "unchanged";

export interface BillingWorld {
  readonly nextId: NextId;
  readonly now: () => Date;
  /** Sends app_subscriptions/update. */
  readonly onChange: (shop: ShopState, subscription: Subscription) => void;
  /** Sends app_subscriptions/approaching_capped_amount. */
  readonly onApproachingCap: (shop: ShopState, subscription: Subscription) => void;
}

const ENDED: readonly string[] = ["CANCELLED", "DECLINED", "EXPIRED"];

/** What Shopify bills for an app: what the app asks, what the merchant answers, and what time does to it. */
export class Billing {
  /**
   * What the API says of a subscription that is approved and waits for the end of the present period. Shopify documents
   * it nowhere: an app must bear both.
   */
  deferredAs: "PENDING" | "ACTIVE" = "PENDING";
  readonly #world: BillingWorld;

  constructor(world: BillingWorld) {
    this.#world = world;
  }

  request(shop: ShopState, input: SubscriptionInput, planHandle?: string): Subscription {
    const given = { id: this.#world.nextId(), createdAt: this.#instant(), planHandle };
    const subscription = newSubscription(input, given);
    shop.subscriptions.push(subscription);
    return subscription;
  }

  requestPurchase(
    shop: ShopState,
    input: Pick<OneTimePurchase, "name" | "price" | "returnUrl" | "test">,
  ): OneTimePurchase {
    const purchase: OneTimePurchase = {
      id: gid("AppPurchaseOneTime", this.#world.nextId()),
      name: input.name,
      price: trimmed(input.price),
      returnUrl: input.returnUrl,
      test: input.test,
      createdAt: this.#instant(),
      status: "PENDING",
    };
    shop.purchases.push(purchase);
    return purchase;
  }

  /** A merchant picks a plan on Shopify's own page. A free one needs no approval. */
  choosePlan(
    shop: ShopState,
    choice: { readonly plan: PricingPlan; readonly interval: Interval; readonly appUrl: string },
  ): Subscription {
    const { plan, interval, appUrl } = choice;
    const test = shop.profile.isDevelopmentStore;
    const input = planInput(plan, { interval, test, appUrl });
    const trialDays = trialDaysLeft(shop, plan.trialDays ?? 0, this.#world.now());
    const subscription = this.request(shop, { ...input, trialDays }, plan.handle);
    if (isFree(plan)) this.#approve(shop, subscription);
    return subscription;
  }

  /** The merchant's answer on the approval page. An approval that is sent twice leads back to the app twice. */
  answer(shop: ShopState, charge: Charge, isApproved: boolean): Answer {
    if (!("lineItems" in charge)) return this.#answerPurchase(shop, charge, isApproved);
    if (charge.pendingCap !== null) return this.#answerCap(shop, charge, isApproved);
    if (charge.status !== "PENDING" || charge.startsAt !== null)
      return isApproved && !ENDED.includes(charge.status) ? "approved" : "unchanged";
    if (!isApproved) {
      this.#end(shop, charge, "DECLINED");
      return "declined";
    }
    if (!canApprove(shop, charge)) return "unchanged";
    this.#approve(shop, charge);
    return "approved";
  }

  /** With `prorate`, the merchant is credited what is paid and not used up. */
  cancel(shop: ShopState, subscription: Subscription, options: { readonly prorate?: boolean }) {
    if (options.prorate === true) this.#credit(shop, subscription);
    this.#end(shop, subscription, "CANCELLED");
  }

  /** What an uninstall does: everything ends, nothing is credited, and the app is not told. */
  cancelSilently(shop: ShopState): readonly Subscription[] {
    const open = shop.subscriptions.filter(({ status }) => !ENDED.includes(status));
    for (const subscription of open) finish(subscription, "CANCELLED", this.#instant());
    return open;
  }

  extendTrial(shop: ShopState, subscription: Subscription, days: number): void {
    subscription.trialDays += days;
    if (subscription.periodEnd !== null)
      subscription.periodEnd = daysAfter(subscription.periodEnd, days);
    this.#world.onChange(shop, subscription);
  }

  isInTrial(subscription: Subscription): boolean {
    return isInTrial(subscription, this.#world.now());
  }

  /** One charge on a usage line. The same idempotency key charges once; the cap is never passed. */
  recordUsage(shop: ShopState, input: UsageInput): UsageRecord | UserError {
    const known = findUsage(shop, input.idempotencyKey);
    if (known !== undefined) return known;
    const problem = usageProblem(shop, input);
    const found = findLine(shop, input.subscriptionLineItemId);
    const pricing = found?.line.plan.pricingDetails;
    if (problem !== undefined) return problem;
    if (found === undefined || pricing === undefined || !("cappedAmount" in pricing))
      throw new Error("a usage line without a problem must exist");
    const record: UsageRecord = {
      id: gid("AppUsageRecord", this.#world.nextId()),
      description: input.description,
      price: trimmed(input.price),
      idempotencyKey: input.idempotencyKey,
      createdAt: this.#instant(),
      lineId: found.line.id,
    };
    shop.usageRecords.push(record);
    found.line.usageRecords = [...found.line.usageRecords, record];
    if (addUsage(pricing, input.price)) this.#world.onApproachingCap(shop, found.subscription);
    return record;
  }

  /** The shop does not pay Shopify's bill, or pays it at last. */
  setFrozen(shop: ShopState, isFrozen: boolean): void {
    const [from, to] = isFrozen ? (["ACTIVE", "FROZEN"] as const) : (["FROZEN", "ACTIVE"] as const);
    for (const subscription of shop.subscriptions)
      if (subscription.status === from) {
        subscription.status = to;
        this.#world.onChange(shop, subscription);
      }
  }

  /** Lets so many days pass for what the shop subscribed to, and for nothing else. */
  age(shop: ShopState, days: number): void {
    for (const subscription of shop.subscriptions) age(subscription, days);
    this.catchUp(shop);
  }

  /** Does what time has brought: pending ones expire, periods are renewed, deferred ones take over. */
  catchUp(shop: ShopState): void {
    const now = this.#world.now();
    for (const subscription of shop.subscriptions) {
      if (subscription.startsAt !== null) {
        if (isOver(subscription.startsAt, now)) this.#takeOver(shop, subscription);
      } else if (subscription.status === "PENDING") {
        if (isOver(daysAfter(subscription.createdAt, PENDING_DAYS), now))
          this.#end(shop, subscription, "EXPIRED");
      }
    }
    for (const subscription of shop.subscriptions)
      while (subscription.status === "ACTIVE" && isOver(subscription.periodEnd, now))
        renew(subscription);
  }

  #approve(shop: ShopState, next: Subscription): void {
    const present = this.#running(shop, next).find(({ startsAt }) => startsAt === null);
    const waiting = this.#running(shop, next).filter(({ startsAt }) => startsAt !== null);
    for (const other of waiting) this.#end(shop, other, "CANCELLED");
    if (present !== undefined && present.periodEnd !== null && isDeferred(present, next)) {
      next.startsAt = present.periodEnd;
      next.status = this.deferredAs;
    } else {
      if (present !== undefined) {
        this.#credit(shop, present, next);
        this.#end(shop, present, "CANCELLED");
      }
      begin(next, this.#instant());
    }
    this.#world.onChange(shop, next);
  }

  #takeOver(shop: ShopState, next: Subscription): void {
    const at = next.startsAt ?? this.#instant();
    for (const present of this.#running(shop, next)) this.#end(shop, present, "CANCELLED");
    begin(next, at);
    this.#world.onChange(shop, next);
  }

  /** What the merchant has approved and not lost since, but for this one. */
  #running(shop: ShopState, but: Subscription): readonly Subscription[] {
    return shop.subscriptions.filter(
      (other) =>
        other !== but &&
        (other.startsAt !== null || other.status === "ACTIVE" || other.status === "FROZEN"),
    );
  }

  #end(shop: ShopState, subscription: Subscription, status: "CANCELLED" | "DECLINED" | "EXPIRED") {
    finish(subscription, status, this.#instant());
    this.#world.onChange(shop, subscription);
  }

  #credit(shop: ShopState, subscription: Subscription, next?: Subscription): void {
    const now = this.#world.now();
    const amount = unusedPart(subscription, next === undefined ? { now } : { now, next });
    if (amount === undefined) return;
    shop.credits.push({
      id: gid("AppCredit", this.#world.nextId()),
      amount,
      createdAt: this.#instant(),
      description: `Unused part of ${subscription.name}`,
      test: subscription.test,
    });
  }

  #answerPurchase(shop: ShopState, purchase: OneTimePurchase, isApproved: boolean): Answer {
    if (purchase.status !== "PENDING")
      return isApproved && purchase.status === "ACTIVE" ? "approved" : "unchanged";
    if (isApproved && !canApprove(shop, purchase)) return "unchanged";
    purchase.status = isApproved ? "ACTIVE" : "DECLINED";
    return isApproved ? "approved" : "declined";
  }

  #answerCap(shop: ShopState, subscription: Subscription, isApproved: boolean): Answer {
    const { pendingCap } = subscription;
    subscription.pendingCap = null;
    if (!isApproved || pendingCap === null) return "declined";
    const pricing = findLine(shop, pendingCap.lineId)?.line.plan.pricingDetails;
    if (pricing !== undefined && "cappedAmount" in pricing)
      pricing.cappedAmount = trimmed(pendingCap.cap);
    this.#world.onChange(shop, subscription);
    return "approved";
  }

  #instant(): string {
    return instant(this.#world.now());
  }
}

/** A development store can approve test charges only: Shopify asks its owner to choose a Shopify plan first. */
export function canApprove(shop: ShopState, charge: Charge): boolean {
  return charge.test || !shop.profile.isDevelopmentStore;
}

/** By the number that `charge_id` carries, or by gid. */
export function findCharge(shop: ShopState, reference: string | number): Charge | undefined {
  return [...shop.subscriptions, ...shop.purchases].find(
    ({ id }) => id === reference || String(numberOf(id)) === String(reference),
  );
}
