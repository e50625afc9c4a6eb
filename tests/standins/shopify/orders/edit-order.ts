import { findProduct, lineOf } from "./catalogue.ts";
import { RefusedChange, type Change } from "./change-order.ts";
import { bagReader, type Side } from "./money.ts";
import { priceOrder, type PricedOrder } from "./order-math.ts";
import type { LineInput } from "./order-input.ts";
import type { LineRecord, OrderRecord, RefundRecord } from "./order-record.ts";
import { currentQuantity } from "./order-totals.ts";
import { placeLine } from "./place-order.ts";
import { refundOrder, takeOff, type Pieces, type RefundRequest } from "./refund-order.ts";

/** A product of the catalogue by its SKU, taxed as the order is; or a line of one's own. */
export type AddedLine =
  { readonly sku: string; readonly quantity?: number | undefined } | LineInput;

export interface ItemsEdit {
  /** The pieces that stay of a line, by its position: 0 removes it. */
  readonly set?: readonly Pieces[] | undefined;
  readonly add?: readonly AddedLine[] | undefined;
}

interface Delta {
  readonly id: number;
  readonly delta: number;
}

/** What an edit did, as `orders/edited` tells it. */
export interface EditOutcome {
  readonly additions: readonly Delta[];
  readonly removals: readonly Delta[];
}

/** Changes what was ordered. Nothing is paid or paid back: what then is owed, either way, shows in the order's balance. */
export function editItems(order: OrderRecord, change: Change, edit: ItemsEdit): EditOutcome {
  const removed = (edit.set ?? []).map(({ line, quantity }) => {
    const gone = currentQuantity(order, line) - quantity;
    if (gone < 0 || quantity < 0)
      throw new RefusedChange("Add a line to sell more; an edit here only takes pieces off");
    return { line, quantity: gone };
  });
  const gone = removed.filter(({ quantity }) => quantity > 0);
  const added = (edit.add ?? []).map((line) => addLine(order, change, line));
  if (gone.length > 0) takeOff(order, change, gone);
  order.isEdited = true;
  order.updatedAt = change.now;
  return {
    additions: added.map(({ id, quantity }) => ({ id, delta: quantity })),
    removals: gone.map(({ line, quantity }) => ({
      id: order.lines[line]?.id ?? 0,
      delta: quantity,
    })),
  };
}

export interface Exchange extends Pick<RefundRequest, "note"> {
  readonly lines: readonly Pieces[];
  readonly add: readonly AddedLine[];
}

/** Takes lines back and sells others for them. Only what the others cost less goes back; what they cost more is owed. */
export function exchangeItems(
  order: OrderRecord,
  change: Change,
  exchange: Exchange,
): RefundRecord {
  for (const line of exchange.add) addLine(order, change, line);
  return refundOrder(order, change, { lines: exchange.lines, note: exchange.note });
}

function addLine(order: OrderRecord, change: Change, added: AddedLine): LineRecord {
  const line = placeLine(lineInputOf(order, added), {
    id: change.nextId(),
    bag: bagReader(order.currencies, order.rate),
    taxExempt: order.taxExempt,
  });
  order.priced = {
    shop: withLine(order, line, "shop"),
    presentment: withLine(order, line, "presentment"),
  };
  order.lines = [...order.lines, line];
  return line;
}

function lineInputOf(order: OrderRecord, added: AddedLine): LineInput {
  if ("title" in added) return added;
  const product = findProduct(added.sku);
  if (product === undefined) throw new RefusedChange(`There is no product ${added.sku}`);
  const address = order.shippingAddress ?? order.billingAddress;
  return lineOf(product, address?.countryCode ?? "BE", added.quantity);
}

function withLine(order: OrderRecord, line: LineRecord, side: Side): PricedOrder {
  const before = order.priced[side];
  const alone = priceOrder({
    taxesIncluded: order.taxesIncluded,
    lines: [
      {
        unitPrice: line.unitPrice[side],
        quantity: line.quantity,
        rates: line.rates,
        isTip: false,
      },
    ],
    shipping: [],
    discounts: [],
  });
  return {
    ...before,
    lines: [...before.lines, ...alone.lines],
    subtotal: before.subtotal + alone.subtotal,
    tax: before.tax + alone.tax,
    total: before.total + alone.total,
  };
}
