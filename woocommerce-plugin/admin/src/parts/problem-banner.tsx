import { problemKind, type Problem, type ProblemKind } from "../api/problem.ts";
import { pageFacts } from "../page-facts.ts";
import { connectLabel, frameWords, problemWords } from "../wording/frame.ts";
import { Banner } from "./banner.tsx";
import { PushButton } from "./push-button.tsx";

interface ProblemBannerProps {
  readonly problem: Problem;
  /** What was not done; the kind of problem names itself otherwise. */
  readonly title?: string;
  readonly onRetry?: (() => void) | undefined;
}

/** Of these nobody can say more to a merchant than we do. */
const OWN_WORDS: readonly ProblemKind[] = ["notConnected", "unreachable", "session", "offline"];
const RETRIED: readonly ProblemKind[] = ["unreachable", "clock", "offline", "other"];
/** What WordPress says of these is for programmers. */
const BROWSER_CODES = ["invalid-json", "fetch-error", "unknown-error"];

/** What happened, what it means and the one thing to do. */
export function ProblemBanner({ problem, title = "", onRetry }: ProblemBannerProps) {
  const kind = problemKind(problem);
  const words = problemWords[kind];
  const message =
    OWN_WORDS.includes(kind) || BROWSER_CODES.includes(problem.code) ? "" : problem.message;
  return (
    <Banner status={kind === "notConnected" ? "warning" : "error"} title={title || words.title}>
      {message && <p>{message}</p>}
      {(kind !== "other" || !message) && <p>{words.text}</p>}
      <p className="docket-buttons">
        {kind === "notConnected" && (
          <a className="button button-primary" href={pageFacts.connectionUrl}>
            {connectLabel}
          </a>
        )}
        {kind === "session" && (
          <PushButton variant="primary" onClick={() => window.location.reload()}>
            {frameWords.reload}
          </PushButton>
        )}
        {onRetry && RETRIED.includes(kind) && (
          <PushButton onClick={onRetry}>{frameWords.retry}</PushButton>
        )}
      </p>
    </Banner>
  );
}
