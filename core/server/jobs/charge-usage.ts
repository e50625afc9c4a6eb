import { chargeUsage as charge } from "#domain/workflows";
import type { JobHandlers } from "./job-context.ts";

/** Without a shop that is connected nobody can be charged now; the sweep asks again. */
export const chargeUsage: JobHandlers["charge-usage"] = async (
  { merchantId, chargeId },
  context,
) => {
  const shops = await context.merchantPorts(merchantId).store.listShops();
  const shop = shops.find(({ isConnected }) => isConnected);
  if (shop !== undefined) await charge(chargeId, context.deskPorts(shop));
};
