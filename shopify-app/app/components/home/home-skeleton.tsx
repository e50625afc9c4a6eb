import { BlockStack, Card, SkeletonBodyText, SkeletonDisplayText } from "@shopify/polaris";

/** Cards of about the height of the real ones. */
export const HomeSkeleton = () => (
  <BlockStack gap="400">
    <CardSkeleton lines={3} />
    <CardSkeleton lines={3} />
    <CardSkeleton lines={8} />
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
