import type { ShownFinding } from "../findings/shown-finding.ts";

/** What one request made of the drafts that wait. */
export interface HeldRound {
  readonly problems: readonly HeldProblem[];
  /** How many still wait, those with a problem among them. */
  readonly left: number;
}

export interface HeldProblem {
  readonly documentId: string;
  /** How people know it. */
  readonly name: string;
  readonly message: string;
  readonly findings: readonly ShownFinding[];
}

export interface HeldProgress {
  readonly issuedCount: number;
  readonly problems: readonly HeldProblem[];
}

/** No request looks past more drafts than these. */
export const MOST_PASSED = 250;

/**
 * Asks for round after round until none of `waiting` drafts is left, nothing moves any more, or `onRound` says stop (false).
 * A draft that cannot be issued stays the oldest, so each round is told how many may be in its way (`passed`).
 */
export async function issueAllHeld(
  waiting: number,
  ask: (passed: number) => Promise<HeldRound>,
  onRound: (progress: HeldProgress) => boolean,
): Promise<HeldProgress> {
  const problems = new Map<string, HeldProblem>();
  let before = waiting;
  for (;;) {
    const { left, problems: met } = await ask(Math.min(problems.size, MOST_PASSED));
    const fresh = met.filter(({ documentId }) => !problems.has(documentId));
    for (const problem of met) problems.set(problem.documentId, problem);
    const progress = { issuedCount: Math.max(0, waiting - left), problems: [...problems.values()] };
    const goesOn = onRound(progress);
    // What the doctor refuses is one draft's matter. Any other problem, such as a full month, meets those behind it too.
    const moves = left < before || fresh.some(({ findings }) => findings.length > 0);
    if (left === 0 || !moves || !goesOn) return progress;
    before = left;
  }
}
