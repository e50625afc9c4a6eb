import { issueAllHeld, type HeldRound } from "#domain/screens";
import { useRevalidator } from "@remix-run/react";
import { useAppBridge } from "@shopify/app-bridge-react";
import { useEffect, useRef, useState } from "react";
import { planWords } from "../../wording/plan.ts";
import type { HeldProblem } from "./plan-view.ts";

const words = planWords.held;

/** Issues what waits, a few in each request, and tells how far it is. Leaving the page stops it after the request under way. */
export function useIssueHeld() {
  const shopify = useAppBridge();
  const { revalidate } = useRevalidator();
  const [running, setRunning] = useState<{ done: number; all: number } | null>(null);
  const [problems, setProblems] = useState<readonly HeldProblem[]>([]);
  const [isStopped, setIsStopped] = useState(false);
  const isLeft = useRef(false);
  useEffect(() => {
    isLeft.current = false;
    return () => {
      isLeft.current = true;
    };
  }, []);

  const ask = async (passed: number) => {
    const round = await askForRound(passed).catch(() => null);
    if (round === null) setIsStopped(true);
    return round;
  };
  const issue = async (all: number) => {
    setProblems([]);
    setIsStopped(false);
    setRunning({ done: 0, all });
    const outcome = await issueAllHeld(all, ask, ({ issuedCount }) => {
      setRunning({ done: issuedCount, all });
      return !isLeft.current;
    });
    setProblems(outcome.problems);
    if (outcome.issuedCount > 0) shopify.toast.show(words.done(outcome.issuedCount));
    setRunning(null);
    revalidate();
  };
  return {
    issue: (all: number) => void issue(all),
    isRunning: running !== null,
    runningText: running && words.running(running.done, running.all),
    problems,
    /** An answer did not come. */
    isStopped,
  };
}

async function askForRound(passed: number): Promise<HeldRound<HeldProblem>> {
  const response = await fetch("/app/plan/held", {
    method: "post",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ passed }),
  });
  if (!response.ok) throw new Error(`not issued (${response.status})`);
  const round: HeldRound<HeldProblem> = await response.json();
  return round;
}
