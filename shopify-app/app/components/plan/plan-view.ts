import type {
  BillingChannel,
  BillingInterval,
  DirectRequest,
  Plan,
  PlanId,
  Subscription,
  SubscriptionState,
} from "#domain/billing";
import type { BillingCharge } from "#domain/workflows";
import type { ShownFinding } from "../findings/shown-finding.ts";

/** The month's use. `extra`: above the allowance, each at `priceUsd`; null where documents wait. */
export interface ShownUse {
  readonly planName: string;
  readonly issued: number;
  readonly included: number;
  readonly extra: { readonly count: number; readonly priceUsd: string } | null;
  /** Drafts that wait for room. */
  readonly held: number;
  /** YYYY-MM-DD. */
  readonly resetsOn: string;
}

type OfferState = "choose" | "current" | "later";

export interface ShownOffer extends Readonly<Record<BillingInterval, OfferState>> {
  readonly plan: Plan;
  readonly monthlyUsd: string;
  readonly yearlyUsd: string;
}

/** What the desk tells of the merchant's plan, as the page gets it. */
export interface ShownPlan {
  readonly planId: PlanId;
  readonly planName: string;
  readonly state: SubscriptionState;
  readonly subscription: Subscription | null;
  readonly channel: BillingChannel;
  readonly use: ShownUse;
  readonly offers: readonly ShownOffer[];
  /** Null for now; undefined while a subscription elsewhere goes on without an end. */
  readonly choiceOpensAt?: string | null | undefined;
  readonly trialDays: number;
  readonly manageUrl: string | null;
  readonly usageCapUsd: string | null;
  readonly canCancel: boolean;
  readonly request: DirectRequest | null;
  readonly charges: readonly BillingCharge[] | null;
  readonly problem: string;
}

/** Why a draft that waited for room could not be issued. */
export interface HeldProblem {
  readonly documentId: string;
  /** How people know it. */
  readonly name: string;
  readonly message: string;
  readonly findings: readonly ShownFinding[];
}
