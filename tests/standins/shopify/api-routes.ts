import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { Billing } from "./billing/billing.ts";
import type { Executor } from "./graphql/executor.ts";
import type { Faults } from "./faults.ts";
import { fieldsOf, json, type Reply, type Request, type Route } from "./http.ts";
import type { OAuth } from "./oauth.ts";
import { API_VERSION } from "./options.ts";
import type { ShopState, ShopStore } from "./shop-state.ts";

/** One request that the app made, for tests to look at. Secrets included: it is a stand-in. */
export interface LoggedRequest {
  readonly method: string;
  readonly url: string;
  readonly body: unknown;
  readonly status: number;
}

export interface ApiWorld {
  readonly shops: ShopStore;
  readonly oauth: OAuth;
  readonly billing: Billing;
  readonly executor: Executor;
  readonly faults: Faults;
  readonly log: LoggedRequest[];
}

const graphqlBodySchema = z.object({
  query: z.string(),
  variables: z.record(z.string(), z.unknown()).nullish(),
});

const UNAUTHORISED = {
  errors: "[API] Invalid API key or access token (unrecognized login or wrong password)",
};

/** What `register.mjs` sends here instead of to https://{shop}.myshopify.com. */
export function apiRoutes(world: ApiWorld): Route[] {
  const logged =
    (answer: (shop: ShopState, request: Request) => Reply | Promise<Reply>) =>
    async (request: Request): Promise<Reply> => {
      const { host = "", rest = "" } = request.params;
      const reply = await answer(world.shops.open(host), request);
      world.log.push({
        method: request.method,
        url: `https://${host}/admin/${rest}`,
        body: readBody(request),
        status: reply.status,
      });
      return reply;
    };
  return [
    {
      method: "POST",
      path: /^\/_host\/(?<host>[^/]+)\/admin\/(?<rest>oauth\/access_token)$/,
      handle: logged((shop, request) => {
        const { status, body } = world.oauth.answer(shop, fieldsOf(request));
        return json(status, body);
      }),
    },
    {
      method: "POST",
      path: /^\/_host\/(?<host>[^/]+)\/admin\/(?<rest>api\/(?<version>[^/]+)\/graphql\.json)$/,
      handle: logged((shop, request) => graphql(world, shop, request)),
    },
  ];
}

async function graphql(world: ApiWorld, shop: ShopState, request: Request): Promise<Reply> {
  if (request.params["version"] !== API_VERSION) return json(404, { errors: "Not Found" });
  const token = String(request.headers["x-shopify-access-token"] ?? "");
  if (shop.installation !== "installed" || !world.oauth.isValid(shop, token))
    return json(401, UNAUTHORISED);
  // https://shopify.dev/docs/api/usage/response-codes: 402, "the shop is frozen".
  if (shop.isClosed) return json(402, { errors: "Unavailable Shop" });
  if (world.faults.use("unavailableNext")) return json(503, { errors: "Service Unavailable" });
  const body = graphqlBodySchema.safeParse(readBody(request));
  if (!body.success)
    return json(400, { errors: { query: "Required parameter missing or invalid" } });
  world.billing.catchUp(shop);
  const answer = await world.executor.answer(
    { query: body.data.query, variables: body.data.variables ?? {}, shop },
    world.faults.use("throttleNext"),
  );
  return json(200, answer, {
    "x-shopify-api-version": API_VERSION,
    "x-request-id": randomUUID(),
  });
}

function readBody({ body }: Request): unknown {
  try {
    return JSON.parse(body.toString("utf8"));
  } catch {
    return undefined;
  }
}
