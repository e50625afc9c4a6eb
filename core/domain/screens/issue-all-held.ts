/** What one request made of the drafts that wait. */
export interface HeldRound<Problem extends HeldProblem> {
  readonly problems: readonly Problem[];
  /** How many still wait, those with a problem among them. */
  readonly left: number;
}

interface HeldProblem {
  readonly documentId: string;
  readonly findings: readonly unknown[];
}

interface HeldProgress<Problem> {
  readonly issuedCount: number;
  readonly problems: readonly Problem[];
}

/** No request looks past more drafts than these. */
export const MOST_PASSED = 250;

/**
 * Asks for round after round until none of `waiting` drafts is left, nothing moves any more, or `onRound` says stop (false).
 * A draft that cannot be issued stays the oldest, so each round is told how many may be in its way (`passed`). Null, the answer
 * of a round that failed, ends it too.
 */
export async function issueAllHeld<Problem extends HeldProblem>(
  waiting: number,
  ask: (passed: number) => Promise<HeldRound<Problem> | null>,
  onRound: (progress: HeldProgress<Problem>) => boolean,
): Promise<HeldProgress<Problem>> {
  const problems = new Map<string, Problem>();
  let progress: HeldProgress<Problem> = { issuedCount: 0, problems: [] };
  let before = waiting;
  for (;;) {
    const round = await ask(Math.min(problems.size, MOST_PASSED));
    if (round === null) return progress;
    const { left, problems: met } = round;
    const fresh = met.filter(({ documentId }) => !problems.has(documentId));
    for (const problem of met) problems.set(problem.documentId, problem);
    progress = { issuedCount: Math.max(0, waiting - left), problems: [...problems.values()] };
    const goesOn = onRound(progress);
    // What the doctor refuses is one draft's matter. Any other problem, such as a full month, meets those behind it too.
    const moves = left < before || fresh.some(({ findings }) => findings.length > 0);
    if (left === 0 || !moves || !goesOn) return progress;
    before = left;
  }
}
