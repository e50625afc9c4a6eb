import express, { type RequestHandler, type Router } from "express";
import { answering, answerThrown, json, neverKept, send } from "./answer.ts";
import type { ApiPorts } from "./api-ports.ts";
import { connectionEndpoints } from "./connection-endpoints.ts";
import { connectSchema, connectSite } from "./connect-site.ts";
import { documentEndpoints } from "./document-endpoints.ts";
import { linkRoute } from "./link-route.ts";
import { metricsRoute } from "./metrics-route.ts";
import { orderEndpoints } from "./order-endpoints.ts";
import { planEndpoints } from "./plan-endpoints.ts";
import { bodyOf, rawBody } from "./read-body.ts";
import { refuse } from "./refusal.ts";
import { settingsEndpoints } from "./settings-endpoints.ts";
import { shopEndpoints } from "./shop-endpoints.ts";
import { readJson, type Endpoints } from "./signed-call.ts";
import { verifyCall } from "./verify-call.ts";
import { webhookRoute } from "./webhook-route.ts";

/** Everything over HTTP that is not Shopify's: the WordPress plugin's API, WooCommerce's webhooks, links for customers. */
export function createApi(ports: ApiPorts): Router {
  const router = express.Router();
  router.get("/d/:token", linkRoute(ports));
  router.get("/metrics", neverKept, metricsRoute(ports));
  router.post("/webhooks/woocommerce/:shopId", neverKept, rawBody, webhookRoute(ports));
  router.use("/api/woocommerce/v1", neverKept, rawBody, pluginApi(ports));
  router.use(["/d", "/webhooks/woocommerce", "/api/woocommerce"], notFound);
  router.use(answerThrown((where, problem) => ports.report(where, problem)));
  return router;
}

function pluginApi(ports: ApiPorts): Router {
  const router = express.Router();
  router.post("/connect", connect(ports));
  const endpoints: Endpoints = {
    ...connectionEndpoints(ports),
    ...settingsEndpoints,
    ...documentEndpoints,
    ...orderEndpoints(ports),
    ...shopEndpoints(ports),
    ...planEndpoints(ports),
  };
  for (const [name, handle] of Object.entries(endpoints)) {
    const [method, path = ""] = name.split(" ");
    const route = router.route(path);
    const answer = signed(handle, ports);
    if (method === "GET") route.get(answer);
    else if (method === "POST") route.post(answer);
    else if (method === "PUT") route.put(answer);
    else route.delete(answer);
  }
  return router;
}

/** Each makes this service ask another one, and anybody may ask for that. */
const MOST_CONNECTING = 20;

function connect(ports: ApiPorts): RequestHandler {
  let connecting = 0;
  return answering(async (request, response) => {
    const facts = readJson({ body: bodyOf(request) }, connectSchema);
    if (connecting >= MOST_CONNECTING) {
      refuse("busy", "Many shops are connecting right now. Try again in a minute.");
    }
    connecting += 1;
    try {
      send(response, json(await connectSite(facts, ports)));
    } finally {
      connecting -= 1;
    }
  });
}

/** Verify, then one call to the desk, then its answer. */
const signed = (handle: Endpoints[keyof Endpoints], ports: ApiPorts): RequestHandler =>
  answering(async (request, response) => {
    const { shop, tokenId } = await verifyCall(request, ports);
    const { searchParams } = new URL(request.originalUrl, ports.publicUrl);
    const answer = await handle({
      shop,
      desk: ports.deskFor(shop),
      tokenId,
      params: request.params,
      query: searchParams,
      contentType: (request.get("Content-Type") ?? "").split(";")[0]?.trim() ?? "",
      body: bodyOf(request),
    });
    send(response, answer);
  });

const notFound: RequestHandler = (request) =>
  refuse("not-found", `There is no ${request.method} ${request.baseUrl + request.path}.`);
