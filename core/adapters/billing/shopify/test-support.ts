import { onTestFinished } from "vitest";
import type { BillingProvider, PlanRequest } from "#domain/workflows";
import { adminClient } from "#adapters/platform/shopify";
import { findCharge } from "../../../../tests/standins/shopify/billing/billing.ts";
import { Harness, SHOP } from "../../../../tests/standins/shopify/harness.ts";

export { SHOP } from "../../../../tests/standins/shopify/harness.ts";

export const REQUEST: PlanRequest = {
  planId: "starter",
  interval: "monthly",
  freeDays: 0,
  usageCapUsd: null,
  returnUrl: "https://docket.example/billing/return",
};

/** A shop of the stand-in with Docket in it, and what reaches its Admin API. Gone when the test is. */
export async function openShop() {
  const harness = await Harness.open();
  onTestFinished(() => harness.close());
  const { standin } = harness;
  let { access_token: token } = await harness.install();
  const shop = standin.shop(SHOP);

  const graphql = (query: string, variables: Record<string, unknown>) =>
    fetch(`${standin.adminUrl}/_host/${SHOP}/admin/api/2026-10/graphql.json`, {
      method: "POST",
      headers: { "content-type": "application/json", "x-shopify-access-token": token },
      body: JSON.stringify({ query, variables }),
    });
  const client = adminClient(graphql, async (seconds) => harness.advance(seconds));
  /** The merchant's click on the page that `approvalUrl` leads to. */
  const answer = (approvalUrl: string | null, isApproved: boolean) => {
    const [, id = ""] = /\/charges\/(\d+)\//.exec(approvalUrl ?? "") ?? [];
    const charge = findCharge(shop, id);
    if (charge === undefined) throw new Error(`no charge at ${approvalUrl}`);
    return standin.billing.answer(shop, charge, isApproved);
  };
  /** The merchant takes a plan and approves it. */
  const take = async (provider: BillingProvider, wish: Partial<PlanRequest> = {}) => {
    const asked = await provider.requestPlan({ ...REQUEST, ...wish });
    if (!asked.ok) throw new Error(asked.problem.message);
    answer(asked.value.approvalUrl, true);
  };
  /** Time passes, and the app renews its access meanwhile. */
  const pass = async (days: number) => {
    harness.advance(days * 24 * 60 * 60);
    token = (await harness.install()).access_token;
  };
  return { harness, pass, standin, shop, graphql, client, answer, take };
}

/** Answers the same to every operation. */
export const clientAnswering = (body: unknown) =>
  adminClient(
    async () => Response.json(body),
    async () => undefined,
  );
