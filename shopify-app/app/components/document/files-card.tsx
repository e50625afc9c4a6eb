import type { ArtefactType } from "#domain/workflows";
import { BlockStack, Button, InlineGrid, Text } from "@shopify/polaris";
import { documentWords } from "../../wording/document.ts";
import { PLAN_URL, planWords } from "../../wording/plan.ts";
import { SectionCard } from "../section-card.tsx";

const words = documentWords.files;

interface ShownFile {
  readonly type: ArtefactType;
  readonly problem: string;
  /** The plan that has it, when the merchant's has not; "" otherwise. */
  readonly neededPlan: string;
}

interface FilesCardProps {
  readonly files: readonly ShownFile[];
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
          .map(({ type, neededPlan }) => (
            <InlineGrid key={type} columns="1fr auto" alignItems="center" gap="200">
              <BlockStack>
                <Text as="span" fontWeight="medium">
                  {words.names[type]}
                </Text>
                <Text as="span" tone="subdued" variant="bodySm">
                  {words.help[type]}
                </Text>
                {neededPlan !== "" && (
                  <Text as="span" variant="bodySm">
                    {planWords.document.partOf(neededPlan)}
                  </Text>
                )}
              </BlockStack>
              {neededPlan === "" ? (
                <Button
                  size="slim"
                  disabled={isBusy}
                  accessibilityLabel={words.downloadOf(words.names[type])}
                  onClick={() => onDownload(type)}
                >
                  {words.download}
                </Button>
              ) : (
                <Button
                  size="slim"
                  url={PLAN_URL}
                  accessibilityLabel={planWords.document.plansFor(words.names[type])}
                >
                  {planWords.document.plans}
                </Button>
              )}
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
