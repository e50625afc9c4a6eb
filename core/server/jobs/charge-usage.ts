import { chargeUsage as charge } from "#domain/workflows";
import type { JobHandlers } from "./job-context.ts";

/** A shop that is gone is not asked: its subscription is over, and the charge with it. */
export const chargeUsage: JobHandlers["charge-usage"] = async (
  { merchantId, chargeId },
  context,
) => {
  const shops = await context.merchantPorts(merchantId).store.listShops();
  const shop = shops.find(({ isConnected }) => isConnected) ?? shops[0];
  if (shop !== undefined) await charge(chargeId, context.deskPorts(shop));
};
