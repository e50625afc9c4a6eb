import { json } from "./answer.ts";
import type { ApiPorts } from "./api-ports.ts";
import type { Endpoints } from "./signed-call.ts";

/** The connection of a shop, seen from its own side. */
export const connectionEndpoints = ({ shops, connections, version }: ApiPorts): Endpoints => ({
  "GET /connection": async ({ shop }) =>
    json({
      state: "connected",
      domain: shop.domain,
      lastEventAt: await connections.findLastEventAt(shop.shopId),
      adminVersion: version,
    }),

  "POST /connection/rotate": async ({ shop }) =>
    json({ secret: await connections.renewSecret(shop.shopId) }),

  "DELETE /connection": async ({ shop }) => {
    await connections.revokeSecret(shop.shopId);
    await shops.disconnectShop(shop.shopId);
    return json({});
  },
});
