import { useState } from "@wordpress/element";
import { call, servicePath } from "../api/call.ts";
import type { Problem } from "../api/problem.ts";
import type { BulkOutcome, BulkProblem } from "../api/types.ts";
import { useTask } from "../api/use-task.ts";
import { useToast } from "../frame/toasts.tsx";
import { commandWords } from "../wording/commands.ts";
import type { DocumentCommand } from "./document-command.ts";

const NO_PROBLEMS: readonly BulkProblem[] = [];

/** Runs a command, says when it is done, and keeps what could not be done for showing. */
export function useDocumentCommand(
  onDone: (command: DocumentCommand, outcome: BulkOutcome) => void,
) {
  const tell = useToast();
  const task = useTask();
  const [problems, setProblems] = useState(NO_PROBLEMS);
  const [heldCount, setHeldCount] = useState(0);
  const [failure, setFailure] = useState<Problem | null>(null);

  const run = async (command: DocumentCommand) => {
    const words = commandWords(command);
    setProblems(NO_PROBLEMS);
    setFailure(null);
    const answer = await task.run(words.running, () =>
      call<BulkOutcome>(servicePath("documents/commands"), { method: "POST", data: command }),
    );
    if (!answer.ok) return setFailure(answer.problem);
    const { done } = answer.value;
    if (done.length > 0) tell(words.done(done.length));
    setProblems(answer.value.problems);
    setHeldCount(answer.value.heldCount);
    onDone(command, answer.value);
  };
  return {
    run: (command: DocumentCommand) => void run(command),
    runningText: task.text,
    /** Documents that could not be done. */
    problems,
    /** How many drafts wait for room in the plan, where that may be why. */
    heldCount,
    /** Why nothing at all was done; null when something was. */
    failure,
  };
}
