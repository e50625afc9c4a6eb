import type { ActionFunctionArgs } from "@remix-run/node";
import { emailSchema } from "#domain/party";
import { asSentence } from "#domain/result";
import { z } from "zod";
import { authenticateAdmin } from "../authenticate-admin.server.ts";
import type { TestMailOutcome } from "../components/settings/test-mail-card.tsx";
import { readJson } from "../requests/read-json.server.ts";

export async function action(args: ActionFunctionArgs): Promise<TestMailOutcome> {
  const { desk } = await authenticateAdmin(args);
  const form = await readJson(args.request, z.strictObject({ recipient: z.string().max(1000) }));
  const recipient = emailSchema.min(1).safeParse(form.recipient);
  if (!recipient.success) {
    const [issue] = recipient.error.issues;
    return { recipient: form.recipient, problem: asSentence(issue?.message ?? "") };
  }
  const sent = await desk.sendTestMail(recipient.data);
  return { recipient: recipient.data, problem: sent.ok ? "" : sent.problem.message };
}
