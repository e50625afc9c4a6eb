import type { Document, DocumentLine } from "#domain/document";
import { decimal, decimalText, sumOf } from "#domain/money";
import type { EInvoiceLine } from "./e-invoice.ts";
import { cleanText } from "./xml.ts";

/** ISO 6523: GTIN, the number of a bar code. */
const GTIN_SCHEME = "0160";
/** UNCL 5189: "discount". */
const DISCOUNT_CODE = "95";
/** What quantity × price may differ from the line's net (Peppol R120). */
const R120_SLACK = "0.02";

/** BG-25. */
export const linesOf = ({ lines }: Document): readonly EInvoiceLine[] =>
  lines.map((line, index) => ({
    id: String(index + 1),
    itemName: itemNameOf(line), // BR-25
    itemDescription: line.options.filter((option) => option.trim() !== "").join(", "),
    sellersItemId: line.sku,
    standardItemId: line.gtin === "" ? null : { scheme: GTIN_SCHEME, value: line.gtin },
    unitCode: line.unitCode,
    ...priceOf(line),
    allowances: line.allowances.map(({ reason, amount }) => ({
      reasonCode: DISCOUNT_CODE,
      reason,
      amount,
    })),
    lineNetAmount: line.lineNetAmount,
    vat: line.vat,
  }));

const itemNameOf = ({ itemName, options, sku, lineId }: DocumentLine): string =>
  [itemName, ...options, sku].find((text) => cleanText(text) !== "") ?? lineId;

type Price = Pick<EInvoiceLine, "quantity" | "unitPriceNet" | "priceBaseQuantity">;

/**
 * Quantity and price so that quantity × price − allowances is the line's net within two hundredths (Peppol R120). Where the
 * price of one cannot say that, as in yen, the price is given for the whole quantity (BT-149, above zero: R121).
 */
function priceOf(line: DocumentLine): Price {
  const { quantity, unitPriceNet } = withPositivePrice(line);
  const beforeAllowances = sumOf(
    [line.lineNetAmount, ...line.allowances.map(({ amount }) => amount)].map(decimal),
  );
  const difference = decimal(quantity).times(unitPriceNet).minus(beforeAllowances).abs();
  const isForOne = difference.lte(R120_SLACK);
  const hasSameSign = beforeAllowances.times(quantity).gt(0);
  if (isForOne || !hasSameSign) return { quantity, unitPriceNet, priceBaseQuantity: "" };
  return {
    quantity,
    unitPriceNet: decimalText(beforeAllowances.abs()),
    priceBaseQuantity: decimalText(decimal(quantity).abs()),
  };
}

/** BR-27: no price is below zero, so the quantity takes the sign. */
function withPositivePrice({ quantity, unitPriceNet }: DocumentLine) {
  if (!unitPriceNet.startsWith("-")) return { quantity, unitPriceNet };
  return {
    quantity: decimalText(decimal(quantity).times(-1)),
    unitPriceNet: unitPriceNet.slice(1),
  };
}
