import { decimal, type Decimal } from "#domain/money";
import type { NormalisedOrder, OrderCharge } from "#domain/order";
import { chargedAmounts, type ChargedAmount } from "./charged-amounts.ts";
import { normaliseCharge } from "./normalise-charges.ts";
import { normaliseLine, type Charged } from "./normalise-lines.ts";
import type { WooOrder } from "./order-schema.ts";
import { asCharged, taxReader } from "./tax-reader.ts";

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
  const shipping = read(order.shipping_lines, "shipping_lines");
  const charges = [...shipping, ...read(order.fee_lines, "fee_lines")];
  const items = [...lines, ...charges];
  const typeOf = (index: number) => {
    if (index < lines.length) return "product";
    return index < lines.length + shipping.length ? "shipping" : "fee";
  };
  const amounts = chargedAmounts(
    items.map(({ item, taxes }, index) => ({
      type: typeOf(index),
      net: decimal(item.total),
      tax: decimal(item.total_tax),
      taxes: taxes.map(({ amount }) => amount),
    })),
    total,
    order.currency,
  );
  const chargedFor = (index: number): Charged => {
    const { withVat, tax, taxDigits } = amounts[index] ?? NOTHING;
    return { withVat, taxes: asCharged(items[index]?.taxes ?? [], tax, taxDigits) };
  };
  const goods = items.filter(({ item }) => decimal(item.total).gte(0)).map(({ taxes }) => taxes);
  return withLines({
    lines: lines.flatMap(({ item, field }, index) =>
      normaliseLine(item, chargedFor(index), { order, field }),
    ),
    charges: charges.flatMap(({ item, taxes }, index) =>
      normaliseCharge(item, chargedFor(lines.length + index), { order, taxes, goods }),
    ),
  });
}

const NOTHING: ChargedAmount = { withVat: decimal("0"), tax: decimal("0"), taxDigits: 0 };

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
