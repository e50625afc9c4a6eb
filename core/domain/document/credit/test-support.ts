import { expect } from "vitest";
import { merchantSettingsSchema } from "#domain/merchant";
import { decimal, decimalText, roundToMoney, sumOf, toDecimal, type Decimal } from "#domain/money";
import type { NormalisedOrder, OrderLine, OrderRefund, OrderTax } from "#domain/order";
import { aLine, anOrder } from "../../../../tests/support/orders.ts";
import type { Document, DraftDocument } from "../document.ts";
import { draftDocument } from "../draft-document.ts";
import { freezeDocument } from "../freeze-document.ts";
import { brokenSum } from "./laws/test-support.ts";
import { draftRefundCredit } from "./draft-refund-credit.ts";

export const settings = merchantSettingsSchema.parse({
  seller: {
    legalName: "Noord",
    vatIdentifier: "BE0417497106",
    address: { line1: "Kouter 1", postalCode: "9000", city: "Gent", countryCode: "BE" },
  },
});

export const frozen = (draft: DraftDocument, number: string): Document =>
  freezeDocument(draft, { number, issueDate: "2026-11-21" }, (template) => template);

export function invoiceDraftOf(order: NormalisedOrder): DraftDocument {
  const draft = draftDocument(order, "invoice", settings);
  if (!draft.ok) throw new Error(draft.problem.message);
  return draft.value;
}

export const invoiceOf = (order: NormalisedOrder, number = "2026-0001"): Document =>
  frozen(invoiceDraftOf(order), number);

export const aRefund = (changes: Partial<OrderRefund> = {}): OrderRefund => ({
  refundId: "r1",
  createdAt: "2026-11-22T23:30:00Z",
  reason: "",
  lines: [],
  charges: [],
  totalRefunded: "0",
  keptAmount: "0",
  method: "Bancontact",
  ...changes,
});

export const taxes = (ratePercent: string, amount: string): readonly OrderTax[] => [
  { title: "BTW", ratePercent, amount },
];

export const mugs = (pieces: number, changes: Partial<OrderLine> = {}): OrderLine =>
  aLine({ quantity: String(pieces), taxes: taxes("21", (2.1 * pieces).toFixed(2)), ...changes });

export const books = aLine({
  lineId: "2",
  itemName: "Book",
  unitPrice: "10.60",
  quantity: "2",
  taxes: taxes("6", "1.20"),
});

export const pen = aLine({
  lineId: "3",
  itemName: "Pen",
  unitPrice: "2.42",
  taxes: taxes("21", "0.42"),
});

/** Two mugs of 12.10 and shipping of 6.05 with 21 % VAT, two books of 10.60 with 6 %: 51.45, paid. */
export const twoRates = anOrder({
  lines: [mugs(2), books],
  charges: [
    { chargeId: "s", type: "shipping", name: "bpost", amount: "6.05", taxes: taxes("21", "1.05") },
  ],
  total: "51.45",
  paidAmount: "51.45",
});

/** Issues one credit note per refund, in turn. */
export const issueAll = (order: NormalisedOrder, refunds: readonly Partial<OrderRefund>[]) =>
  refunds.reduce<readonly Document[]>(
    (notes, refund, index) => [...notes, frozen(creditOf(order, refund, notes), `C-${index + 1}`)],
    [],
  );

export const draftOf = (
  order: NormalisedOrder,
  refund: Partial<OrderRefund>,
  creditNotes: readonly Document[] = [],
) =>
  draftRefundCredit(
    { order, refund: aRefund(refund), invoices: [invoiceOf(order)], creditNotes },
    settings,
  );

export function creditOf(...wanted: Parameters<typeof draftOf>): DraftDocument {
  const draft = draftOf(...wanted);
  if (!draft.ok) throw new Error(draft.problem.message);
  expect(brokenSum(draft.value)).toBe("");
  return draft.value;
}

type Maybe<Part extends keyof Document> = Pick<Document, Part> | null | undefined;

/** "pieces | name | price | net", all without VAT. */
export const linesOf = (document: Maybe<"lines">) =>
  document?.lines.map(({ itemName, quantity, unitPriceNet, lineNetAmount }) =>
    [quantity, itemName, unitPriceNet, lineNetAmount].join(" | "),
  );

/** "rate | taxable amount | tax". */
export const vatOf = (document: Maybe<"vatBreakdown">) =>
  document?.vatBreakdown.map(({ ratePercent, taxableAmount, taxAmount }) =>
    [ratePercent, taxableAmount, taxAmount].join(" | "),
  );

const inCurrency = (amount: Decimal, currency: string): string =>
  decimalText(toDecimal(roundToMoney(amount, currency)));

/** What the order's lines and charges come to with VAT, as its shop counts. */
export const totalOf = (order: NormalisedOrder): string =>
  inCurrency(
    sumOf([...order.lines.map(amountOfLine), ...order.charges].map((part) => withVat(part, order))),
    order.currency,
  );

const amountOfLine = (line: OrderLine) => ({
  amount: decimalText(
    decimal(line.unitPrice)
      .times(line.quantity)
      .minus(sumOf(line.allowances.map(({ amount }) => decimal(amount)))),
  ),
  taxes: line.taxes,
});

const withVat = (
  part: Pick<NormalisedOrder["charges"][number], "amount" | "taxes">,
  { pricesIncludeVat }: NormalisedOrder,
): Decimal =>
  pricesIncludeVat
    ? decimal(part.amount)
    : decimal(part.amount).plus(sumOf(part.taxes.map((tax) => decimal(tax.amount))));

/** The line after an edit of its pieces and its price: discounts and taxes follow in proportion, as shops do. */
export function editedLine(line: OrderLine, pieces: number, priceFactor = "1"): OrderLine {
  const share = decimal(String(pieces)).div(line.quantity).times(priceFactor);
  const scaled = (amount: string) => decimalText(decimal(amount).times(share), 8);
  return {
    ...line,
    quantity: String(pieces),
    unitPrice: decimalText(decimal(line.unitPrice).times(priceFactor), 8),
    allowances: line.allowances.map((each) => ({ ...each, amount: scaled(each.amount) })),
    taxes: line.taxes.map((each) => ({ ...each, amount: scaled(each.amount) })),
  };
}

/** The same price at another rate. */
export function atRate(
  line: OrderLine,
  ratePercent: string,
  { pricesIncludeVat }: NormalisedOrder,
): OrderLine {
  const amount = decimal(line.unitPrice)
    .times(line.quantity)
    .minus(sumOf(line.allowances.map((each) => decimal(each.amount))));
  const tax = amount.times(ratePercent).div(pricesIncludeVat ? 100 + Number(ratePercent) : 100);
  return { ...line, taxes: taxes(ratePercent, decimalText(tax, 6)) };
}

/** Postage that came later, twice as dear each time. */
export function withPost({
  charges,
  pricesIncludeVat,
}: NormalisedOrder): NormalisedOrder["charges"] {
  const post = charges.find(({ chargeId }) => chargeId === "post");
  const amount = String(Number(post?.amount ?? "6") * 2);
  const tax = decimal(amount)
    .times(21)
    .div(pricesIncludeVat ? 121 : 100);
  const dearer = {
    chargeId: "post",
    type: "shipping" as const,
    name: "Post",
    amount,
    taxes: taxes("21", decimalText(tax, 6)),
  };
  return [...charges.filter((each) => each !== post), dearer];
}
