import {
  billingAccountSchema,
  emptyAccount,
  planInForce,
  reduceBilling,
  type BillingAccount,
  type BillingChannel,
  type BillingEvent,
} from "#domain/billing";
import type { BillingStore, UsageCharge, UsageWarning } from "#domain/workflows";
import type { Prisma } from "@prisma/client";
import { changeOf } from "./billing-change-row.ts";
import type { DatabaseConnection } from "./connect.ts";
import { toJsonColumn } from "./stored-json.ts";

const MOST_CHANGES = 50;

/** How one merchant pays, in PostgreSQL. Cheap to make. */
export function billingStore(
  { prisma }: Pick<DatabaseConnection, "prisma">,
  merchantId: string,
): BillingStore {
  return {
    merchantId,
    loadAccount: () => loadAccount(prisma, merchantId),
    applyEvent: (event) =>
      prisma.$transaction(async (transaction) => {
        // NO KEY: rows that refer to the merchant are added meanwhile.
        await transaction.$executeRaw`SELECT 1 FROM "Merchant" WHERE "id" = ${merchantId} FOR NO KEY UPDATE`;
        const before = await loadAccount(transaction, merchantId);
        const after = reduceBilling(before, event);
        if (after === before) return before;
        const account = toJsonColumn(after);
        await transaction.billingAccount.upsert({
          where: { merchantId },
          create: { merchantId, account },
          update: { account },
        });
        await noteChange(transaction, merchantId, { before, after, event });
        return after;
      }),

    listChanges: async () => {
      const rows = await prisma.billingChange.findMany({
        where: { merchantId },
        orderBy: { id: "desc" },
        take: MOST_CHANGES,
      });
      return rows.map(changeOf);
    },

    countIssued: async (period) => {
      const row = await prisma.usage.findUnique({
        where: { merchantId_period: { merchantId, period } },
      });
      return row?.issued ?? 0;
    },

    findCharge: async (chargeId) => {
      const row = await prisma.usageCharge.findFirst({
        where: { merchantId, id: chargeId },
        include: NUMBER,
      });
      return row === null ? undefined : chargeOf(row);
    },
    settleCharge: async (chargeId, state) => {
      await prisma.usageCharge.updateMany({
        where: { merchantId, id: chargeId, state: "waiting" },
        data: { state },
      });
    },

    noteWarning: async (warning) => {
      await prisma.usageWarning.createMany({
        data: [{ merchantId, ...keyOf(warning) }],
        skipDuplicates: true,
      });
    },
    needsWarning: async (warning) => {
      const where = { merchantId, ...keyOf(warning), sentAt: null };
      return (await prisma.usageWarning.count({ where })) > 0;
    },
    markWarned: async (warning) => {
      await prisma.usageWarning.updateMany({
        where: { merchantId, ...keyOf(warning), sentAt: null },
        data: { sentAt: new Date() },
      });
    },
  };
}

const NUMBER = { document: { select: { number: true } } } as const;

/** What was saved may be older than a field: the schema fills in its default. */
async function loadAccount(
  prisma: Pick<Prisma.TransactionClient, "billingAccount">,
  merchantId: string,
): Promise<BillingAccount> {
  const row = await prisma.billingAccount.findUnique({ where: { merchantId } });
  return row === null ? emptyAccount() : billingAccountSchema.parse(row.account);
}

/** A reading that brought nothing new is no change worth telling. */
async function noteChange(
  transaction: Prisma.TransactionClient,
  merchantId: string,
  change: {
    readonly before: BillingAccount;
    readonly after: BillingAccount;
    readonly event: BillingEvent;
  },
): Promise<void> {
  const { event } = change;
  const now = new Date().toISOString();
  const from = planInForce(change.before, now);
  const to = planInForce(change.after, now);
  const isSame = from.plan === to.plan && from.state === to.state;
  if (isSame && event.type === "observed") return;
  const channel: BillingChannel =
    event.type === "observed" ? event.channel : (to.subscription?.channel ?? "direct");
  await transaction.billingChange.create({
    data: {
      merchantId,
      type: event.type,
      channel,
      fromPlan: from.plan.planId,
      fromState: from.state,
      toPlan: to.plan.planId,
      toState: to.state,
    },
  });
}

const chargeOf = (row: {
  readonly id: string;
  readonly amountUsd: Prisma.Decimal;
  readonly state: UsageCharge["state"];
  readonly document: { readonly number: string | null };
}): UsageCharge => ({
  chargeId: row.id,
  documentNumber: row.document.number ?? "",
  amountUsd: row.amountUsd.toFixed(2),
  state: row.state,
});

/** Of a job's payload the key alone. */
const keyOf = ({ period, percent, included }: UsageWarning) => ({ period, percent, included });
