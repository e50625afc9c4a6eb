import type {
  BillingAccount,
  BillingChannel,
  BillingEvent,
  PlanChoice,
  PlanId,
  ReportedSubscription,
  SubscriptionState,
  WarnedPercent,
} from "#domain/billing";
import type { Problem, Result } from "#domain/result";
import type { Shop } from "./ports.ts";

/**
 * `cap-reached`: the provider takes no more usage in this period. `managed-elsewhere`: only the provider's own page can do it,
 * see `manageUrl`. `billing-unreachable`: a later try can end otherwise.
 */
export type BillingProblem = Problem<
  | "billing-unreachable"
  | "billing-refused"
  | "cap-reached"
  | "managed-elsewhere"
  | "shop-disconnected"
>;

/** A plan that the merchant wants. Amounts are decimal text in US dollars. */
export interface PlanRequest extends PlanChoice {
  /** Days from now that cost nothing: the rest of a trial, or what is paid for already. */
  readonly freeDays: number;
  /** The most to charge in 30 days for documents above the allowance; null: none are charged, they wait. */
  readonly usageCapUsd: string | null;
  /** Where the provider sends the merchant afterwards. */
  readonly returnUrl: string;
}

/** What a merchant did or will pay. Amounts are decimal text in US dollars. */
export interface BillingCharge {
  readonly chargeId: string;
  /** An instant (ISO). */
  readonly at: string;
  readonly description: string;
  readonly amountUsd: string;
  /** Of a development shop: nobody pays. */
  readonly isTest: boolean;
}

/**
 * Who bills one shop's merchant. The provider is the only one who knows what is paid: its answers are read whole and replace what
 * was known, so that a lost, late or repeated message of it does no harm. Adapters throw for bugs only.
 */
export interface BillingProvider {
  readonly channel: BillingChannel;
  /** Where plans are chosen and ended, when that is the provider's own page; null when it is done here. */
  readonly manageUrl: string | null;
  /** True when documents above the allowance can be charged. */
  readonly chargesUsage: boolean;
  /** All subscriptions that are not over. */
  readSubscriptions(): Promise<Result<readonly ReportedSubscription[], BillingProblem>>;
  /** Asks for a plan in place of the present one. `approvalUrl`: where the merchant says yes or no; null: nothing is left to do there. */
  requestPlan(
    request: PlanRequest,
  ): Promise<Result<{ readonly approvalUrl: string | null }, BillingProblem>>;
  /** Asks for another cap on a usage line. */
  requestUsageCap(request: {
    readonly lineId: string;
    readonly capUsd: string;
  }): Promise<Result<{ readonly approvalUrl: string | null }, BillingProblem>>;
  /** The provider renews it no more. One that is over already is no problem. */
  cancel(externalId: string): Promise<Result<null, BillingProblem>>;
  /** The same `idempotencyKey` charges once, however often it is sent. */
  chargeUsage(charge: {
    readonly lineId: string;
    readonly amountUsd: string;
    readonly description: string;
    readonly idempotencyKey: string;
  }): Promise<Result<null, BillingProblem>>;
  /** Newest first, at most 50. */
  listCharges(): Promise<Result<readonly BillingCharge[], BillingProblem>>;
}

/** How an account changed, kept for people and figures. */
export interface BillingChange {
  readonly at: string;
  readonly type: BillingEvent["type"];
  readonly channel: BillingChannel;
  readonly from: { readonly planId: PlanId; readonly state: SubscriptionState };
  readonly to: { readonly planId: PlanId; readonly state: SubscriptionState };
}

/** A document above the allowance that is charged for. */
export interface UsageCharge {
  /** Also the provider's idempotency key. */
  readonly chargeId: string;
  readonly documentNumber: string;
  readonly amountUsd: string;
  /** `waived`: the subscription ended before it could be charged. */
  readonly state: "waiting" | "charged" | "waived";
}

/** What is kept of how one merchant pays. Bound to a merchant like its store. */
export interface BillingStore {
  readonly merchantId: string;
  loadAccount(): Promise<BillingAccount>;
  /** Of several at once each sees the account that the one before it left. What changed is noted. */
  applyEvent(event: BillingEvent): Promise<BillingAccount>;
  /** Newest first, at most 50. */
  listChanges(): Promise<readonly BillingChange[]>;
  /** Documents issued in a month (YYYY-MM). The store counts them where it issues them, in the same transaction. */
  countIssued(period: string): Promise<number>;
  findCharge(chargeId: string): Promise<UsageCharge | undefined>;
  settleCharge(chargeId: string, state: "charged" | "waived"): Promise<void>;
  /** The merchant is to be told, once: a job does it soon. The store notes itself what is passed by issuing. */
  noteWarning(warning: UsageWarning): Promise<void>;
  /** False when this warning was sent before. Ask before sending and call `markWarned` after. */
  needsWarning(warning: UsageWarning): Promise<boolean>;
  markWarned(warning: UsageWarning): Promise<void>;
}

export interface UsageWarning {
  /** YYYY-MM. */
  readonly period: string;
  readonly percent: WarnedPercent;
  /** Of how many documents: after an upgrade there is another to warn of. */
  readonly included: number;
}

/** All merchants' accounts, for the operator alone. */
export interface BillingLedger {
  /** Oldest merchant first. `issued`: documents of that month (YYYY-MM). */
  listMerchants(period: string): Promise<
    readonly {
      readonly merchantId: string;
      readonly shops: readonly Shop[];
      readonly account: BillingAccount;
      readonly issued: number;
    }[]
  >;
  /** Since an instant (ISO), oldest first. */
  listChangesSince(
    at: string,
  ): Promise<readonly ({ readonly merchantId: string } & BillingChange)[]>;
}
