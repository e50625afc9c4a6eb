import type { ActionFunctionArgs } from "@remix-run/node";
import type { BulkOutcome, Desk } from "#server/wiring";
import { emailSchema } from "#domain/party";
import { z } from "zod";
import { authenticateAdmin } from "../authenticate-admin.server.ts";
import type { CommandOutcome, DocumentCommand } from "../components/documents/document-command.ts";
import { shownFinding } from "../components/findings/shown-finding.ts";
import { readJson } from "../requests/read-json.server.ts";

const documentIds = z.array(z.string().min(1).max(100)).min(1).max(250);

const documentCommandSchema: z.ZodType<DocumentCommand> = z.discriminatedUnion("intent", [
  z.strictObject({ intent: z.literal("issue"), documentIds, send: z.boolean() }),
  z.strictObject({
    intent: z.literal("send"),
    documentIds,
    requestId: z.uuid(),
    recipient: emailSchema,
  }),
  z.strictObject({ intent: z.literal("discard"), documentIds }),
  z.strictObject({ intent: z.literal("check"), documentIds }),
]);

export async function action(args: ActionFunctionArgs): Promise<CommandOutcome> {
  const { desk } = await authenticateAdmin(args);
  const command = await readJson(args.request, documentCommandSchema);
  const { done, problems } = await run(desk, command);
  const mayBeFull =
    command.intent === "issue" && problems.some(({ findings }) => findings.length === 0);
  return {
    heldCount: mayBeFull ? await desk.countDocuments({ state: "draft", isHeld: true }) : 0,
    doneCount: done.length,
    problems: problems.map(({ findings, ...problem }) => ({
      ...problem,
      findings: findings.map(shownFinding),
    })),
  };
}

function run(desk: Desk, command: DocumentCommand): Promise<BulkOutcome> {
  switch (command.intent) {
    case "issue":
      return desk.issueDocuments(command.documentIds, command.send);
    case "send": {
      const { requestId, recipient } = command;
      return desk.sendDocuments(command.documentIds, {
        requestId,
        ...(recipient ? { recipient } : {}),
      });
    }
    case "discard":
      return desk.discardDrafts(command.documentIds);
    case "check":
      return desk.checkDocuments(command.documentIds);
  }
}
