import type { DocumentSummary } from "#domain/workflows";
import { PushButton } from "../parts/push-button.tsx";
import { documentWords } from "../wording/document.ts";

const words = documentWords.actions;

interface DocumentActionsProps {
  readonly summary: Pick<DocumentSummary, "state" | "sentAt">;
  readonly isBusy: boolean;
  readonly onIssue: (send: boolean) => void;
  readonly onSend: () => void;
  readonly onPrint: () => void;
  readonly onDownload: (type: "pdf") => void;
  readonly onDiscard: () => void;
}

/** What can be done with this document, beside its title. */
export function DocumentActions({ summary, isBusy, ...on }: DocumentActionsProps) {
  if (summary.state === "redacted") return null;
  const isDraft = summary.state === "draft";
  return (
    <fieldset className="docket-buttons" aria-label={words.label}>
      {isDraft && (
        <>
          <PushButton variant="primary" isDisabled={isBusy} onClick={() => on.onIssue(true)}>
            {words.issueAndSend}
          </PushButton>
          <PushButton isDisabled={isBusy} onClick={() => on.onIssue(false)}>
            {words.issue}
          </PushButton>
        </>
      )}
      <PushButton
        variant={isDraft ? "secondary" : "primary"}
        isDisabled={isBusy}
        onClick={() => on.onDownload("pdf")}
      >
        {words.download}
      </PushButton>
      <PushButton isDisabled={isBusy} onClick={on.onPrint}>
        {words.print}
      </PushButton>
      {isDraft ? (
        <PushButton isDestructive isDisabled={isBusy} onClick={on.onDiscard}>
          {words.discard}
        </PushButton>
      ) : (
        <PushButton isDisabled={isBusy} onClick={on.onSend}>
          {summary.sentAt ? words.sendAgain : words.send}
        </PushButton>
      )}
    </fieldset>
  );
}
