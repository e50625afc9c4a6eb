import { issueAllHeld, type HeldRound } from "#domain/screens";
import { useEffect, useState } from "@wordpress/element";
import { call, servicePath } from "../api/call.ts";
import type { Problem } from "../api/problem.ts";
import type { HeldProblem } from "../api/types.ts";
import { useTask } from "../api/use-task.ts";
import { useToast } from "../frame/toasts.tsx";
import { planWords } from "../wording/plan.ts";

const words = planWords.held;
const NO_PROBLEMS: readonly HeldProblem[] = [];

/** So many are issued well before a browser or a proxy gives up. */
const ROUND_LENGTH = 25;

/** Issues what waits, a few in each call, and tells how far it is. Leaving the screen stops it after the call under way. */
export function useIssueHeld(onDone: () => void) {
  const tell = useToast();
  const task = useTask();
  const [problems, setProblems] = useState(NO_PROBLEMS);
  const [failure, setFailure] = useState<Problem | null>(null);
  const [leaving] = useState(() => new AbortController());
  useEffect(() => () => leaving.abort(), [leaving]);

  const ask = async (passed: number): Promise<HeldRound<HeldProblem> | null> => {
    const data = { limit: ROUND_LENGTH, passed };
    const path = servicePath("plan/issue-held");
    const answer = await call<HeldRound<HeldProblem>>(path, { method: "POST", data });
    if (answer.ok) return answer.value;
    setFailure(answer.problem);
    return null;
  };

  const issue = async (all: number) => {
    setProblems(NO_PROBLEMS);
    setFailure(null);
    const outcome = await task.run(words.running(0, all), () =>
      issueAllHeld(all, ask, ({ issuedCount }) => {
        task.setText(words.running(issuedCount, all));
        return !leaving.signal.aborted;
      }),
    );
    setProblems(outcome.problems);
    if (outcome.issuedCount > 0) tell(words.done(outcome.issuedCount));
    onDone();
  };
  return { issue: (all: number) => void issue(all), runningText: task.text, problems, failure };
}
