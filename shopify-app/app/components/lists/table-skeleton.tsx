import { BlockStack, Box, SkeletonBodyText } from "@shopify/polaris";

/** A list's place while its rows are fetched. */
export const TableSkeleton = ({ label }: { readonly label: string }) => (
  <Box padding="400">
    <output aria-label={label}>
      <BlockStack gap="500">
        {["a", "b", "c", "d", "e", "f"].map((row) => (
          <SkeletonBodyText key={row} lines={2} />
        ))}
      </BlockStack>
    </output>
  </Box>
);
