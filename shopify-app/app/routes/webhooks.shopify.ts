import type { ActionFunctionArgs } from "@remix-run/node";
import { readBody } from "../requests/read-body.server.ts";

/** An order with a thousand lines stays well below this. */
const MAX_WEBHOOK_BYTES = 5_000_000;

/**
 * Every event of every shop: verified, stored, acknowledged. Work happens in a job that the inbox adds (decision: inbox first).
 * An event of a shop that we do not know is acknowledged too; Shopify would only repeat it.
 */
export async function action({ request, context }: ActionFunctionArgs) {
  if (request.method !== "POST") return methodNotAllowed();
  const rawBody = new TextDecoder().decode(await readBody(request, MAX_WEBHOOK_BYTES));
  const check = await context.shopify.validateWebhook({ rawBody, rawRequest: request });
  if (!check.valid) {
    return new Response(null, { status: check.reason === "invalid_hmac" ? 401 : 400 });
  }
  const payload = parseJson(rawBody);
  if (payload === undefined) return new Response("The body is not JSON", { status: 400 });
  const outcome = await context.docket.receiveWebhook({
    topic: request.headers.get("X-Shopify-Topic") ?? check.topic,
    shopDomain: check.domain,
    eventId: (check.webhookType === "webhooks" && check.eventId) || check.webhookId,
    webhookId: check.webhookId,
    triggeredAt: check.triggeredAt ?? new Date().toISOString(),
    payload,
  });
  return new Response(outcome);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

export const loader = () => methodNotAllowed();

const methodNotAllowed = () => new Response(null, { status: 405, headers: { Allow: "POST" } });
