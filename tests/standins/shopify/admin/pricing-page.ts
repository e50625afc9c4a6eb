import { intervalsOf, isFree, priceAt } from "../billing/app-pricing.ts";
import type { PricingPlan } from "../billing/billing-types.ts";
import { recurringOf } from "../billing/pricing-of.ts";
import type { Reply } from "../http.ts";
import { dayText, intervalText } from "./billing-texts.ts";
import { markup, type Markup } from "./html.ts";
import { adminPage, type PageContext } from "./layout.ts";

/** `/store/:handle/charges/:app/pricing_plans`: where a merchant chooses a plan of Shopify App Pricing. */
export function pricingPage(context: PageContext): Reply {
  const { standin } = context;
  const { appName } = standin.settings;
  return adminPage(context, {
    title: `${appName} plans`,
    section: "app",
    content: markup`<div class="page-head"><div><h1>Choose a plan for ${appName}</h1><p class="hint">Prices in US dollars, on your Shopify bill.</p></div></div>
<ul class="plans">${standin.appPricing.plans.map((plan) => planCard(context, plan))}</ul>`,
  });
}

function planCard(context: PageContext, plan: PricingPlan): Markup {
  const { trialDays = 0, features = [] } = plan;
  return markup`<li class="card plan" id="plan-${plan.handle}"><h2>${plan.name}</h2>
${trialDays > 0 && markup`<p class="hint">${trialDays} days free at first</p>`}
<ul class="features">${features.map((feature) => markup`<li>${feature}</li>`)}</ul>
${intervalsOf(plan).map((interval) => {
  const price = isFree(plan) ? "Free" : `USD ${priceAt(plan, interval)}`;
  const choice = choiceOf(context, plan.handle, interval);
  return markup`<form method="post"><p><strong>${price}</strong>${!isFree(plan) && markup` <span class="hint">${intervalText(interval).toLowerCase()}</span>`}</p>
<input type="hidden" name="plan" value="${plan.handle}"><input type="hidden" name="interval" value="${interval}">
${choice ?? markup`<button class="button is-primary" data-action="select" data-plan="${plan.handle}" data-interval="${interval}" aria-label="Select ${plan.name}, ${price} ${intervalText(interval).toLowerCase()}">Select</button>`}</form>`;
})}</li>`;
}

/** The badge of what the merchant has, or will have. */
function choiceOf({ shop }: PageContext, handle: string, interval: string): Markup | undefined {
  for (const subscription of shop.subscriptions) {
    const pricing = recurringOf(subscription);
    if (pricing?.planHandle !== handle || pricing.interval !== interval) continue;
    if (subscription.startsAt !== null)
      return markup`<span class="badge">From ${dayText(subscription.startsAt)}</span>`;
    if (subscription.status === "ACTIVE")
      return markup`<span class="badge success">Your plan</span>`;
  }
  return undefined;
}
