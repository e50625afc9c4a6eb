import { Box, InlineStack, Spinner, Text } from "@shopify/polaris";

/** Says what is being done. Read aloud by a screen reader; empty when nothing is. */
export function RunningNote({ text }: { readonly text: string | null }) {
  return (
    <output className="running-note">
      {text && (
        <Box padding="300" background="bg-surface-info" borderRadius="200">
          <InlineStack gap="200" blockAlign="center">
            <Spinner size="small" />
            <Text as="span">{text}</Text>
          </InlineStack>
        </Box>
      )}
    </output>
  );
}
