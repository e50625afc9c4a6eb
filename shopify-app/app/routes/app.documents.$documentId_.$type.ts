import type { LoaderFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { authenticateAdmin } from "../authenticate-admin.server.ts";
import { fileResponse } from "../requests/file-response.server.ts";
import { refuse } from "../requests/refuse.server.ts";

const typeSchema = z.enum(["pdf", "ubl", "cii", "facturx"]);

/** One file of a document: its PDF or one of its electronic forms. */
export async function loader(args: LoaderFunctionArgs) {
  const { desk } = await authenticateAdmin(args);
  const type = typeSchema.safeParse(args.params["type"]);
  if (!type.success) refuse(404);
  return fileResponse(await desk.readFile(args.params["documentId"] ?? "", type.data));
}
