import { z } from "zod";
import { failed, ok, type Result } from "#domain/result";
import type { BillingProblem, OrderSourceProblem } from "#domain/workflows";

/** What runs an operation of the shop's Admin API: the Shopify adapter's `AdminClient`. */
export interface BillingClient {
  run<Data>(operation: {
    readonly query: string;
    readonly variables: Record<string, unknown>;
    readonly schema: z.ZodType<Data>;
  }): Promise<Result<Data, OrderSourceProblem>>;
}

/** Each of our mutations names its answer `answer`. */
const mutationSchema = z.object({
  answer: z.object({
    confirmationUrl: z.url().nullish(),
    userErrors: z.array(z.object({ message: z.string() })),
  }),
});

/** Runs a query of billing. */
export async function ask<Data>(
  client: BillingClient,
  operation: {
    readonly query: string;
    readonly variables?: Record<string, unknown>;
    readonly schema: z.ZodType<Data>;
  },
): Promise<Result<Data, BillingProblem>> {
  const answer = await client.run({ variables: {}, ...operation });
  return answer.ok ? answer : failed(toBillingProblem(answer.problem));
}

/** Runs a mutation of billing. What Shopify refuses is `billing-refused`, in Shopify's own words. */
export async function change(
  client: BillingClient,
  query: string,
  variables: Record<string, unknown>,
): Promise<Result<{ readonly approvalUrl: string | null }, BillingProblem>> {
  const answered = await ask(client, { query, variables, schema: mutationSchema });
  if (!answered.ok) return answered;
  const { confirmationUrl, userErrors } = answered.value.answer;
  if (userErrors.length === 0) return ok({ approvalUrl: confirmationUrl ?? null });
  const message = `Shopify says: ${userErrors.map((error) => error.message).join("; ")}`;
  return failed({ code: "billing-refused", message });
}

/** An answer that cannot be read says nothing of what was done: it counts as none. */
function toBillingProblem({ code, message }: OrderSourceProblem): BillingProblem {
  switch (code) {
    case "shop-disconnected":
      return { code, message };
    case "platform-refused":
      return { code: "billing-refused", message };
    case "platform-unreachable":
    case "order-unreadable":
    case "order-not-found":
      return { code: "billing-unreachable", message };
  }
}
