import { warnOfUsage as warn } from "#domain/workflows";
import type { JobHandlers } from "./job-context.ts";

/** Who has no shop any more needs no warning, now or later. */
export const warnOfUsage: JobHandlers["warn-of-usage"] = async (
  { merchantId, ...warning },
  context,
) => {
  const { store, billing } = context.merchantPorts(merchantId);
  const shops = await store.listShops();
  const shop = shops.find(({ isConnected }) => isConnected);
  if (shop === undefined) {
    await billing.markWarned(warning);
    return;
  }
  await warn(warning, { ...context.deskPorts(shop), planUrl: context.planUrl(shop) });
};
