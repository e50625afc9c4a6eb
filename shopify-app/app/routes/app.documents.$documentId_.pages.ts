import type { LoaderFunctionArgs } from "@remix-run/node";
import { authenticateAdmin } from "../authenticate-admin.server.ts";
import { refuse } from "../requests/refuse.server.ts";

/** The pages as SVG text. The browser shows each as an image, in which scripts and links are dead. */
export async function loader(args: LoaderFunctionArgs) {
  const { desk } = await authenticateAdmin(args);
  const pages = await desk.readPages(args.params["documentId"] ?? "");
  if (!pages) refuse(404);
  return Response.json({ pages }, { headers: { "Cache-Control": "private, no-store" } });
}
