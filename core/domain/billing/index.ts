export {
  BILLING_INTERVALS,
  PLAN_IDS,
  PLANS,
  planOf,
  planRank,
  planWith,
  priceUsd,
  recogniseSubscribedPlan,
  type BillingInterval,
  type Plan,
  type PlanId,
} from "./plan.ts";
export {
  billingAccountSchema,
  emptyAccount,
  reportedSubscriptionSchema,
  type BillingAccount,
  type BillingChannel,
  type DirectRequest,
  type ReportedSubscription,
  type Subscription,
} from "./billing-account.ts";
export {
  accountStateAt,
  isEntitling,
  stateAt,
  type SubscriptionState,
} from "./subscription-state.ts";
export { reduceBilling, type BillingEvent } from "./reduce-billing.ts";
export { planInForce, usageCapUsd, type Allowance, type PlanInForce } from "./plan-in-force.ts";
export { monthlyRevenueUsd } from "./monthly-revenue.ts";
export {
  extraPriceUsd,
  hasRoom,
  nextPeriodStart,
  percentsPassed,
  usageLevel,
  usagePeriodOf,
  WARNED_PERCENTS,
  type WarnedPercent,
} from "./usage.ts";
export {
  choiceOpensAt,
  choosePlan,
  TRIAL_DAYS,
  trialDaysLeft,
  type ChoiceProblem,
  type PlanChoice,
} from "./choose-plan.ts";
