import { billingAccountSchema, emptyAccount } from "#domain/billing";
import type { BillingLedger } from "#domain/workflows";
import { changeOf } from "./billing-change-row.ts";
import type { DatabaseConnection } from "./connect.ts";
import { shopOf } from "./shop-row.ts";

/** Looks across merchants, for the operator alone. */
export const billingLedger = ({ prisma }: Pick<DatabaseConnection, "prisma">): BillingLedger => ({
  listMerchants: async (period) => {
    const rows = await prisma.merchant.findMany({
      include: {
        billing: true,
        shops: { orderBy: { createdAt: "asc" } },
        usage: { where: { period } },
      },
      orderBy: { createdAt: "asc" },
    });
    return rows.map(({ id, billing, shops, usage }) => ({
      merchantId: id,
      shops: shops.map(shopOf),
      account: billing === null ? emptyAccount() : billingAccountSchema.parse(billing.account),
      issued: usage[0]?.issued ?? 0,
    }));
  },
  listChangesSince: async (at) => {
    const rows = await prisma.billingChange.findMany({
      where: { at: { gte: new Date(at) } },
      orderBy: { id: "asc" },
    });
    return rows.map((row) => ({ merchantId: row.merchantId, ...changeOf(row) }));
  },
});
