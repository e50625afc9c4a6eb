import type { DocumentSummary, OrderSummary } from "#domain/workflows";
import { Badge, BlockStack, Box, Button, IndexTable, InlineStack, Text } from "@shopify/polaris";
import { ordersWords as words } from "../../wording/orders.ts";
import { Amount } from "../amount.tsx";
import { PaidBadge } from "../document-badges.tsx";
import { DocumentLinks } from "../document-links.tsx";
import { documentUrl } from "../documents/document-name.ts";
import { formatDay } from "../format.ts";
import { useShopFacts } from "../shop-facts.tsx";

export interface OrderWithDocuments extends OrderSummary {
  readonly documents: readonly DocumentSummary[];
  /** Refunds without a credit note; null when not known. */
  readonly openRefunds: number | null;
}

interface OrderRowProps {
  readonly order: OrderWithDocuments;
  readonly position: number;
  readonly onMake: (order: OrderWithDocuments) => void;
  readonly onCredit: (order: OrderWithDocuments) => void;
}

export function OrderRow({ order, position, ...on }: OrderRowProps) {
  const { isPhone } = useShopFacts();
  const buttons = <OrderButtons order={order} {...on} />;
  return (
    <IndexTable.Row id={order.orderId} position={position}>
      {isPhone ? <NarrowCells order={order} /> : <WideCells order={order} />}
      {isPhone ? (
        <Box paddingBlockEnd="300" paddingInline="400">
          {buttons}
        </Box>
      ) : (
        <IndexTable.Cell>
          <InlineStack align="end">{buttons}</InlineStack>
        </IndexTable.Cell>
      )}
    </IndexTable.Row>
  );
}

type OrderButtonsProps = Pick<OrderRowProps, "order" | "onMake" | "onCredit">;

/** A refund of an order with an invoice of ours is credited from that invoice's page. */
function OrderButtons({ order, onMake, onCredit }: OrderButtonsProps) {
  const invoice = order.documents.find(
    ({ kind, state }) => kind === "invoice" && state === "issued",
  );
  // Where nobody read the refunds of an invoiced order, its page tells.
  const isOpen = invoice ? (order.openRefunds ?? 0) > 0 : order.openRefunds !== 0;
  return (
    <InlineStack gap="200">
      {order.refunded !== "none" && isOpen && (
        <Button
          size="slim"
          accessibilityLabel={words.credit.makeFor(order.orderNumber)}
          {...(invoice
            ? { url: documentUrl(invoice.documentId) }
            : { onClick: () => onCredit(order) })}
        >
          {words.credit.make}
        </Button>
      )}
      <Button
        size="slim"
        accessibilityLabel={words.makeFor(order.orderNumber)}
        onClick={() => onMake(order)}
      >
        {words.make}
      </Button>
    </InlineStack>
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
        <OrderDocuments documents={order.documents} />
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
        <OrderDocuments documents={order.documents} />
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

function OrderDocuments({ documents }: { readonly documents: readonly DocumentSummary[] }) {
  return documents.length === 0 ? (
    <Text as="span" tone="subdued">
      {words.noDocuments}
    </Text>
  ) : (
    <DocumentLinks documents={documents} />
  );
}
