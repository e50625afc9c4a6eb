import { expect, test } from "vitest";
import type { Finding } from "#domain/doctor";
import type { HeldProblem, HeldRound } from "../api/types.ts";
import { issueAllHeld } from "./issue-all-held.ts";

const text = "Give an address.";
const finding: Finding = {
  ruleId: "BR-08",
  severity: "error",
  field: "seller",
  mendAt: "seller",
  message: { nl: text, fr: text, de: text, en: text },
};
const problem = (documentId: string, findings: readonly Finding[] = []): HeldProblem => ({
  documentId,
  message: "not possible",
  findings,
  document: null,
});
const refused = (documentId: string) => problem(documentId, [finding]);

/** Answers with these rounds, one after the other, and notes what was asked. */
function rounds(...answers: readonly (HeldRound | null)[]) {
  const asked: number[] = [];
  const ask = async (passed: number) => {
    const answer = answers[asked.length];
    asked.push(passed);
    if (answer === undefined) throw new Error("asked once too often");
    return answer;
  };
  return { ask, asked };
}
const always = () => true;

test("goes on until nothing waits, and tells after each round how many are done", async () => {
  const { ask, asked } = rounds(
    { problems: [], left: 30 },
    { problems: [], left: 5 },
    { problems: [], left: 0 },
  );
  const seen: number[] = [];
  const progress = await issueAllHeld(55, ask, ({ issuedCount }) => seen.push(issuedCount) > 0);
  expect(progress).toEqual({ issuedCount: 55, problems: [] });
  expect(seen).toEqual([25, 50, 55]);
  expect(asked).toEqual([0, 0, 0]);
});

test("passes by what the doctor refuses, names it once, and issues what is behind it", async () => {
  const both = [refused("a"), refused("b")];
  const { ask, asked } = rounds(
    { problems: both, left: 4 },
    { problems: both, left: 2 },
    { problems: both, left: 2 },
  );
  const progress = await issueAllHeld(4, ask, always);
  expect(progress.issuedCount).toBe(2);
  expect(progress.problems.map(({ documentId }) => documentId)).toEqual(["a", "b"]);
  expect(asked).toEqual([0, 2, 2]);
});

test("stops when the month is full again, whatever still waits", async () => {
  const { ask } = rounds({ problems: [problem("a")], left: 500 });
  expect((await issueAllHeld(500, ask, always)).issuedCount).toBe(0);
});

test("stops when another tab did it all, when the screen is left, and when a call failed", async () => {
  const { ask } = rounds({ problems: [], left: 0 });
  expect((await issueAllHeld(7, ask, always)).problems).toEqual([]);
  const many = rounds({ problems: [], left: 100 });
  expect((await issueAllHeld(125, many.ask, () => false)).issuedCount).toBe(25);
  const broken = rounds({ problems: [], left: 100 }, null);
  expect((await issueAllHeld(125, broken.ask, always)).issuedCount).toBe(25);
});
