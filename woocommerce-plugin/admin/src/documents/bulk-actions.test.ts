import { expect, test } from "vitest";
import { bulkCommands } from "./bulk-actions.ts";

const draft = { documentId: "d", state: "draft" } as const;
const issued = { documentId: "i", state: "issued" } as const;
const redacted = { documentId: "r", state: "redacted" } as const;

test("each action reaches only the documents that it can be done to", () => {
  const commands = bulkCommands([draft, issued, redacted]);
  expect(commands.issue).toEqual({ intent: "issue", documentIds: ["d"], send: false });
  expect(commands.issueAndSend).toEqual({ intent: "issue", documentIds: ["d"], send: true });
  expect(commands.discard).toEqual({ intent: "discard", documentIds: ["d"] });
  expect(commands.send).toMatchObject({ intent: "send", documentIds: ["i"] });
  expect(commands.printable).toEqual(["i", "d"]);
  expect(commands.downloadable).toEqual(["i"]);
});

test("nothing can be done with nothing", () => {
  const commands = bulkCommands([redacted]);
  expect(commands).toMatchObject({ issue: null, issueAndSend: null, discard: null, send: null });
  expect(commands.printable).toEqual([]);
});
