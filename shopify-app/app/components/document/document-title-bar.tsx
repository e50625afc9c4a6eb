import type { DocumentSummary } from "#domain/workflows";
import { TitleBar } from "@shopify/app-bridge-react";
import { documentWords } from "../../wording/document.ts";

const words = documentWords.actions;

interface DocumentTitleBarProps {
  readonly summary: Pick<DocumentSummary, "state" | "sentAt">;
  readonly isBusy: boolean;
  readonly onIssue: (send: boolean) => void;
  readonly onSend: () => void;
  readonly onDownload: (type: "pdf") => void;
  readonly onDiscard: () => void;
}

/** What can be done with this document, in the admin's title bar. */
export function DocumentTitleBar({ summary, isBusy, ...on }: DocumentTitleBarProps) {
  const { section } = documentWords;
  switch (summary.state) {
    case "draft":
      return (
        <TitleBar title={section}>
          <button variant="primary" disabled={isBusy} onClick={() => on.onIssue(true)}>
            {words.issueAndSend}
          </button>
          <button disabled={isBusy} onClick={() => on.onIssue(false)}>
            {words.issue}
          </button>
          <button disabled={isBusy} onClick={() => on.onDownload("pdf")}>
            {words.download}
          </button>
          <button disabled={isBusy} onClick={on.onDiscard}>
            {words.discard}
          </button>
        </TitleBar>
      );
    case "issued":
      return (
        <TitleBar title={section}>
          <button variant="primary" disabled={isBusy} onClick={() => on.onDownload("pdf")}>
            {words.download}
          </button>
          <button disabled={isBusy} onClick={on.onSend}>
            {summary.sentAt ? words.sendAgain : words.send}
          </button>
        </TitleBar>
      );
    case "redacted":
      return <TitleBar title={section} />;
  }
}
