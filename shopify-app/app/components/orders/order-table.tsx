import { Box, Button, IndexTable, BlockStack, Text } from "@shopify/polaris";
import { ordersWords as words } from "../../wording/orders.ts";
import { usePageLinks } from "../lists/use-page-links.ts";
import { useShopFacts } from "../shop-facts.tsx";
import { OrderRow, type OrderWithDocuments } from "./order-row.tsx";

interface OrderTableProps {
  readonly orders: readonly OrderWithDocuments[];
  readonly nextCursor: string | null;
  readonly search: string;
  readonly onClearSearch: () => void;
  readonly onMake: (order: OrderWithDocuments) => void;
  readonly onCredit: (order: OrderWithDocuments) => void;
}

export function OrderTable({ orders, nextCursor, onMake, onCredit, ...search }: OrderTableProps) {
  const { columns } = words;
  return (
    <IndexTable
      selectable={false}
      condensed={useShopFacts().isPhone}
      resourceName={{ singular: "order", plural: "orders" }}
      itemCount={orders.length}
      {...usePageLinks(nextCursor)}
      emptyState={<NoOrders {...search} />}
      headings={[
        { title: columns.order },
        { title: columns.placed },
        { title: columns.buyer },
        { title: columns.state },
        { title: columns.documents },
        { title: columns.total, alignment: "end" },
        { title: columns.action, hidden: true },
      ]}
    >
      {orders.map((order, position) => (
        <OrderRow
          key={order.orderId}
          order={order}
          position={position}
          onMake={onMake}
          onCredit={onCredit}
        />
      ))}
    </IndexTable>
  );
}

function NoOrders({ search, onClearSearch }: Pick<OrderTableProps, "search" | "onClearSearch">) {
  const { heading, text } = search ? words.noneFound : words.none;
  return (
    <Box padding="800">
      <BlockStack gap="300" inlineAlign="center">
        <Text as="h2" variant="headingMd">
          {heading}
        </Text>
        <Text as="p" tone="subdued" alignment="center">
          {text}
        </Text>
        {search && <Button onClick={onClearSearch}>{words.noneFound.clear}</Button>}
      </BlockStack>
    </Box>
  );
}
