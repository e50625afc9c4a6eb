import { expect, test } from "vitest";
import { issueAllHeld, type HeldRound } from "./issue-all-held.ts";

const finding = {
  ruleId: "BR-08",
  severity: "error",
  field: "seller",
  message: "Give an address.",
  mendAt: "seller",
} as const;
const problem = (documentId: string, findings: HeldRound["problems"][number]["findings"] = []) => ({
  documentId,
  name: documentId,
  message: "not possible",
  findings,
});
const refused = (documentId: string) => problem(documentId, [finding]);

/** Answers with these rounds, one after the other, and notes what was asked. */
function rounds(...answers: readonly HeldRound[]) {
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

test("what was issued and has no address to go to is told, and does not stop the rest", async () => {
  const { ask } = rounds({ problems: [problem("a")], left: 3 }, { problems: [], left: 0 });
  expect(await issueAllHeld(4, ask, always)).toEqual({ issuedCount: 4, problems: [problem("a")] });
});

test("stops when the month is full again, whatever still waits", async () => {
  const { ask } = rounds({ problems: [problem("a")], left: 500 });
  expect((await issueAllHeld(500, ask, always)).issuedCount).toBe(0);
});

test("stops when another tab did it all, and when the page is left", async () => {
  const { ask } = rounds({ problems: [], left: 0 });
  expect((await issueAllHeld(7, ask, always)).problems).toEqual([]);
  const many = rounds({ problems: [], left: 100 });
  expect((await issueAllHeld(125, many.ask, () => false)).issuedCount).toBe(25);
});

test("an answer that does not come is the caller's to tell", async () => {
  const { ask } = rounds({ problems: [], left: 100 });
  await expect(issueAllHeld(125, ask, always)).rejects.toThrow("asked once too often");
});
