import { expect, test, vi } from "vitest";
import type { DocumentCommand } from "./document-command.ts";
import { bulkActions } from "./bulk-actions.ts";

const draft = { documentId: "d1", state: "draft" } as const;
const anAsk = () => vi.fn<(command: DocumentCommand) => void>();
const aDownload = () => vi.fn<(documentIds: readonly string[]) => void>();
const issued = { documentId: "d2", state: "issued" } as const;

test("issuing takes the drafts of a mixed selection, downloading the issued ones", () => {
  const ask = anAsk();
  const download = aDownload();
  const { promoted, others } = bulkActions([draft, issued], { ask, download });
  promoted[0]?.onAction();
  others[0]?.onAction();
  expect(ask).toHaveBeenCalledWith({ intent: "issue", documentIds: ["d1"], send: true });
  expect(download).toHaveBeenCalledWith(["d2"]);
});

test("what applies to nothing in the selection is off", () => {
  const { promoted, others } = bulkActions([issued], { ask: anAsk(), download: aDownload() });
  const off = [...promoted, ...others].filter(({ disabled }) => disabled);
  expect(off.map(({ content }) => content)).toEqual(["Issue and send", "Issue", "Discard drafts"]);
});
