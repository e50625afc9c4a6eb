import type { LoaderFunctionArgs } from "@remix-run/node";
import { authenticateAdmin } from "../authenticate-admin.server.ts";
import { fileResponse } from "../requests/file-response.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { desk } = await authenticateAdmin(args);
  return fileResponse(await desk.readPdf(args.params["documentId"] ?? ""));
}
