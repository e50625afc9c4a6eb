import type { BillingChange as BillingChangeRow } from "@prisma/client";
import { z } from "zod";
import { PLAN_IDS } from "#domain/billing";
import type { BillingChange } from "#domain/workflows";

const standingSchema = z.object({
  planId: z.enum(PLAN_IDS),
  state: z.enum(["none", "trial", "active", "pastDue", "frozen", "ending", "cancelled"]),
});
const changeSchema = z.object({
  at: z.date().transform((at) => at.toISOString()),
  type: z.enum(["observed", "granted", "ended", "directRequested", "capSet", "usageStopped"]),
  channel: z.enum(["shopify", "wordpress", "direct"]),
  from: standingSchema,
  to: standingSchema,
});

export const changeOf = ({
  fromPlan,
  fromState,
  toPlan,
  toState,
  ...row
}: BillingChangeRow): BillingChange =>
  changeSchema.parse({
    ...row,
    from: { planId: fromPlan, state: fromState },
    to: { planId: toPlan, state: toState },
  });
