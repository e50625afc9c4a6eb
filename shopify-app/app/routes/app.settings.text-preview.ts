import type { ActionFunctionArgs } from "@remix-run/node";
import { languageSchema } from "#domain/merchant";
import { z } from "zod";
import { authenticateAdmin } from "../authenticate-admin.server.ts";
import type { PreviewOutcome } from "../components/settings/use-text-preview.ts";
import { readJson } from "../requests/read-json.server.ts";

const text = z.string().max(10_000);
const previewSchema = z.strictObject({
  language: languageSchema,
  paidState: z.enum(["paid", "toBePaid", "credited"]),
  caption: text,
  subject: text,
  body: text,
});

/** How texts that are being written read on a sample order. Saves nothing. */
export async function action(args: ActionFunctionArgs) {
  const { desk } = await authenticateAdmin(args);
  const preview = await desk.previewTexts(await readJson(args.request, previewSchema));
  const outcome: PreviewOutcome = preview.ok
    ? { preview: preview.value, problem: "" }
    : { preview: null, problem: preview.problem.message };
  return Response.json(outcome);
}
