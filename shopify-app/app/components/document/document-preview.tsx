import { BlockStack, Button, Spinner, Text } from "@shopify/polaris";
import type { DocumentSummary } from "#domain/workflows";
import type { ReactNode } from "react";
import { documentWords } from "../../wording/document.ts";
import { RunningNote } from "../running-note.tsx";
import { usePages } from "./use-pages.ts";

const words = documentWords.preview;

interface DocumentSheetsProps {
  readonly summary: Pick<DocumentSummary, "documentId" | "state" | "isPaid">;
  readonly isMakingPdf: boolean;
}

/** The document as it prints, or why it cannot be seen. */
export function DocumentSheets({ summary, isMakingPdf }: DocumentSheetsProps) {
  if (summary.state === "redacted") {
    return (
      <WaitingSheet>
        <Text as="p">{words.redacted}</Text>
      </WaitingSheet>
    );
  }
  return (
    <BlockStack gap="300">
      <RunningNote text={isMakingPdf ? words.making : null} />
      <DocumentPreview
        documentId={summary.documentId}
        version={`${summary.state}${summary.isPaid}`}
      />
    </BlockStack>
  );
}

interface DocumentPreviewProps {
  readonly documentId: string;
  readonly version: string;
}

/** Page by page. */
function DocumentPreview({ documentId, version }: DocumentPreviewProps) {
  const { pages, retry } = usePages(documentId, version);
  switch (pages.state) {
    case "loading":
      return (
        <WaitingSheet>
          <Spinner size="small" accessibilityLabel={words.loading} />
        </WaitingSheet>
      );
    case "failed":
      return (
        <WaitingSheet>
          <Text as="p">{words.failed}</Text>
          <Button onClick={retry}>{words.retry}</Button>
        </WaitingSheet>
      );
    case "ready":
      return (
        <BlockStack gap="400">
          {pages.urls.map((url, index) => (
            <div className="sheet" key={url}>
              <img src={url} alt={words.pageAlt(index + 1, pages.urls.length)} />
            </div>
          ))}
        </BlockStack>
      );
  }
}

/** A page's place while there is no page. */
const WaitingSheet = ({ children }: { readonly children: ReactNode }) => (
  <output className="sheet sheet-waiting">
    <BlockStack gap="300" inlineAlign="center">
      {children}
    </BlockStack>
  </output>
);
