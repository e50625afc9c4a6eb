import { examineDocument } from "#domain/doctor";
import type { DeskPorts } from "./ports.ts";

/** Those of these documents that are drafts which the doctor refuses to issue. */
export async function findDraftsToMend(
  documentIds: readonly string[],
  { store }: Pick<DeskPorts, "store">,
): Promise<readonly string[]> {
  const found = await Promise.all(documentIds.map((documentId) => store.findDocument(documentId)));
  return found.flatMap((stored) =>
    stored?.state === "draft" &&
    examineDocument(stored.draft).some(({ severity }) => severity === "error")
      ? [stored.summary.documentId]
      : [],
  );
}
