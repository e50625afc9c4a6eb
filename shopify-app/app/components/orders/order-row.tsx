import type { DocumentSummary, OrderSummary } from "#domain/workflows";
import {
  Badge,
  BlockStack,
  Box,
  Button,
  IndexTable,
  InlineStack,
  Link,
  Text,
} from "@shopify/polaris";
import { ordersWords as words } from "../../wording/orders.ts";
import { Amount } from "../amount.tsx";
import { PaidBadge, StageBadge } from "../document-badges.tsx";
import { documentTitle, documentUrl } from "../documents/document-row.tsx";
import { formatDay } from "../format.ts";
import { useShopFacts } from "../shop-facts.tsx";

export interface OrderWithDocuments extends OrderSummary {
  readonly documents: readonly DocumentSummary[];
}

interface OrderRowProps {
  readonly order: OrderWithDocuments;
  readonly position: number;
  readonly onMake: (order: OrderWithDocuments) => void;
}

export function OrderRow({ order, position, onMake }: OrderRowProps) {
  const { isPhone } = useShopFacts();
  const make = (
    <Button
      size="slim"
      accessibilityLabel={words.makeFor(order.orderNumber)}
      onClick={() => onMake(order)}
    >
      {words.make}
    </Button>
  );
  return (
    <IndexTable.Row id={order.orderId} position={position}>
      {isPhone ? <NarrowCells order={order} /> : <WideCells order={order} />}
      {isPhone ? (
        <Box paddingBlockEnd="300" paddingInline="400">
          {make}
        </Box>
      ) : (
        <IndexTable.Cell>
          <InlineStack align="end">{make}</InlineStack>
        </IndexTable.Cell>
      )}
    </IndexTable.Row>
  );
}

function WideCells({ order }: { readonly order: OrderWithDocuments }) {
  const { timeZone } = useShopFacts();
  return (
    <>
      <IndexTable.Cell>
        <Text as="span" fontWeight="semibold">
          {order.orderNumber}
        </Text>
      </IndexTable.Cell>
      <IndexTable.Cell>{formatDay(order.placedAt, timeZone)}</IndexTable.Cell>
      <IndexTable.Cell>{order.buyerName}</IndexTable.Cell>
      <IndexTable.Cell>
        <OrderBadges order={order} />
      </IndexTable.Cell>
      <IndexTable.Cell>
        <DocumentLinks documents={order.documents} />
      </IndexTable.Cell>
      <IndexTable.Cell>
        <Amount amount={order.total} currency={order.currency} />
      </IndexTable.Cell>
    </>
  );
}

function NarrowCells({ order }: { readonly order: OrderWithDocuments }) {
  const { timeZone } = useShopFacts();
  return (
    <Box paddingBlockStart="300" paddingBlockEnd="200" paddingInline="400">
      <BlockStack gap="100">
        <InlineStack align="space-between" wrap={false} gap="200">
          <Text as="span" fontWeight="semibold">
            {order.orderNumber}
          </Text>
          <Amount amount={order.total} currency={order.currency} />
        </InlineStack>
        <Text as="span" tone="subdued">
          {[order.buyerName, formatDay(order.placedAt, timeZone)].filter(Boolean).join(" · ")}
        </Text>
        <OrderBadges order={order} />
        <DocumentLinks documents={order.documents} />
      </BlockStack>
    </Box>
  );
}

const OrderBadges = ({ order }: { readonly order: OrderSummary }) => (
  <InlineStack gap="100">
    {order.isCancelled && <Badge tone="critical">{words.cancelled}</Badge>}
    {order.refunded !== "wholly" && <PaidBadge isPaid={order.isPaid} />}
    {order.refunded === "wholly" && <Badge tone="attention">{words.refunded}</Badge>}
    {order.refunded === "partly" && <Badge tone="attention">{words.partlyRefunded}</Badge>}
    {order.isFulfilled && <Badge>{words.fulfilled}</Badge>}
  </InlineStack>
);

function DocumentLinks({ documents }: { readonly documents: readonly DocumentSummary[] }) {
  if (documents.length === 0) {
    return (
      <Text as="span" tone="subdued">
        {words.noDocuments}
      </Text>
    );
  }
  return (
    <BlockStack gap="100">
      {documents.map((document) => (
        <InlineStack key={document.documentId} gap="200" blockAlign="center" wrap={false}>
          <Link url={documentUrl(document.documentId)}>{documentTitle(document)}</Link>
          <StageBadge {...document} />
        </InlineStack>
      ))}
    </BlockStack>
  );
}
