import type { OrderSummary } from "#domain/workflows";
import type { OrderRow } from "../api/types.ts";
import { PaidBadge } from "../documents/document-badges.tsx";
import { DocumentLinks } from "../documents/document-links.tsx";
import { orderHref } from "../page-facts.ts";
import { useFormat } from "../frame/format-context.tsx";
import { LinkButton } from "../navigation/link.tsx";
import { places } from "../navigation/route.ts";
import { Amount } from "../parts/amount.tsx";
import { Badge } from "../parts/badge.tsx";
import { PushButton } from "../parts/push-button.tsx";
import { ordersWords as words } from "../wording/orders.ts";

interface OrderActions {
  readonly isBusy: boolean;
  readonly onMake: (order: OrderRow) => void;
  readonly onCredit: (order: OrderRow) => void;
}

interface OrderTableProps extends OrderActions {
  readonly orders: readonly OrderRow[];
}

export function OrderTable({ orders, ...actions }: OrderTableProps) {
  const { columns } = words;
  return (
    <table className="widefat striped docket-table">
      <thead>
        <tr>
          <th scope="col">{columns.order}</th>
          <th scope="col">{columns.placed}</th>
          <th scope="col">{columns.buyer}</th>
          <th scope="col">{columns.state}</th>
          <th scope="col">{columns.documents}</th>
          <th scope="col" className="docket-end">
            {columns.total}
          </th>
          <th scope="col">
            <span className="screen-reader-text">{columns.action}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {orders.map((order) => (
          <OrderTableRow key={order.orderId} order={order} {...actions} />
        ))}
      </tbody>
    </table>
  );
}

interface OrderTableRowProps extends OrderActions {
  readonly order: OrderRow;
}

function OrderTableRow({ order, ...actions }: OrderTableRowProps) {
  const { day } = useFormat();
  const { columns } = words;
  return (
    <tr>
      <th scope="row">
        <a
          className="row-title"
          href={orderHref(order.orderId)}
          aria-label={words.openOrder(order.orderNumber)}
        >
          {order.orderNumber}
        </a>
      </th>
      <td data-label={columns.placed}>{day(order.placedAt)}</td>
      <td data-label={columns.buyer}>{order.buyerName}</td>
      <td data-label={columns.state}>
        <OrderBadges order={order} />
      </td>
      <td data-label={columns.documents}>
        {order.documents.length === 0 ? (
          <span className="docket-quiet">{words.noDocuments}</span>
        ) : (
          <DocumentLinks documents={order.documents} />
        )}
      </td>
      <td data-label={columns.total} className="docket-end">
        <Amount amount={order.total} currency={order.currency} />
      </td>
      <td className="docket-row-actions">
        <OrderButtons order={order} {...actions} />
      </td>
    </tr>
  );
}

/** A refund of an order with an invoice of ours is credited from that invoice's screen. */
function OrderButtons({ order, isBusy, onMake, onCredit }: OrderTableRowProps) {
  const invoice = order.documents.find(
    ({ kind, state }) => kind === "invoice" && state === "issued",
  );
  // Where nobody read the refunds of an invoiced order, its screen tells.
  const isOpen = invoice ? (order.openRefunds ?? 0) > 0 : order.openRefunds !== 0;
  const isToCredit = order.refunded !== "none" && isOpen;
  const creditName = words.credit.makeFor(order.orderNumber);
  return (
    <div className="docket-buttons">
      {isToCredit && invoice && (
        <LinkButton size="compact" spokenName={creditName} to={places.document(invoice.documentId)}>
          {words.credit.make}
        </LinkButton>
      )}
      {isToCredit && !invoice && (
        <PushButton
          isSmall
          isDisabled={isBusy}
          spokenName={creditName}
          onClick={() => onCredit(order)}
        >
          {words.credit.make}
        </PushButton>
      )}
      <PushButton
        isSmall
        isDisabled={isBusy}
        spokenName={words.makeFor(order.orderNumber)}
        onClick={() => onMake(order)}
      >
        {words.make}
      </PushButton>
    </div>
  );
}

const OrderBadges = ({ order }: { readonly order: OrderSummary }) => (
  <div className="docket-line">
    {order.isCancelled && <Badge tone="error">{words.cancelled}</Badge>}
    {order.refunded !== "wholly" && <PaidBadge isPaid={order.isPaid} />}
    {order.refunded === "wholly" && <Badge tone="warning">{words.refunded}</Badge>}
    {order.refunded === "partly" && <Badge tone="warning">{words.partlyRefunded}</Badge>}
    {order.isFulfilled && <Badge>{words.completed}</Badge>}
  </div>
);
