import { numberOf } from "../billing.ts";
import type { OneTimePurchase, Subscription, SubscriptionLine } from "../billing-types.ts";
import type { Reply } from "../http.ts";
import { markup, type Markup } from "./html.ts";
import { adminPage, type PageContext } from "./layout.ts";

/** `/store/:handle/charges/:id/confirm`: the merchant approves or declines what the app asks for. */
export function chargePage(context: PageContext, charge: Subscription | OneTimePurchase): Reply {
  const isSubscription = "lineItems" in charge;
  const { appName } = context.standin.settings;
  return adminPage(context, {
    title: "Approve charge",
    section: "app",
    content: markup`<section class="card charge"><p class="hint">${appName} asks for your approval</p>
<h1 id="charge-name">${charge.name}</h1>
<table class="totals"><tbody>${isSubscription ? charge.lineItems.map((line) => pricingRow(charge, line)) : priceRow("One-time charge", charge.price)}
${isSubscription && charge.trialDays > 0 && markup`<tr><td>Free trial</td><td class="is-number" id="charge-trial">${charge.trialDays} days</td></tr>`}
</tbody></table>
<p class="hint">${charge.test ? "Test charge: nobody is billed." : "Billed on your Shopify invoice, in US dollars."}</p>
<div class="button-row"><form method="post"><input type="hidden" name="answer" value="decline"><button class="button" id="decline" data-action="decline">Decline</button></form>
<form method="post"><input type="hidden" name="answer" value="approve"><button class="button is-primary" id="approve" data-action="approve">Approve</button></form></div></section>`,
  });
}

export function findCharge(
  { shop }: PageContext,
  id: number,
): Subscription | OneTimePurchase | undefined {
  return [...shop.subscriptions, ...shop.purchases].find((charge) => numberOf(charge.id) === id);
}

function pricingRow(subscription: Subscription, line: SubscriptionLine): Markup {
  const pricing = line.plan.pricingDetails;
  if ("price" in pricing)
    return priceRow(pricing.interval === "ANNUAL" ? "Every year" : "Every 30 days", pricing.price);
  const cap =
    subscription.pendingCap?.line === line ? subscription.pendingCap.cap : pricing.cappedAmount;
  return markup`${priceRow("Usage, at most every 30 days", cap)}<tr><td colspan="2" class="hint">${pricing.terms}</td></tr>`;
}

function priceRow(label: string, price: { amount: string; currencyCode: string }): Markup {
  const amount = Number(price.amount).toFixed(2);
  return markup`<tr><td>${label}</td><td class="is-number">${price.currencyCode} ${amount}</td></tr>`;
}
