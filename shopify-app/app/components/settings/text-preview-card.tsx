import { Banner, BlockStack, SkeletonBodyText, Text } from "@shopify/polaris";
import { textsWords } from "../../wording/settings.ts";
import { SectionCard } from "../section-card.tsx";
import { useTextPreview, type TextsToPreview } from "./use-text-preview.ts";

const words = textsWords.preview;

/** The texts as they read on a sample order, while they are written. */
export function TextPreviewCard(texts: TextsToPreview) {
  const { preview, problem } = useTextPreview(texts);
  return (
    <SectionCard title={words.title} text={words.text}>
      <div aria-live="polite">
        <BlockStack gap="400">
          {problem && (
            <Banner tone="warning" title={words.problem}>
              {problem}
            </Banner>
          )}
          {preview ? (
            <>
              <PreviewText label={words.caption} text={preview.caption} />
              <PreviewText label={words.subject} text={preview.subject} />
              <PreviewText label={words.body} text={preview.body} />
            </>
          ) : (
            !problem && <SkeletonBodyText lines={8} />
          )}
        </BlockStack>
      </div>
    </SectionCard>
  );
}

const PreviewText = ({ label, text }: { readonly label: string; readonly text: string }) => (
  <BlockStack gap="100">
    <Text as="h3" variant="headingSm">
      {label}
    </Text>
    <div className="own-words">
      {text || (
        <Text as="span" tone="subdued">
          {words.empty}
        </Text>
      )}
    </div>
  </BlockStack>
);
