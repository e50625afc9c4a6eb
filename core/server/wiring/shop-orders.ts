import { shopifyOrderSource, type AdminClient } from "#adapters/platform/shopify";
import type { Result } from "#domain/result";
import type {
  MerchantStore,
  OrderArchive,
  OrderSource,
  OrderSourceProblem,
  Shop,
} from "#domain/workflows";
import type { DeskPorts } from "../desk/index.ts";
import { snapshotOrders } from "../snapshots/index.ts";

/** What each platform's orders are read with. */
interface Sources {
  shopifyClient(domain: string): AdminClient;
  readonly sessions: { forgetSessions(domain: string): Promise<void> };
  archive(merchantId: string): OrderArchive;
}

/** Where a shop's orders are read, and the store that is right for it. */
export function shopOrders(
  { platform, domain, merchantId, shopId }: Shop,
  store: MerchantStore,
  sources: Sources,
): Pick<DeskPorts, "orders" | "store"> {
  switch (platform) {
    case "shopify": {
      const forget = () => sources.sessions.forgetSessions(domain);
      return { store, orders: shopifyOrders(sources.shopifyClient(domain), store, forget) };
    }
    case "woocommerce":
      return snapshotOrders(shopId, { archive: sources.archive(merchantId), store });
  }
}

/**
 * The shop's orders, with dates in the merchant's time zone as it is set now. Access that the shop refuses is forgotten:
 * Shopify's library would go on with it for an hour, while opening Docket without it brings a new one.
 */
function shopifyOrders(
  client: AdminClient,
  store: MerchantStore,
  forgetAccess: () => Promise<void>,
): OrderSource {
  const ask = async <Answer>(
    request: (source: OrderSource) => Promise<Result<Answer, OrderSourceProblem>>,
  ) => {
    const { timeZone } = await store.loadSettings();
    const answer = await request(shopifyOrderSource(client, timeZone));
    if (!answer.ok && answer.problem.code === "shop-disconnected") await forgetAccess();
    return answer;
  };
  return {
    readOrder: (orderId) => ask((source) => source.readOrder(orderId)),
    listOrders: (query, page) => ask((source) => source.listOrders(query, page)),
  };
}
