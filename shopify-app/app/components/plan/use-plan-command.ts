import { useFetcher } from "@remix-run/react";
import { useAppBridge } from "@shopify/app-bridge-react";
import { useState } from "react";
import { planWords as words } from "../../wording/plan.ts";
import { useAnswer } from "../use-answer.ts";
import type { PlanCommand, PlanOutcome } from "./plan-command.ts";

/** Runs a command of the plan page, says when it is done, and leaves for Shopify where that asks for an approval. */
export function usePlanCommand(onDone: () => void) {
  const shopify = useAppBridge();
  const fetcher = useFetcher<PlanOutcome>();
  const [command, setCommand] = useState<PlanCommand | null>(null);
  const [isLeaving, setIsLeaving] = useState(false);
  const isRunning = fetcher.state !== "idle" || isLeaving;
  const problem =
    !isRunning && fetcher.data && "problem" in fetcher.data ? fetcher.data : undefined;

  useAnswer(fetcher, (outcome) => {
    if ("approvalUrl" in outcome) {
      setIsLeaving(true);
      // App Bridge takes it out of the frame: Shopify's approval cannot be shown inside.
      open(outcome.approvalUrl, "_top");
      return;
    }
    // What is wrong with a field is shown where it was typed.
    if (!("problem" in outcome) || outcome.field === "") onDone();
    if ("done" in outcome) shopify.toast.show(DONE[outcome.done]);
  });

  return {
    run: (next: PlanCommand) => {
      if (isRunning) return;
      setCommand(next);
      fetcher.submit(next, { method: "post", encType: "application/json" });
    },
    isRunning,
    runningText: isLeaving
      ? words.select.leaving
      : isRunning && command
        ? RUNNING[command.intent]
        : null,
    /** Why nothing was done; "" when it was. */
    problem: problem?.field === "" ? problem.problem : "",
    capProblem: problem?.field === "cap" ? problem.problem : "",
  };
}

type ByIntent = Readonly<Record<PlanCommand["intent"], string>>;

const RUNNING: ByIntent = {
  select: words.select.running,
  changeCap: words.saving,
  cancel: words.cancel.running,
  requestDirect: words.saving,
  withdrawDirect: words.saving,
};

const DONE: ByIntent = {
  select: words.select.done,
  changeCap: words.extra.saved,
  cancel: words.cancel.done,
  requestDirect: words.leaving.sent,
  withdrawDirect: words.leaving.withdrawn,
};
