import type { PlanInput, Price, SubscriptionInput, UserError } from "./billing-types.ts";
import { minorOf } from "./price.ts";

/** Shopify's answer when the app's plans are kept in Shopify App Pricing. */
export const MANAGED_PRICING_ERROR: UserError = {
  field: null,
  message: "Managed Pricing Apps cannot use the Billing API (to create charges).",
};

/**
 * What Shopify refuses about a subscription that an app asks for. A `returnUrl` that is none never gets here: the
 * `URL` scalar refuses it.
 */
export function inputProblems(
  input: SubscriptionInput,
  currencies: readonly string[],
): readonly UserError[] {
  const { lineItems } = input;
  const problems = [
    input.name.trim() === "" && problem("name", "Name can't be blank"),
    (input.trialDays ?? 0) < 0 &&
      problem("trialDays", "Validation failed: Trial days must be greater than or equal to 0"),
    lineItems.length === 0 && problem("lineItems", "At least one plan must be selected"),
    ...planProblems(lineItems),
    ...priceProblems(lineItems.flatMap(pricesOf), currencies),
  ];
  return problems.filter((found) => found !== false);
}

function planProblems(lines: readonly PlanInput[]): readonly (UserError | false)[] {
  const usage = lines.filter(({ plan }) => isGiven(plan.appUsagePricingDetails));
  const recurring = lines.filter(({ plan }) => isGiven(plan.appRecurringPricingDetails));
  const isAnnual = recurring.some(
    ({ plan }) => plan.appRecurringPricingDetails?.interval === "ANNUAL",
  );
  return [
    lines.some((line) => pricesOf(line).length !== 1) &&
      problem("lineItems", "A plan must have either recurring or usage pricing details"),
    (usage.length > 1 || recurring.length > 1) &&
      problem("lineItems", "Only one pricing plan can be defined for each available type"),
    // https://shopify.dev/docs/apps/billing/subscriptions/annual, "Limitations".
    isAnnual &&
      usage.length > 0 &&
      problem("lineItems", "Annual subscriptions don't support usage billing"),
  ];
}

function priceProblems(
  prices: readonly Price[],
  currencies: readonly string[],
): readonly (UserError | false)[] {
  const used = new Set(prices.map(({ currencyCode }) => currencyCode));
  return [
    used.size > 1 && problem("lineItems", "All pricing plans must use the same currency."),
    [...used].some((currency) => !currencies.includes(currency)) &&
      problem("lineItems", `Currency code must be ${currencies.join(" or ")}`),
    prices.some((price) => minorOf(price) <= 0n) && {
      field: null,
      message: "Validation failed: Price must be greater than zero",
    },
  ];
}

function pricesOf({ plan }: PlanInput): readonly Price[] {
  return [plan.appRecurringPricingDetails?.price, plan.appUsagePricingDetails?.cappedAmount].filter(
    (price) => price !== undefined,
  );
}

function isGiven(details: unknown): boolean {
  return details !== undefined && details !== null;
}

function problem(field: string, message: string): UserError {
  return { field: [field], message };
}
