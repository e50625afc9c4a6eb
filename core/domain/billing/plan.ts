import { decimal, formatAmount, roundToMoney } from "#domain/money";

export const PLAN_IDS = ["free", "starter", "business"] as const;
export type PlanId = (typeof PLAN_IDS)[number];

export const BILLING_INTERVALS = ["monthly", "yearly"] as const;
export type BillingInterval = (typeof BILLING_INTERVALS)[number];

/** What a merchant on a plan may do. */
export interface Entitlements {
  /** Issued documents in a calendar month of the merchant's time zone. */
  readonly documentsPerMonth: number;
  readonly shops: number;
  /** In how many languages documents are made. With 1 all are in the merchant's own. */
  readonly languages: number;
  readonly eInvoices: boolean;
  readonly accounting: boolean;
  readonly ownMailServer: boolean;
}

export interface Plan {
  readonly planId: PlanId;
  readonly name: string;
  /** Decimal text in US dollars; "0.00" for the free plan. A year costs ten of them. */
  readonly monthlyPriceUsd: string;
  /** For each document above the allowance, where the merchant allows it; null where documents wait. */
  readonly extraDocumentUsd: string | null;
  /** False for a plan that nobody can choose any more. Whoever has it keeps it. */
  readonly isOffered: boolean;
  readonly entitlements: Entitlements;
}

/** Lowest first: of two subscriptions the later plan counts. */
export const PLANS: readonly Plan[] = [
  {
    planId: "free",
    name: "Free",
    monthlyPriceUsd: "0.00",
    extraDocumentUsd: null,
    isOffered: true,
    entitlements: {
      documentsPerMonth: 30,
      shops: 1,
      languages: 1,
      eInvoices: false,
      accounting: false,
      ownMailServer: false,
    },
  },
  {
    planId: "starter",
    name: "Starter",
    monthlyPriceUsd: "9.00",
    extraDocumentUsd: "0.08",
    isOffered: true,
    entitlements: {
      documentsPerMonth: 250,
      shops: 1,
      languages: 4,
      eInvoices: true,
      accounting: false,
      ownMailServer: true,
    },
  },
  {
    planId: "business",
    name: "Business",
    monthlyPriceUsd: "29.00",
    extraDocumentUsd: "0.02",
    isOffered: true,
    entitlements: {
      documentsPerMonth: 3000,
      shops: 5,
      languages: 4,
      eInvoices: true,
      accounting: true,
      ownMailServer: true,
    },
  },
];

const MONTHS_PAID_FOR_A_YEAR = "10";

/** Throws on an id that is no plan's: parse at the edge first. */
export function planOf(planId: PlanId): Plan {
  const plan = PLANS.find((each) => each.planId === planId);
  if (plan === undefined) throw new Error(`there is no plan ${planId}`);
  return plan;
}

export const planRank = (planId: PlanId): number =>
  PLANS.findIndex((plan) => plan.planId === planId);

/** What one interval of a plan costs: decimal text in US dollars. */
export function priceUsd({ monthlyPriceUsd }: Plan, interval: BillingInterval): string {
  if (interval === "monthly") return monthlyPriceUsd;
  return formatAmount(
    roundToMoney(decimal(monthlyPriceUsd).times(decimal(MONTHS_PAID_FOR_A_YEAR)), "USD"),
  );
}

/** The cheapest offered plan that has a feature: what a page names where the merchant's own plan lacks it. */
export function planWith(has: (entitlements: Entitlements) => boolean): Plan | undefined {
  return PLANS.find(({ isOffered, entitlements }) => isOffered && has(entitlements));
}

/**
 * The plan that a provider's subscription stands for, by its name or handle ("Docket Starter", "starter-yearly"). One that
 * nothing names, such as of a catalogue that is gone, counts as the dearest plan that its price pays for, and as the cheapest
 * paid one when it costs less than that: nobody gets less than they pay.
 */
export function recogniseSubscribedPlan(subscribed: {
  readonly name: string;
  readonly priceUsd: string;
  readonly interval: BillingInterval;
}): PlanId {
  const words = new Set(subscribed.name.toLowerCase().split(/[^a-z]+/));
  // The dearest that is named: "free" also stands in "Starter, 14 days free".
  const named = PLANS.findLast(({ planId }) => words.has(planId));
  if (named !== undefined) return named.planId;
  const paid = decimal(subscribed.priceUsd);
  if (paid.lte(decimal("0"))) return "free";
  const affordable = PLANS.findLast((plan) =>
    paid.gte(decimal(priceUsd(plan, subscribed.interval))),
  );
  return affordable === undefined || affordable.planId === "free" ? "starter" : affordable.planId;
}
