import { BlockStack, Button, Spinner, Text } from "@shopify/polaris";
import type { ReactNode } from "react";
import { documentWords } from "../../wording/document.ts";
import { usePages } from "./use-pages.ts";

const words = documentWords.preview;

interface DocumentPreviewProps {
  readonly documentId: string;
  readonly version: string;
}

/** The document page by page, as it prints. */
export function DocumentPreview({ documentId, version }: DocumentPreviewProps) {
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
export const WaitingSheet = ({ children }: { readonly children: ReactNode }) => (
  <output className="sheet sheet-waiting">
    <BlockStack gap="300" inlineAlign="center">
      {children}
    </BlockStack>
  </output>
);
