import { z } from "zod";
import { planOf, priceUsd, type BillingInterval } from "#domain/billing";
import { decimal } from "#domain/money";
import { failed, ok, type Result } from "#domain/result";
import type { BillingProblem, BillingProvider, PlanRequest } from "#domain/workflows";
import { usageOf } from "./app-subscription.ts";
import { ask, change, type BillingClient } from "./billing-client.ts";
import { listCharges } from "./list-charges.ts";
import {
  CANCEL_SUBSCRIPTION,
  CREATE_SUBSCRIPTION,
  CREATE_USAGE_RECORD,
  STORE_KIND_QUERY,
  UPDATE_CAP,
} from "./operations.ts";
import { readInstallation, readSubscriptions } from "./read-subscriptions.ts";

const storeKindSchema = z.object({
  shop: z.object({ plan: z.object({ partnerDevelopment: z.boolean() }) }),
});

const INTERVALS: Readonly<Record<BillingInterval, string>> = {
  monthly: "EVERY_30_DAYS",
  yearly: "ANNUAL",
};
/** A subscription in one of these states is over for good. */
const OVER = ["CANCELLED", "DECLINED", "EXPIRED"];

/** Shopify's Billing API for one shop: Docket asks, the merchant approves in the Shopify admin, and Shopify sends the bill. */
export function shopifyBillingApi(client: BillingClient): BillingProvider {
  return {
    channel: "shopify",
    manageUrl: null,
    chargesUsage: true,
    readSubscriptions: () => readSubscriptions(client),
    requestPlan: (request) => requestPlan(client, request),
    requestUsageCap: ({ lineId, capUsd }) =>
      change(client, UPDATE_CAP, { id: lineId, cappedAmount: usd(capUsd) }),
    cancel: (externalId) => cancel(client, externalId),
    chargeUsage: (charge) => chargeUsage(client, charge),
    listCharges: () => listCharges(client),
  };
}

const usd = (amount: string) => ({ amount, currencyCode: "USD" });

async function requestPlan(
  client: BillingClient,
  request: PlanRequest,
): Promise<Result<{ readonly approvalUrl: string | null }, BillingProblem>> {
  const { planId, interval, freeDays, returnUrl, usageCapUsd } = request;
  // "Combined plans are supported for 30-day billing intervals." (shopify.dev, combine time and usage)
  if (usageCapUsd !== null && interval === "yearly") {
    const message =
      "Shopify charges for documents above the allowance on monthly plans only. Choose the plan by the month, or by the year without them.";
    return failed({ code: "billing-refused", message });
  }
  const store = await ask(client, { query: STORE_KIND_QUERY, schema: storeKindSchema });
  if (!store.ok) return store;
  const plan = planOf(planId);
  const recurring = { price: usd(priceUsd(plan, interval)), interval: INTERVALS[interval] };
  return change(client, CREATE_SUBSCRIPTION, {
    name: `Docket ${plan.name}`,
    lineItems: [
      { plan: { appRecurringPricingDetails: recurring } },
      ...(usageCapUsd === null ? [] : [usageLine(request, usageCapUsd)]),
    ],
    returnUrl,
    trialDays: freeDays,
    test: store.value.shop.plan.partnerDevelopment,
  });
}

function usageLine({ planId }: PlanRequest, capUsd: string) {
  const { extraDocumentUsd, entitlements } = planOf(planId);
  if (extraDocumentUsd === null) throw new Error(`${planId} has no documents above its allowance`);
  const terms = `${extraDocumentUsd} US dollars for each document above ${entitlements.documentsPerMonth} in a calendar month`;
  return { plan: { appUsagePricingDetails: { cappedAmount: usd(capUsd), terms } } };
}

async function cancel(
  client: BillingClient,
  externalId: string,
): Promise<Result<null, BillingProblem>> {
  const cancelled = await change(client, CANCEL_SUBSCRIPTION, { id: externalId });
  if (cancelled.ok) return ok(null);
  if (cancelled.problem.code !== "billing-refused") return cancelled;
  // Shopify refuses to cancel what is over already. Its state tells, not its words.
  const read = await readInstallation(client);
  if (!read.ok) return read;
  const isOver = read.value.some(({ id, status }) => id === externalId && OVER.includes(status));
  return isOver ? ok(null) : cancelled;
}

async function chargeUsage(
  client: BillingClient,
  { lineId, amountUsd, description, idempotencyKey }: Parameters<BillingProvider["chargeUsage"]>[0],
): Promise<Result<null, BillingProblem>> {
  const variables = { lineId, price: usd(amountUsd), description, idempotencyKey };
  const charged = await change(client, CREATE_USAGE_RECORD, variables);
  if (charged.ok) return ok(null);
  if (charged.problem.code !== "billing-refused") return charged;
  // Whether the cap is why it refused: the amounts tell, not the words.
  const read = await readInstallation(client);
  if (!read.ok) return read;
  const line = read.value
    .flatMap((each) => usageOf(each) ?? [])
    .find((each) => each.lineId === lineId);
  if (
    line === undefined ||
    decimal(line.usedUsd).plus(decimal(amountUsd)).lte(decimal(line.capUsd))
  )
    return charged;
  const message = `Documents above the allowance have cost ${line.usedUsd} of at most ${line.capUsd} US dollars in these 30 days.`;
  return failed({ code: "cap-reached", message });
}
