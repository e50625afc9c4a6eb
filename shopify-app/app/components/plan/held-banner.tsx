import { Banner } from "@shopify/polaris";
import { planWords } from "../../wording/plan.ts";
import { ProblemsBanner } from "../documents/problems-banner.tsx";
import type { HeldProblem } from "./plan-view.ts";

const words = planWords.held;
const DRAFTS_URL = "/app/documents?view=drafts";

interface HeldBannerProps {
  /** How many drafts wait. */
  readonly count: number;
  readonly hasRoom: boolean;
  readonly isRunning: boolean;
  readonly isStopped: boolean;
  readonly problems: readonly HeldProblem[];
  readonly issue: (count: number) => void;
}

/** Drafts that wait for the plan: issue them where there is room, else say what makes room. */
export function HeldBanner({ count, hasRoom, problems, ...props }: HeldBannerProps) {
  const nameOf = (documentId: string) =>
    problems.find((problem) => problem.documentId === documentId)?.name ?? documentId;
  const list = { content: words.list, url: DRAFTS_URL };
  return (
    <>
      {props.isStopped && <Banner tone="warning" title={words.stopped} />}
      {problems.length > 0 && (
        <ProblemsBanner
          title={words.problems(problems.length)}
          problems={problems}
          nameOf={nameOf}
        />
      )}
      {count > 0 && !props.isRunning && (
        <Banner
          tone={hasRoom ? "info" : "warning"}
          title={words.title(count)}
          action={
            hasRoom
              ? { content: words.issue, onAction: () => props.issue(count) }
              : { content: words.plans, url: "#plans" }
          }
          secondaryAction={list}
        >
          {hasRoom ? words.room : words.noRoom}
        </Banner>
      )}
    </>
  );
}
