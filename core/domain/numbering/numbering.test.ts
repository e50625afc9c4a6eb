import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { journalPatternSchema, journalSchema } from "#domain/merchant";
import { formatNumber, nextPosition, type JournalPosition } from "./index.ts";

const journal = journalSchema.parse({
  journalId: "invoices",
  name: "Invoices",
  pattern: "{year}-{number:4}",
});
const endless = journalSchema.parse({
  journalId: "f",
  name: "F",
  pattern: "F{number}",
  resetsYearly: false,
});
const at = (changes: Partial<JournalPosition>): JournalPosition => ({
  nextNumber: 1,
  period: "",
  lastIssueDate: "",
  ...changes,
});

it("goes on after the merchant's last number", () => {
  expect(nextPosition(journal, at({ nextNumber: 116 }), "2026-11-21")).toEqual({
    number: "2026-0116",
    sequence: 116,
    period: "2026",
    issueDate: "2026-11-21",
    after: { nextNumber: 117, period: "2026", lastIssueDate: "2026-11-21" },
  });
});

describe("a new year", () => {
  const december = at({ nextNumber: 42, period: "2026", lastIssueDate: "2026-12-31" });

  it("starts again at 1", () => {
    expect(nextPosition(journal, december, "2027-01-01")).toMatchObject({
      number: "2027-0001",
      sequence: 1,
    });
  });

  it("goes on in a journal that never starts again", () => {
    const position = { ...december, period: "" };
    expect(nextPosition(endless, position, "2027-01-01")).toMatchObject({
      number: "F42",
      period: "",
    });
  });
});

it("never dates a document before the one before it, even over New Year", () => {
  const january = at({ nextNumber: 2, period: "2027", lastIssueDate: "2027-01-01" });
  expect(nextPosition(journal, january, "2026-12-31")).toMatchObject({
    number: "2027-0002",
    issueDate: "2027-01-01",
  });
});

it("has no gap, no double and no step back in time, whatever the days", () => {
  const days = fc.array(
    fc.constantFrom("2026-12-30", "2026-12-31", "2027-01-01", "2027-06-01", "2028-01-01"),
    { maxLength: 40 },
  );
  fc.assert(
    fc.property(days, (dates) => {
      let position = at({});
      const taken = dates.map((today) => {
        const next = nextPosition(journal, position, today);
        position = next.after;
        return next;
      });
      expect(new Set(taken.map(({ number }) => number)).size).toBe(taken.length);
      taken.forEach((next, index) => {
        const before = taken[index - 1];
        expect(next.sequence).toBe(before?.period === next.period ? before.sequence + 1 : 1);
        expect(next.issueDate >= (before?.issueDate ?? "")).toBe(true);
      });
    }),
  );
});

it.each([
  ["{year}/{number}", "2026/7"],
  ["F-{number:6}", "F-000007"],
  ["{number:2}.{year}", "07.2026"],
])("formats %s", (pattern, expected) => {
  expect(formatNumber({ pattern }, 7, "2026-11-21")).toBe(expected);
});

it.each([
  ["INV", "the pattern needs {number}"],
  ["{year}", "the pattern needs {number}"],
  ["{month}-{number}", "use letters"],
  ["<b>{number}", "use letters"],
  ["", "give a pattern"],
])("refuses the pattern %s", (pattern, message) => {
  const parsed = journalPatternSchema.safeParse(pattern);
  expect(parsed.error?.issues.map((issue) => issue.message).join()).toContain(message);
});

it("refuses a yearly journal without a year: two years would share a number", () => {
  const parsed = journalSchema.safeParse({
    journalId: "a",
    name: "A",
    pattern: "{number}",
    resetsYearly: true,
  });
  expect(parsed.error?.issues[0]).toMatchObject({ path: ["pattern"] });
});
