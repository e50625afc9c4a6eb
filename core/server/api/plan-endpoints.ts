import { readMarketplaceReport } from "#adapters/billing/account";
import { BILLING_INTERVALS, PLAN_IDS } from "#domain/billing";
import { MOST_PASSED } from "#domain/screens";
import { z } from "zod";
import { json, valueOf } from "./answer.ts";
import type { ApiPorts } from "./api-ports.ts";
import { parseJson } from "./read-body.ts";
import { refuse } from "./refusal.ts";
import { readJson, type Endpoints } from "./signed-call.ts";

/** So many are issued well before a browser or a proxy gives up. */
const MOST_ISSUED = 25;

const choiceSchema = z.strictObject({
  planId: z.enum(PLAN_IDS).exclude(["free"]),
  interval: z.enum(BILLING_INTERVALS),
});
const requestSchema = z.strictObject({ choice: choiceSchema.nullable() });
const heldSchema = z.strictObject({
  limit: z.int().min(1).max(MOST_ISSUED),
  /** How many of the oldest could not be issued before and are in the way. */
  passed: z.int().min(0).max(MOST_PASSED).default(0),
});

/** What the shop's merchant pays for, and what the marketplace told his site of it. */
export const planEndpoints = ({
  billing,
  clock,
  publicUrl,
  store,
}: Pick<ApiPorts, "billing" | "clock" | "publicUrl" | "store">): Endpoints => ({
  "GET /plan": async ({ desk }) => json(await desk.loadPlan()),

  "POST /plan/select": async (call) => {
    const choice = readJson(call, choiceSchema);
    // Neither the marketplace nor Docket itself charges for usage or sends anybody away to approve.
    const more = { usageCapUsd: null, returnUrl: publicUrl };
    return json(valueOf(await call.desk.selectPlan({ ...choice, ...more })));
  },

  "POST /plan/cancel": async ({ desk }) => {
    valueOf(await desk.cancelPlan());
    return json({});
  },

  "POST /plan/direct-request": async (call) => {
    await call.desk.requestDirect(readJson(call, requestSchema).choice);
    return json({});
  },

  "POST /plan/issue-held": async (call) => {
    const { limit, passed } = readJson(call, heldSchema);
    const { problems, ...outcome } = await call.desk.issueHeld(limit + passed);
    const { findDocument } = store(call.shop.merchantId);
    // People know a document by its name, not by its id.
    const named = problems.map(async (problem) => {
      const stored = await findDocument(problem.documentId);
      return { ...problem, document: stored?.summary ?? null };
    });
    return json({ ...outcome, problems: await Promise.all(named) });
  },

  "POST /subscription-report": async ({ shop, desk, body }) => {
    const report = parseJson(body);
    if (report === undefined) refuse("not-json", "The body is not JSON.");
    const subscriptions = valueOf(readMarketplaceReport(report));
    const { channel } = await desk.loadPlan();
    // The word of a shop's own server entitles to a plan only where the marketplace is what bills.
    if (channel !== "wordpress") {
      refuse(
        "no-marketplace",
        "Docket is not sold at a marketplace here, so nothing was taken over.",
      );
    }
    const at = clock.now();
    await billing(shop.merchantId).applyEvent({ type: "observed", channel, at, subscriptions });
    return json({});
  },
});
