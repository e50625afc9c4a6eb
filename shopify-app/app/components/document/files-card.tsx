import type { ArtefactType } from "#domain/workflows";
import { BlockStack, Button, InlineGrid, Text } from "@shopify/polaris";
import { documentWords } from "../../wording/document.ts";
import { SectionCard } from "../section-card.tsx";

const words = documentWords.files;

interface FilesCardProps {
  readonly files: readonly { readonly type: ArtefactType; readonly problem: string }[];
  readonly isBusy: boolean;
  readonly onDownload: (type: ArtefactType) => void;
}

/** Every form of the document, or why it has none. */
export function FilesCard({ files, isBusy, onDownload }: FilesCardProps) {
  const missing = new Set(files.flatMap(({ problem }) => problem || []));
  return (
    <SectionCard title={words.title}>
      <BlockStack gap="300">
        {files
          .filter(({ problem }) => problem === "")
          .map(({ type }) => (
            <InlineGrid key={type} columns="1fr auto" alignItems="center" gap="200">
              <BlockStack>
                <Text as="span" fontWeight="medium">
                  {words.names[type]}
                </Text>
                <Text as="span" tone="subdued" variant="bodySm">
                  {words.help[type]}
                </Text>
              </BlockStack>
              <Button
                size="slim"
                disabled={isBusy}
                accessibilityLabel={words.downloadOf(words.names[type])}
                onClick={() => onDownload(type)}
              >
                {words.download}
              </Button>
            </InlineGrid>
          ))}
        {[...missing].map((problem) => (
          <BlockStack key={problem}>
            <Text as="span" fontWeight="medium">
              {files
                .filter((file) => file.problem === problem)
                .map(({ type }) => words.names[type])
                .join(" · ")}
            </Text>
            <Text as="span" tone="subdued" breakWord>
              {problem}
            </Text>
          </BlockStack>
        ))}
      </BlockStack>
    </SectionCard>
  );
}
