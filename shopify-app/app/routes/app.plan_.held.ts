import { MOST_PASSED, type HeldRound } from "#domain/screens";
import type { Desk } from "#server/wiring";
import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { authenticateAdmin } from "../authenticate-admin.server.ts";
import { documentName } from "../components/documents/document-name.ts";
import { shownFinding } from "../components/findings/shown-finding.ts";
import type { HeldProblem } from "../components/plan/plan-view.ts";
import { readJson } from "../requests/read-json.server.ts";

/** So many are issued well before a browser or a proxy gives up. */
const ROUND_LENGTH = 25;

/** `passed`: how many of the oldest could not be issued before and are in the way. */
const roundSchema = z.strictObject({ passed: z.int().min(0).max(MOST_PASSED) });

/** Issues a few of the drafts that wait for the plan. */
export async function action(args: ActionFunctionArgs): Promise<HeldRound<HeldProblem>> {
  const { desk } = await authenticateAdmin(args);
  const { passed } = await readJson(args.request, roundSchema);
  const { problems, left } = await desk.issueHeld(ROUND_LENGTH + passed);
  return {
    left,
    problems: await Promise.all(
      problems.map(async ({ findings, ...problem }) => ({
        ...problem,
        name: await nameOf(desk, problem.documentId),
        findings: findings.map(shownFinding),
      })),
    ),
  };
}

async function nameOf(desk: Desk, documentId: string): Promise<string> {
  const summary = (await desk.loadDocument(documentId))?.stored.summary;
  return summary ? `${documentName(summary)} (order ${summary.orderNumber})` : documentId;
}
