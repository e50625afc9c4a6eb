import type { LoaderFunctionArgs } from "@remix-run/node";
import type { Desk, Docket } from "#server/wiring";
import type { Shopify } from "./shopify.server.ts";

declare module "@remix-run/server-runtime" {
  /** What the server entry hands to every loader and action: the running program and its way to Shopify. */
  interface AppLoadContext {
    readonly docket: Pick<Docket, "deskFor" | "connectShop" | "receiveWebhook" | "environment">;
    readonly shopify: Shopify;
  }
}

type Context = LoaderFunctionArgs["context"];

export interface AdminSession {
  readonly desk: Desk;
  readonly shop: Desk["shop"];
  readonly admin: Awaited<ReturnType<Shopify["authenticateAdmin"]>>["admin"];
}

interface Opened {
  readonly asker: string;
  readonly session: Promise<AdminSession>;
}
const opened = new WeakMap<Context, Opened>();

/**
 * Who is asking, and what they may see: the one door of every embedded page. Throws the Response that Shopify's library
 * wants (bounce page, 401 for a stale session token, 410 for a robot). A shop seen for the first time is connected.
 *
 * The loaders of one request run at the same time and share one answer, else each would exchange a token. The answer is
 * bound to who asked, so that even a context shared by mistake gives nobody another shop's desk.
 */
export function authenticateAdmin({
  request,
  context,
}: Pick<LoaderFunctionArgs, "request" | "context">): Promise<AdminSession> {
  const asker = `${request.headers.get("authorization")} ${request.url}`;
  const known = opened.get(context);
  if (known?.asker === asker) return known.session;
  const session = openSession(request, context);
  opened.set(context, { asker, session });
  return session;
}

async function openSession(request: Request, { docket, shopify }: Context): Promise<AdminSession> {
  const { admin, session } = await shopify.authenticateAdmin(request);
  const shop = await docket.connectShop({ platform: "shopify", domain: session.shop });
  return { desk: docket.deskFor(shop), shop, admin };
}
