import { expect, test } from "vitest";
import { newJournal } from "./new-journal.ts";

test("a new journal takes no other's id", () => {
  expect(newJournal([], "New").journalId).toBe("journal-1");
  const taken = [{ journalId: "invoices" }, { journalId: "journal-3" }];
  expect(newJournal(taken, "New")).toMatchObject({
    journalId: "journal-4",
    pattern: "J4-{year}-{number:4}",
  });
});
