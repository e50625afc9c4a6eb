import { z } from "zod";
import type { ReportedSubscription } from "#domain/billing";
import { ok, type Result } from "#domain/result";
import type { BillingProblem } from "#domain/workflows";
import { subscriptionSchema, toReport, type AppSubscription } from "./app-subscription.ts";
import { ask, type BillingClient } from "./billing-client.ts";
import { SUBSCRIPTIONS_QUERY } from "./operations.ts";

const installationSchema = z.object({
  currentAppInstallation: z.object({
    activeSubscriptions: z.array(subscriptionSchema),
    allSubscriptions: z.object({ nodes: z.array(subscriptionSchema) }),
  }),
});

/** Every active subscription and the last 50 that were asked for, whatever became of them. */
export async function readInstallation(
  client: BillingClient,
): Promise<Result<readonly AppSubscription[], BillingProblem>> {
  const answer = await ask(client, { query: SUBSCRIPTIONS_QUERY, schema: installationSchema });
  if (!answer.ok) return answer;
  const { activeSubscriptions, allSubscriptions } = answer.value.currentAppInstallation;
  const each = [...allSubscriptions.nodes, ...activeSubscriptions];
  return ok([...new Map(each.map((subscription) => [subscription.id, subscription])).values()]);
}

/** What Shopify bills, or has stopped because the shop does not pay. */
export async function readSubscriptions(
  client: BillingClient,
): Promise<Result<readonly ReportedSubscription[], BillingProblem>> {
  const read = await readInstallation(client);
  return read.ok ? ok(read.value.flatMap((each) => toReport(each) ?? [])) : read;
}
