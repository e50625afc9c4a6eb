import { warnOfUsage as warn } from "#domain/workflows";
import type { JobHandlers } from "./job-context.ts";

/** Who has no shop any more needs no warning. */
export const warnOfUsage: JobHandlers["warn-of-usage"] = async (
  { merchantId, ...warning },
  context,
) => {
  const shops = await context.merchantPorts(merchantId).store.listShops();
  const shop = shops.find(({ isConnected }) => isConnected);
  if (shop === undefined) return;
  await warn(warning, { ...context.deskPorts(shop), planUrl: context.planUrl(shop) });
};
