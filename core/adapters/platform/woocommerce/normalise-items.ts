import { decimal, type Decimal } from "#domain/money";
import type { NormalisedOrder, OrderCharge } from "#domain/order";
import { chargedAmounts } from "./charged-amounts.ts";
import { normaliseCharge } from "./normalise-charges.ts";
import { normaliseLine } from "./normalise-lines.ts";
import type { WooOrder } from "./order-schema.ts";
import { taxReader } from "./tax-reader.ts";

type Items = Pick<NormalisedOrder, "lines" | "charges">;

/** Lines and charges share the order's total as the shop charged it. */
export function normaliseItems(order: WooOrder, total: Decimal): Items {
  const readTaxes = taxReader(order);
  const read = <Item extends Parameters<typeof readTaxes>[0]>(
    items: readonly Item[],
    name: string,
  ) =>
    items.map((item, index) => {
      const field = `${name}[${index}]`;
      return { item, field, taxes: readTaxes(item, field) };
    });
  const lines = read(order.line_items, "line_items");
  const charges = [
    ...read(order.shipping_lines, "shipping_lines"),
    ...read(order.fee_lines, "fee_lines"),
  ];
  const charged = chargedAmounts(
    [...lines, ...charges].map(({ item }, index) => ({
      net: decimal(item.total),
      tax: decimal(item.total_tax),
      isProduct: index < lines.length,
    })),
    total,
    order.currency,
  );
  const withVat = (index: number) => charged[index] ?? decimal("0");
  const goods = [...lines, ...charges]
    .filter(({ item }) => decimal(item.total).gte(0))
    .map(({ taxes }) => taxes);
  return withLines({
    lines: lines.flatMap(({ item, taxes, field }, index) =>
      normaliseLine(item, { withVat: withVat(index), taxes }, { order, field }),
    ),
    charges: charges.flatMap(({ item, taxes }, index) =>
      normaliseCharge(item, { withVat: withVat(lines.length + index), taxes }, { order, goods }),
    ),
  });
}

/** Shops bill work as a fee of an order without products. A document needs a line (BR-16), so there the fees are the lines. */
function withLines({ lines, charges }: Items): Items {
  if (lines.length > 0) return { lines, charges };
  return {
    lines: charges.filter(isWork).map(({ chargeId, name, amount, taxes }) => ({
      lineId: chargeId,
      itemName: name,
      options: [],
      sku: "",
      gtin: "",
      quantity: "1",
      unitCode: "C62",
      unitPrice: amount,
      allowances: [],
      taxes,
      isGiftCard: false,
      requiresShipping: false,
    })),
    charges: charges.filter((charge) => !isWork(charge)),
  };
}

const isWork = ({ type, amount }: OrderCharge): boolean => type === "fee" && decimal(amount).gt(0);
