import {
  BlockStack,
  Card,
  InlineGrid,
  SkeletonBodyText,
  SkeletonDisplayText,
} from "@shopify/polaris";

/** Cards of about the height of the real ones. */
export const PlanSkeleton = () => (
  <BlockStack gap="400">
    <InlineGrid columns={{ xs: 1, md: 2 }} gap="400">
      <CardSkeleton lines={4} />
      <CardSkeleton lines={4} />
    </InlineGrid>
    <InlineGrid columns={{ xs: 1, md: 3 }} gap="400">
      <CardSkeleton lines={8} />
      <CardSkeleton lines={8} />
      <CardSkeleton lines={8} />
    </InlineGrid>
  </BlockStack>
);

const CardSkeleton = ({ lines }: { readonly lines: number }) => (
  <Card>
    <BlockStack gap="400">
      <SkeletonDisplayText size="small" />
      <SkeletonBodyText lines={lines} />
    </BlockStack>
  </Card>
);
