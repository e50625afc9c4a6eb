import {
  decimal,
  decimalText,
  formatAmount,
  money,
  parseAmount,
  toDecimal,
  type Decimal,
  type Money,
} from "#domain/money";
import type { VatTreatment } from "#domain/tax";
import type { DocumentLine, DraftDocument } from "../document.ts";
import { CREDIT_WORDS } from "./credit-words.ts";
import { chargeKey, priceLineId } from "./document-parts.ts";

const UNIT_PRICE_DIGITS = 8;
/** What quantity × price may differ from a line's net (Peppol R120). */
const R120_SLACK = "0.02";

interface LineAmounts {
  readonly quantity: Decimal;
  readonly net: Money;
  readonly withVat: Money;
}

/** Pieces of a line: the whole line as it stands on its document, or a part at the price that it came to. */
export function lineOfPieces(
  line: DocumentLine,
  { quantity, net, withVat }: LineAmounts,
): DocumentLine {
  const amounts = { lineNetAmount: formatAmount(net), lineAmountWithVat: formatAmount(withVat) };
  const isWhole =
    quantity.eq(line.quantity) &&
    amounts.lineNetAmount === line.lineNetAmount &&
    amounts.lineAmountWithVat === line.lineAmountWithVat;
  if (isWhole) return line;
  const isAtItsPrice =
    line.allowances.length === 0 &&
    meets(line.unitPriceNet, { quantity, amount: net }) &&
    meets(line.unitPriceWithVat, { quantity, amount: withVat });
  return {
    ...line,
    ...amounts,
    quantity: decimalText(quantity),
    unitPriceNet: isAtItsPrice ? line.unitPriceNet : priceOf(net, quantity),
    unitPriceWithVat: isAtItsPrice ? line.unitPriceWithVat : priceOf(withVat, quantity),
    allowances: [],
  };
}

/** An amount for no pieces. BR-27: no price is below zero, so the quantity is. */
export function lineOfAmount(
  named: Pick<DocumentLine, "lineId" | "itemName"> & { readonly vat: VatTreatment },
  { net, withVat }: Omit<LineAmounts, "quantity">,
): DocumentLine {
  const quantity = decimal(net.minor < 0n ? "-1" : "1");
  return {
    ...named,
    options: [],
    sku: "",
    gtin: "",
    unitCode: "C62",
    quantity: decimalText(quantity),
    unitPriceNet: priceOf(net, quantity),
    unitPriceWithVat: priceOf(withVat, quantity),
    allowances: [],
    lineNetAmount: formatAmount(net),
    lineAmountWithVat: formatAmount(withVat),
  };
}

/** BR-16: a document has a line. Where there are charges only, they are what it is about, and stand as lines. */
export function withLines({
  lines,
  charges,
  currency,
  language,
}: Pick<DraftDocument, "lines" | "charges" | "currency" | "language">): Pick<
  DraftDocument,
  "lines" | "charges"
> {
  if (lines.length > 0) return { lines, charges };
  const asLines = charges.map(({ chargeId, type, name, vat, amount, amountWithVat }) =>
    lineOfAmount(
      {
        lineId: priceLineId(chargeKey(chargeId)),
        itemName: name.trim() || CREDIT_WORDS[language].charges[type],
        vat,
      },
      { net: parseAmount(amount, currency), withVat: parseAmount(amountWithVat, currency) },
    ),
  );
  return { lines: asLines, charges: [] };
}

function meets(
  price: string,
  { quantity, amount }: { readonly quantity: Decimal; readonly amount: Money },
): boolean {
  const difference = quantity.times(price).minus(toDecimal(amount)).abs();
  return difference.lte(R120_SLACK) && difference.lte(toDecimal(money(2n, amount.currency)));
}

const priceOf = (amount: Money, quantity: Decimal): string =>
  decimalText(toDecimal(amount).div(quantity), UNIT_PRICE_DIGITS);
