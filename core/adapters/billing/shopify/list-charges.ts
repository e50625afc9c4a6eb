import { z } from "zod";
import { ok, type Result } from "#domain/result";
import type { BillingCharge, BillingProblem } from "#domain/workflows";
import {
  instantSchema,
  lineSchema,
  recurringOf,
  subscriptionSchema,
  usdSchema,
} from "./app-subscription.ts";
import { ask, type BillingClient } from "./billing-client.ts";
import { CHARGES_QUERY } from "./operations.ts";

const recordSchema = z.object({
  id: z.string(),
  createdAt: instantSchema,
  description: z.string(),
  price: usdSchema,
});
const chargedSchema = subscriptionSchema.extend({
  lineItems: z.array(
    lineSchema.extend({ usageRecords: z.object({ nodes: z.array(recordSchema) }) }),
  ),
});
const pageSchema = z.object({
  nodes: z.array(chargedSchema),
  pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullish() }),
});
type ChargedPage = z.infer<typeof pageSchema>;
const installationSchema = z.object({
  currentAppInstallation: z.object({ allSubscriptions: pageSchema }),
});

const MOST = 50;
/** Of these the merchant approved what they cost. */
const AGREED = ["ACTIVE", "FROZEN", "CANCELLED"];

/** Subscriptions as the merchant agreed to them, and what was charged for usage: newest first, at most 50. */
export async function listCharges(
  client: BillingClient,
): Promise<Result<readonly BillingCharge[], BillingProblem>> {
  const charges: BillingCharge[] = [];
  for (let after: string | null = null; ;) {
    const page = await readPage(client, after);
    if (!page.ok) return page;
    charges.push(...page.value.nodes.flatMap(chargesOf));
    after = nextOf(page.value);
    // What follows was subscribed to, and charged, before all of these.
    if (after === null || charges.length >= MOST) break;
  }
  return ok(charges.toSorted((a, b) => b.at.localeCompare(a.at)).slice(0, MOST));
}

async function readPage(
  client: BillingClient,
  after: string | null,
): Promise<Result<ChargedPage, BillingProblem>> {
  const answer = await ask(client, {
    query: CHARGES_QUERY,
    variables: { after },
    schema: installationSchema,
  });
  return answer.ok ? ok(answer.value.currentAppInstallation.allSubscriptions) : answer;
}

const nextOf = ({ pageInfo }: ChargedPage): string | null =>
  pageInfo.hasNextPage ? (pageInfo.endCursor ?? null) : null;

function chargesOf(subscription: z.infer<typeof chargedSchema>): readonly BillingCharge[] {
  if (!AGREED.includes(subscription.status)) return [];
  const { id, name, createdAt, status, trialDays, test, lineItems } = subscription;
  const { interval, price } = recurringOf(subscription);
  const often = interval === "yearly" ? "every year" : "every 30 days";
  const free = trialDays > 0 ? `, ${trialDays} days free` : "";
  const itself: BillingCharge = {
    chargeId: id,
    at: createdAt,
    description: `${name}, ${often}${free}${status === "CANCELLED" ? " (ended)" : ""}`,
    amountUsd: price,
    isTest: test,
  };
  const usage = lineItems.flatMap(({ usageRecords }) =>
    usageRecords.nodes.map((record): BillingCharge => ({
      chargeId: record.id,
      at: record.createdAt,
      description: record.description,
      amountUsd: record.price,
      isTest: test,
    })),
  );
  return [...usage, itself];
}
