import { Spinner } from "@wordpress/components";
import type { DocumentSummary } from "#domain/workflows";
import type { ReactNode } from "react";
import { PushButton } from "../parts/push-button.tsx";
import { RunningNote } from "../parts/running-note.tsx";
import { documentWords } from "../wording/document.ts";
import { frameWords } from "../wording/frame.ts";
import { usePages } from "./use-pages.ts";

const words = documentWords.preview;

interface DocumentSheetsProps {
  readonly summary: Pick<DocumentSummary, "documentId" | "state" | "isPaid">;
  readonly isMakingPdf: boolean;
  /** Changes when the draft may look different. */
  readonly version: number;
}

/** The document as it prints, or why it cannot be seen. */
export function DocumentSheets({ summary, isMakingPdf, version }: DocumentSheetsProps) {
  if (summary.state === "redacted") {
    return (
      <WaitingSheet>
        <p>{words.redacted}</p>
      </WaitingSheet>
    );
  }
  return (
    <div className="docket-stack">
      <RunningNote text={isMakingPdf ? words.making : null} />
      <Sheets
        documentId={summary.documentId}
        version={`${summary.state} ${summary.isPaid} ${version}`}
      />
    </div>
  );
}

interface SheetsProps {
  readonly documentId: string;
  readonly version: string;
}

/** Page by page. */
function Sheets({ documentId, version }: SheetsProps) {
  const { pages, retry } = usePages(documentId, version);
  switch (pages.state) {
    case "loading":
      return (
        <WaitingSheet>
          <Spinner />
          <span>{words.loading}</span>
        </WaitingSheet>
      );
    case "failed":
      return (
        <WaitingSheet>
          <p>{words.failed}</p>
          <PushButton onClick={retry}>{frameWords.retry}</PushButton>
        </WaitingSheet>
      );
    case "ready":
      return pages.urls.map((url, index) => (
        <div className="docket-sheet" key={url}>
          <img src={url} alt={words.pageAlt(index + 1, pages.urls.length)} />
        </div>
      ));
  }
}

/** A page's place while there is no page. */
const WaitingSheet = ({ children }: { readonly children: ReactNode }) => (
  <output className="docket-sheet docket-sheet-waiting">{children}</output>
);
