import type { LoaderFunctionArgs } from "@remix-run/node";
import { authenticateAdmin } from "../authenticate-admin.server.ts";

/** Shopify's library answers here itself: the bounce page that fetches a session token, and the way out of the frame. */
export async function loader(args: LoaderFunctionArgs) {
  await authenticateAdmin(args);
  return null;
}
