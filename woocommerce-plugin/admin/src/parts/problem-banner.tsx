import { problemKind, type Problem } from "../api/problem.ts";
import { LinkButton } from "../navigation/link.tsx";
import { places } from "../navigation/route.ts";
import { connectLabel, frameWords, problemWords } from "../wording/frame.ts";
import { Banner } from "./banner.tsx";
import { PushButton } from "./push-button.tsx";

interface ProblemBannerProps {
  readonly problem: Problem;
  /** What was not done; the kind of problem names itself otherwise. */
  readonly title?: string;
  readonly onRetry?: (() => void) | undefined;
}

/** What happened, what it means and the one thing to do. */
export function ProblemBanner({ problem, title = "", onRetry }: ProblemBannerProps) {
  const kind = problemKind(problem);
  const words = problemWords[kind];
  // Of these the plugin and WordPress cannot say more than we do.
  const hasOwnText = kind === "notConnected" || kind === "session" || kind === "offline";
  const message = hasOwnText ? "" : problem.message;
  return (
    <Banner status={kind === "notConnected" ? "warning" : "error"} title={title || words.title}>
      {message && <p>{message}</p>}
      {(kind !== "other" || !message) && <p>{words.text}</p>}
      <p className="docket-buttons">
        {kind === "notConnected" && (
          <LinkButton variant="primary" to={places.settings("connection")}>
            {connectLabel}
          </LinkButton>
        )}
        {kind === "session" && (
          <PushButton variant="primary" onClick={() => window.location.reload()}>
            {frameWords.reload}
          </PushButton>
        )}
        {onRetry && kind !== "notConnected" && kind !== "session" && (
          <PushButton onClick={onRetry}>{frameWords.retry}</PushButton>
        )}
      </p>
    </Banner>
  );
}
