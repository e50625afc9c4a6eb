import { useState } from "@wordpress/element";
import type { PlanChoice } from "#domain/billing";
import { call, servicePath } from "../api/call.ts";
import type { Problem } from "../api/problem.ts";
import { useTask } from "../api/use-task.ts";
import { useToast } from "../frame/toasts.tsx";
import { planWords as words } from "../wording/plan.ts";

/** Chooses, withdraws or ends; says when it is done, and keeps why it was not. */
export function usePlanCommand(onDone: () => void) {
  const tell = useToast();
  const task = useTask();
  const [failure, setFailure] = useState<Problem | null>(null);

  const run = async (path: string, data: object, said: { running: string; done: string }) => {
    setFailure(null);
    const answer = await task.run(said.running, () =>
      call<unknown>(servicePath(path), { method: "POST", data }),
    );
    if (answer.ok) tell(said.done);
    else setFailure(answer.problem);
    onDone();
  };
  const withdrawn = { running: words.request.running, done: words.request.withdrawn };
  return {
    select: (choice: PlanChoice) => void run("plan/select", choice, words.select),
    withdraw: () => void run("plan/direct-request", { choice: null }, withdrawn),
    cancel: () => void run("plan/cancel", {}, words.cancel),
    runningText: task.text,
    /** Why nothing was done; null when it was. */
    failure,
  };
}
