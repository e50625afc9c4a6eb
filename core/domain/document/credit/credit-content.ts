import type { Language } from "#domain/merchant";
import { formatAmount, money, zero, type Money } from "#domain/money";
import type {
  DocumentAllowance,
  DocumentCharge,
  DocumentLine,
  DraftDocument,
} from "../document.ts";
import { byAmount, type Credit, type Extra, type Take } from "./credit.ts";
import { lineOfAmount, lineOfPieces, withLines } from "./credit-lines.ts";
import { CREDIT_WORDS } from "./credit-words.ts";
import { amountLineId, isCharge, priceLineId, treatmentKey } from "./document-parts.ts";
import { netCredit } from "./net-credit.ts";
import type { Remaining } from "./remaining.ts";
import { totalsOf } from "./totals-of.ts";

type Content = Pick<DraftDocument, "lines" | "charges" | "allowances" | "vatBreakdown" | "totals">;

/** What the document calls things: its language, and the invoice that it credits. */
export interface Naming {
  readonly language: Language;
  readonly invoiceNumber: string;
}

interface Netted<Item> {
  readonly item: Item;
  readonly net: Money;
}

/** What a credit note says in figures: its parts, their VAT and the totals. */
export function creditContent(credit: Credit, remaining: Remaining, naming: Naming): Content {
  const { currency } = remaining;
  const { nets, breakdown, leftovers } = netCredit([...credit.takes, ...credit.extras], remaining);
  const netted = <Item>(items: readonly Item[], from: number): readonly Netted<Item>[] =>
    items.map((item, index) => ({ item, net: nets[from + index] ?? zero(currency) }));
  const takes = netted(credit.takes, 0);
  const extras = [
    ...netted(credit.extras, credit.takes.length),
    ...leftovers.map(({ vat, net }) => ({ item: byAmount(vat, zero(currency)), net })),
  ];
  const lines = [
    ...takes.flatMap((take) => takenLine(take, naming)),
    ...extras.flatMap((extra) => extraLine(extra, naming)),
  ];
  const charges = takes.flatMap(takenCharge);
  const figures = {
    ...withLines({ lines, charges, currency, language: naming.language }),
    allowances: [
      ...takes.flatMap(takenAllowance),
      ...extras.flatMap((extra) => keptFee(extra, naming)),
    ],
    vatBreakdown: breakdown.map(
      ({ category, ratePercent, taxableAmount, taxAmount, exemption }) => ({
        category,
        ratePercent,
        taxableAmount: formatAmount(taxableAmount),
        taxAmount: formatAmount(taxAmount),
        exemption,
      }),
    ),
  };
  const { charged, paidBack } = credit;
  return { ...figures, totals: totalsOf({ ...figures, currency }, { charged, paid: paidBack }) };
}

function takenLine(
  { item: { part, quantity, withVat }, net }: Netted<Take>,
  naming: Naming,
): DocumentLine[] {
  if (!("line" in part.source)) return [];
  const { line } = part.source;
  if (!quantity.eq(0)) return [lineOfPieces(line, { quantity, net, withVat })];
  const { priceDifference } = CREDIT_WORDS[naming.language];
  const lineId = priceLineId(part.partKey);
  // A line that stands for a charge has no pieces.
  const itemName = isCharge(part) ? line.itemName : priceDifference(line.itemName);
  return [lineOfAmount({ lineId, itemName, vat: line.vat }, { net, withVat })];
}

function extraLine({ item, net }: Netted<Extra>, naming: Naming): DocumentLine[] {
  const { type, partKey, name, vat, withVat } = item;
  const words = CREDIT_WORDS[naming.language];
  switch (type) {
    case "amount": {
      const itemName = words.refundOn(naming.invoiceNumber);
      return [lineOfAmount({ lineId: amountLineId(vat), itemName, vat }, { net, withVat })];
    }
    case "price": {
      const itemName = words.priceDifference(name);
      return [lineOfAmount({ lineId: priceLineId(partKey), itemName, vat }, { net, withVat })];
    }
    case "restockingFee":
      return [];
  }
}

const takenCharge = ({ item: { part, withVat }, net }: Netted<Take>): DocumentCharge[] =>
  "charge" in part.source
    ? [
        {
          ...part.source.charge,
          amount: formatAmount(net),
          amountWithVat: formatAmount(withVat),
        },
      ]
    : [];

const takenAllowance = ({ item: { part, withVat }, net }: Netted<Take>): DocumentAllowance[] =>
  "allowance" in part.source ? [{ ...part.source.allowance, ...aboveZero({ net, withVat }) }] : [];

const keptFee = (
  { item: { type, vat, withVat }, net }: Netted<Extra>,
  { language }: Naming,
): DocumentAllowance[] =>
  type === "restockingFee"
    ? [
        {
          allowanceId: `fee:${treatmentKey(vat)}`,
          type,
          name: CREDIT_WORDS[language].restockingFee,
          ...aboveZero({ net, withVat }),
          vat,
        },
      ]
    : [];

const aboveZero = ({ net, withVat }: { readonly net: Money; readonly withVat: Money }) => ({
  amount: formatAmount(money(-net.minor, net.currency)),
  amountWithVat: formatAmount(money(-withVat.minor, withVat.currency)),
});
