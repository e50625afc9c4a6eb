import { issueDocuments } from "./bulk-actions.ts";
import type { BulkOutcome } from "./desk.ts";
import type { DeskPorts } from "./ports.ts";

const PAGE = 250;

/**
 * Issues the oldest of the drafts that wait for room in the plan, as far as each was to go when it was stopped, so that numbers
 * follow the order in which they were asked for. One that cannot be issued is told and passed by.
 */
export async function issueHeld(
  limit: number,
  ports: DeskPorts,
): Promise<BulkOutcome & { readonly left: number }> {
  const oldest = (await listHeld(ports)).slice(0, limit);
  const done: BulkOutcome["done"][number][] = [];
  const problems: BulkOutcome["problems"][number][] = [];
  for (const { documentId, heldAs } of oldest) {
    const outcome = await issueDocuments([documentId], heldAs === "issueAndSend", ports);
    done.push(...outcome.done);
    problems.push(...outcome.problems);
  }
  const left = await ports.store.countDocuments({ state: "draft", isHeld: true });
  return { done, problems, left };
}

async function listHeld({ store }: DeskPorts) {
  const held = [];
  let cursor: string | null | undefined;
  do {
    const page = await store.listDocuments(
      { state: "draft", isHeld: true },
      { limit: PAGE, ...(cursor ? { cursor } : {}) },
    );
    held.push(...page.rows);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return held.toSorted((a, b) => a.createdAt.localeCompare(b.createdAt));
}
