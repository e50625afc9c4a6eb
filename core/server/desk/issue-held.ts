import { hasRoom, usagePeriodOf } from "#domain/billing";
import { loadPlan } from "#domain/workflows";
import { issueDocuments } from "./bulk-actions.ts";
import type { BulkOutcome } from "./desk.ts";
import type { DeskPorts } from "./ports.ts";

/**
 * Issues the oldest of the drafts that wait for room in the plan, as far as each was to go when it was stopped, so that numbers
 * follow the orders. One that cannot be issued is told and passed by; a full month ends it.
 */
export async function issueHeld(
  limit: number,
  ports: DeskPorts,
): Promise<BulkOutcome & { readonly left: number }> {
  const done: BulkOutcome["done"][number][] = [];
  const problems: BulkOutcome["problems"][number][] = [];
  for (const { documentId, heldAs } of await ports.store.listHeld(limit)) {
    if (!(await isRoomLeft(ports))) break;
    const outcome = await issueDocuments([documentId], heldAs === "issueAndSend", ports);
    done.push(...outcome.done);
    problems.push(...outcome.problems);
  }
  const left = await ports.store.countDocuments({ state: "draft", isHeld: true });
  return { done, problems, left };
}

async function isRoomLeft(ports: DeskPorts): Promise<boolean> {
  const { billing, store, clock } = ports;
  const [{ allowance }, { timeZone }] = await Promise.all([loadPlan(ports), store.loadSettings()]);
  return hasRoom(allowance, await billing.countIssued(usagePeriodOf(clock.today(timeZone))));
}
