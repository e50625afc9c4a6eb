import type { LoaderFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { authenticateAdmin } from "../authenticate-admin.server.ts";
import { fileResponse } from "../requests/file-response.server.ts";
import { refuse } from "../requests/refuse.server.ts";

const idsSchema = z.array(z.string().max(100)).min(1).max(250);

export async function loader(args: LoaderFunctionArgs) {
  const { desk } = await authenticateAdmin(args);
  const ids = idsSchema.safeParse(new URL(args.request.url).searchParams.getAll("id"));
  if (!ids.success) refuse(400, "Choose 1 to 250 documents");
  return fileResponse(await desk.readZip(ids.data));
}
