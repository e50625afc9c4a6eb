import { failed, ok } from "#domain/result";
import type { BillingProvider, BillingStore, Clock } from "#domain/workflows";
import { reportedFrom } from "./reported-from.ts";

export interface WordpressBillingPorts {
  readonly billing: Pick<BillingStore, "loadAccount">;
  readonly clock: Pick<Clock, "now">;
  /** The marketplace's page of the merchant's subscriptions. */
  readonly manageUrl: string;
}

/**
 * The marketplace that sells the plugin. It bills on its own pages and tells the merchant's site, and the plugin reports it
 * (`readMarketplaceReport`): the account keeps what was reported last.
 */
export function wordpressBilling({
  billing,
  clock,
  manageUrl,
}: WordpressBillingPorts): BillingProvider {
  return {
    channel: "wordpress",
    manageUrl,
    chargesUsage: false,
    readSubscriptions: async () =>
      ok(reportedFrom(await billing.loadAccount(), { channel: "wordpress", now: clock.now() })),
    requestPlan: elsewhere,
    requestUsageCap: elsewhere,
    cancel: elsewhere,
    chargeUsage: elsewhere,
    listCharges: elsewhere,
  };
}

const elsewhere = async () =>
  failed({
    code: "managed-elsewhere",
    message: "The marketplace where you bought the plugin sends the bill. Manage it there.",
  } as const);
