import type { Shop as ShopRow } from "@prisma/client";
import type { Shop } from "#domain/workflows";

export const shopOf = ({ id, merchantId, platform, domain, ...row }: ShopRow): Shop => ({
  shopId: id,
  merchantId,
  platform,
  domain,
  isConnected: row.isConnected,
  firstConnectedAt: row.createdAt.toISOString(),
  connectedAt: row.connectedAt.toISOString(),
});
