import { z } from "zod";
import { SHOP, type Harness } from "../harness.ts";

export const DAY_SECONDS = 86_400;

const CREATE = `mutation Create($name: String!, $returnUrl: URL!, $trialDays: Int, $test: Boolean, $replacementBehavior: AppSubscriptionReplacementBehavior, $lineItems: [AppSubscriptionLineItemInput!]!) {
  appSubscriptionCreate(name: $name, returnUrl: $returnUrl, trialDays: $trialDays, test: $test, replacementBehavior: $replacementBehavior, lineItems: $lineItems) {
    confirmationUrl userErrors { field message }
    appSubscription { id status lineItems { id } } } }`;

const INSTALLATION = `{ currentAppInstallation {
  activeSubscriptions { id name status test trialDays currentPeriodEnd lineItems { plan { pricingDetails { ... on AppRecurringPricing { planHandle interval price { amount } } ... on AppUsagePricing { cappedAmount { amount } balanceUsed { amount } } } } } }
  allSubscriptions(first: 50) { nodes { name status currentPeriodEnd } }
  credits(first: 10) { nodes { description test amount { amount currencyCode } } } } }`;

const createdSchema = z.object({
  confirmationUrl: z.string().nullable(),
  userErrors: z.array(z.object({ field: z.array(z.string()).nullable(), message: z.string() })),
  appSubscription: z
    .object({
      id: z.string(),
      status: z.string(),
      lineItems: z.array(z.object({ id: z.string() })),
    })
    .nullable(),
});

const installationSchema = z.object({
  currentAppInstallation: z.object({
    activeSubscriptions: z.array(z.looseObject({ id: z.string(), name: z.string() })),
    allSubscriptions: z.object({
      nodes: z.array(z.object({ name: z.string(), status: z.string() }).loose()),
    }),
    credits: z.object({ nodes: z.array(z.unknown()) }),
  }),
});

const payloadSchema = z.object({
  app_subscription: z.looseObject({ name: z.string(), status: z.string().optional() }),
});

export function recurring(amount: string, interval = "EVERY_30_DAYS", currencyCode = "USD") {
  return { plan: { appRecurringPricingDetails: { price: { amount, currencyCode }, interval } } };
}

export function usage(amount: string, currencyCode = "USD") {
  const cappedAmount = { amount, currencyCode };
  return { plan: { appUsagePricingDetails: { cappedAmount, terms: "0.10 per document" } } };
}

/** `appSubscriptionCreate`, "Starter" for 19 dollars unless told otherwise. */
export async function create(h: Harness, overrides: Record<string, unknown> = {}) {
  const { data } = await h.query(CREATE, {
    name: "Starter",
    returnUrl: `https://admin.shopify.com/store/demo/apps/test-key/app/plan?from=billing`,
    lineItems: [recurring("19.00")],
    ...overrides,
  });
  return createdSchema.parse(data?.["appSubscriptionCreate"]);
}

/** As a browser does it; answers with where it is led. */
export async function answer(url: string | null, choice: "approve" | "decline") {
  const response = await fetch(url ?? "", {
    method: "POST",
    redirect: "manual",
    body: new URLSearchParams({ answer: choice }),
  });
  return response.headers.get("location") ?? `${response.status}`;
}

/** Asks for a subscription and approves it. */
export async function subscribe(h: Harness, overrides: Record<string, unknown> = {}) {
  const created = await create(h, overrides);
  await answer(created.confirmationUrl, "approve");
  return created;
}

export async function installation(h: Harness) {
  const { data } = await h.query(INSTALLATION);
  return installationSchema.parse(data).currentAppInstallation;
}

/** "Starter CANCELLED" and so on, in the order in which the app was told. */
export async function toldStates(h: Harness): Promise<string[]> {
  await h.standin.webhooks.settle();
  return h.received
    .filter(({ headers }) => headers["x-shopify-topic"] === "app_subscriptions/update")
    .map(({ body }) => payloadSchema.parse(JSON.parse(body)).app_subscription)
    .map(({ name, status }) => `${name} ${status ?? ""}`);
}

export function shopOf(h: Harness) {
  return h.standin.shop(SHOP);
}
