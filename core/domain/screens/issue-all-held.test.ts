import { expect, test } from "vitest";
import { issueAllHeld, type HeldRound } from "./index.ts";

interface Problem {
  readonly documentId: string;
  readonly findings: readonly string[];
}
const problem = (documentId: string): Problem => ({ documentId, findings: [] });
const refused = (documentId: string): Problem => ({ documentId, findings: ["BR-08"] });

/** Answers with these rounds, one after the other, and notes what was asked. */
function rounds(...answers: readonly (HeldRound<Problem> | null)[]) {
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

test("keeps what was done before an answer that does not come", async () => {
  const { ask } = rounds({ problems: [refused("a")], left: 100 }, null);
  const progress = await issueAllHeld(125, ask, always);
  expect(progress).toEqual({ issuedCount: 25, problems: [refused("a")] });
});
