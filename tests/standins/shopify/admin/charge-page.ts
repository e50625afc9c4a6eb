import { canApprove, type Charge } from "../billing/billing.ts";
import type { Price, Subscription, SubscriptionLine } from "../billing/billing-types.ts";
import { daysAfter } from "../billing/periods.ts";

import { isDeferred } from "../billing/replacement.ts";
import { returnAddress } from "../billing/return-address.ts";
import type { Reply } from "../http.ts";
import { dayText, intervalText, priceText } from "./billing-texts.ts";
import { markup, type Markup } from "./html.ts";
import { adminPage, toThisAdmin, type PageContext } from "./layout.ts";

/** `/store/:handle/charges/:id/confirm`: the merchant approves or declines what the app asks for. */
export function chargePage(context: PageContext, charge: Charge): Reply {
  const { appName } = context.standin.settings;
  const isSubscription = "lineItems" in charge;
  const isCap = isSubscription && charge.pendingCap !== null;
  const isOpen = isCap || (charge.status === "PENDING" && !(isSubscription && charge.startsAt));
  const title = !isSubscription
    ? "Approve charge"
    : isCap
      ? "Approve a higher spending limit"
      : "Approve subscription";
  return adminPage(context, {
    title,
    section: "app",
    content: markup`<section class="card charge" aria-labelledby="charge-title">
<header><span class="app-icon" aria-hidden="true"></span><div><h1 id="charge-title">${title}</h1><p class="hint">${appName} asks for it</p></div></header>
<h2 id="charge-name">${charge.name}</h2>
<table class="totals"><tbody>${isSubscription ? charge.lineItems.map((line) => lineRow(charge, line)) : row("Once", charge.price)}
${isSubscription && !isCap && isOpen && trialRows(context, charge)}</tbody></table>
${isSubscription && !isCap && isOpen && replacedText(context, charge)}
${isOpen && billText(charge)}
${isOpen ? answerForm(context, charge) : closedText(context, charge)}</section>`,
  });
}

function answerForm({ shop }: PageContext, charge: Charge): Markup {
  const isPossible = canApprove(shop, charge);
  return markup`${!isPossible && markup`<p class="notice" role="status" id="charge-refused">This development store can approve test charges only. To approve this one, choose a Shopify plan for the store.</p>`}
<form method="post" class="button-row"><button class="button" name="answer" value="decline" id="decline" data-action="decline">Decline</button>
${isPossible && markup`<button class="button is-primary" name="answer" value="approve" id="approve" data-action="approve">Approve</button>`}</form>`;
}

/** What became of a charge that waits for no answer any more. */
function closedText(context: PageContext, charge: Charge): Markup {
  const texts: Readonly<Record<string, string>> = {
    PENDING: "You approved this already. It begins when your present period ends.",
    ACTIVE: "You approved this already.",
    FROZEN: "This is on hold until the shop’s bill is paid.",
    CANCELLED: "This was cancelled. The app can ask you again.",
    DECLINED: "You declined this. The app can ask you again.",
    EXPIRED: "This request is older than two days and has expired. The app can ask you again.",
  };
  const isRunning = charge.status === "ACTIVE" || charge.status === "PENDING";
  const back = isRunning ? toThisAdmin(context, returnAddress(charge)) : undefined;
  return markup`<p class="notice" role="status" id="charge-closed" data-status="${charge.status}">${texts[charge.status] ?? ""}</p>
<div class="button-row"><a class="button" href="${back ?? `/store/${context.handle}/home`}">${back === undefined ? "Back to the admin" : `Back to ${context.standin.settings.appName}`}</a></div>`;
}

function lineRow(subscription: Subscription, line: SubscriptionLine): Markup {
  const pricing = line.plan.pricingDetails;
  if ("price" in pricing) return row(intervalText(pricing.interval), pricing.price);
  const { pendingCap } = subscription;
  const raised = pendingCap?.lineId === line.id ? pendingCap.cap : undefined;
  return markup`${raised !== undefined && row("Limit until now", pricing.cappedAmount)}
${row(raised === undefined ? "Usage, at most, every 30 days" : "New limit every 30 days", raised ?? pricing.cappedAmount)}<tr><td colspan="2" class="hint">${pricing.terms}</td></tr>`;
}

function trialRows(context: PageContext, charge: Subscription): Markup | false {
  if (charge.trialDays <= 0) return false;
  const present = presentOf(context);
  const now = context.standin.settings.now().toISOString();
  const isLater = present !== undefined && isDeferred(present, charge);
  const begins = isLater ? (present.periodEnd ?? now) : now;
  return markup`<tr><td>Free trial</td><td class="is-number" id="charge-trial">${charge.trialDays} days</td></tr>
<tr><td>First charge</td><td class="is-number">${dayText(daysAfter(begins, charge.trialDays))}</td></tr>`;
}

/** What approving does to the plan that the merchant has. */
function replacedText(context: PageContext, next: Subscription): Markup | false {
  const present = presentOf(context);
  if (present === undefined || present.periodEnd === null) return false;
  const when = isDeferred(present, next) ? `on ${dayText(present.periodEnd)}` : "at once";
  return markup`<p id="charge-replaces">It replaces <strong>${present.name}</strong> ${when}.</p>`;
}

function billText({ test }: Charge): Markup {
  const text = test
    ? "This is a test. Nobody is billed."
    : "It is on your Shopify bill. You can cancel at any time.";
  return markup`<p class="hint">${text}</p>`;
}

function presentOf({ shop }: PageContext): Subscription | undefined {
  return shop.subscriptions.find(
    ({ status, startsAt }) => status === "ACTIVE" && startsAt === null,
  );
}

function row(label: string, price: Price): Markup {
  return markup`<tr><td>${label}</td><td class="is-number">${priceText(price)}</td></tr>`;
}
