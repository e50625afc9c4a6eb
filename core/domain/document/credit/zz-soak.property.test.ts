import fc from "fast-check";
import { expect, it } from "vitest";
import { decimal, decimalText, minorDigits, sumOf, type Decimal } from "#domain/money";
import type { NormalisedOrder, OrderRefund } from "#domain/order";
import { vatKey } from "#domain/tax";
import { randomOrder } from "../../../../tests/support/random-orders.ts";
import type { Document, DraftDocument } from "../document.ts";
import { draftDocument } from "../draft-document.ts";
import {
  draftAdditionalInvoice,
  draftEditCredit,
  draftRefundCredit,
  remainingOf,
  type EditedOrder,
} from "./index.ts";
import {
  brokenSum,
  chargedOf,
  checkBalance,
  checkBooks,
  checkMoney,
  checkNote,
  owedByOrder,
  rowOf,
  sumsByPart,
  unitOf,
  type Row,
} from "./laws/test-support.ts";
import {
  aRefund,
  atRate,
  editedLine,
  frozen,
  invoiceDraftOf,
  settings,
  totalOf,
  withPost,
} from "./test-support.ts";

/** An order, what became of it, and the papers so far. */
interface Books {
  order: NormalisedOrder;
  readonly invoices: Document[];
  readonly creditNotes: Document[];
  readonly editCreditNotes: Document[];
  /** Pieces given back, by line. */
  readonly returned: Map<string, number>;
  issued: number;
  /** The order was edited, and the papers of that are not issued yet. */
  isEditWaiting: boolean;
  isClosed: boolean;
}

type Step = {
  readonly type: (typeof STEPS)[number];
  readonly draw: readonly [number, number, number];
};
const STEPS = ["lines", "lines", "amount", "shipping", "edit", "pay", "cancel", "tooMuch"] as const;

const step: fc.Arbitrary<Step> = fc.record({
  type: fc.constantFrom(...STEPS),
  draw: fc.tuple(fc.nat(9_999), fc.nat(9_999), fc.nat(9_999)),
});

const inUnits = (amount: Decimal, currency: string): string =>
  decimalText(amount.round(minorDigits(currency)));

it("never gives back more than the invoice, by line, by rate and in total, and all of it to the cent", () => {
  let notes = 0;
  let refused = 0;
  fc.assert(
    fc.property(fc.nat(1_000_000), fc.array(step, { maxLength: 7 }), (seed, steps) => {
      const books = openBooks(seed);
      if (books === null) return;
      for (const each of steps) {
        const accepted = takeStep(books, each);
        if (!accepted) refused += 1;
      }
      closeBooks(books);
      notes += books.creditNotes.length;
    }),
    { numRuns: 10_000 },
  );
  expect(notes).toBeGreaterThan(1_200);
  expect(refused).toBeGreaterThan(100);
}, 900_000);

function openBooks(seed: number): Books | null {
  const drawn = { ...randomOrder(seed), paidAmount: "0", isPaid: false };
  const order = seed % 4 === 0 ? ofCents(drawn) : drawn;
  const paid = seed % 3 === 0 ? order : { ...order, paidAmount: order.total, isPaid: true };
  if (!draftDocument(paid, "invoice", settings).ok || !decimal(paid.total).gt(0)) return null;
  return {
    order: paid,
    invoices: [frozen(invoiceDraftOf(paid), "I-1")],
    creditNotes: [],
    editCreditNotes: [],
    returned: new Map(),
    issued: 1,
    isEditWaiting: false,
    isClosed: false,
  };
}

/** The same for cents: there rounding has most to say. */
function ofCents(order: NormalisedOrder): NormalisedOrder {
  const lines = order.lines.map((line) => editedLine(line, Number(line.quantity) * 2, "0.02"));
  const cheap = { ...order, lines, charges: [] };
  return { ...cheap, total: totalOf(cheap) };
}

/** False when it was refused, as it should be. */
function takeStep(books: Books, { type, draw }: Step): boolean {
  switch (type) {
    case "lines":
      return refund(books, refundOfLines(books, draw));
    case "amount":
      return refund(books, {
        totalRefunded: inUnits(
          chargedOf(books.invoices, books.order.currency).times(draw[0]).div(15_000),
          books.order.currency,
        ),
      });
    case "shipping":
      return refund(books, refundOfShipping(books, draw));
    case "edit":
      return edit(books, draw);
    case "pay":
      pay(books);
      return true;
    case "cancel":
      books.order = { ...books.order, cancelledAt: "2026-11-25T00:00:00Z" };
      issueEdit(books);
      return true;
    case "tooMuch":
      return refuseOneMore(books);
  }
}

/** All that is owed; what was paid too much stays. */
function pay(books: Books): void {
  const { total, paidAmount } = books.order;
  if (decimal(paidAmount).gte(total)) return;
  books.order = { ...books.order, paidAmount: total, isPaid: true };
}

/** Some pieces of some lines: for what they are worth, for what the shop says or for a little less; with a fee, a gift, or no money. */
function refundOfLines({ order, invoices, returned }: Books, [which, pieces, how]: Step["draw"]) {
  const lines = order.lines.flatMap(({ lineId, quantity }, index) => {
    const left = Number(quantity) - (returned.get(lineId) ?? 0);
    if (((which >> index) & 1) === 0 || left < 1) return [];
    const taken = 1 + ((pieces >> index) % left);
    const invoiced = invoices
      .flatMap((invoice) => invoice.lines)
      .find((line) => line.lineId === lineId);
    if (invoiced === undefined) return [];
    const worth = decimal(invoiced.lineAmountWithVat).times(taken).div(invoiced.quantity);
    const said = how % 5 === 0 ? worth.times("0.93") : worth;
    return [{ lineId, quantity: String(taken), worth: decimal(inUnits(said, order.currency)) }];
  });
  const listed = sumOf(lines.map(({ worth }) => worth));
  const factor = ["1", "1", "1", "0.9", "1.1", "0"][how % 6] ?? "1";
  const kept = ["0", "0.05", "1"][how % 7] ?? "0";
  return {
    lines: lines.map(({ lineId, quantity, worth }) => ({
      lineId,
      quantity,
      amountWithVat: how % 4 === 0 ? null : decimalText(worth),
    })),
    totalRefunded: inUnits(listed.times(factor), order.currency),
    keptAmount: inUnits(listed.times(kept), order.currency),
  };
}

function refundOfShipping({ order, invoices }: Books, [, , how]: Step["draw"]) {
  const charge = invoices.flatMap(({ charges }) => charges).find(({ type }) => type === "shipping");
  if (charge === undefined) return {};
  const amount = inUnits(
    decimal(charge.amountWithVat).times(how % 2 === 0 ? "1" : "0.37"),
    order.currency,
  );
  return {
    charges: [{ chargeId: charge.chargeId, amountWithVat: amount }],
    totalRefunded: amount,
  };
}

function refund(books: Books, changes: Partial<OrderRefund>): boolean {
  const made = aRefund({
    ...changes,
    refundId: `r${books.order.refunds.length + 1}`,
    createdAt: new Date(Date.UTC(2026, 10, 22, 0, books.order.refunds.length)).toISOString(),
  });
  const before = { ...books, refund: made };
  const draft = draftRefundCredit(before, settings);
  if (!draft.ok) {
    expect(["credit-exceeds-invoice", "nothing-to-credit"]).toContain(draft.problem.code);
    return false;
  }
  books.order = { ...books.order, refunds: [...books.order.refunds, made] };
  for (const { lineId, quantity } of made.lines) {
    books.returned.set(lineId, (books.returned.get(lineId) ?? 0) + Number(quantity));
  }
  const { paidAmount, amountDue } = draft.value.totals;
  const isOverpaid = decimal(books.order.paidAmount).gt(books.order.total);
  if (!isOverpaid) expect(decimal(paidAmount).eq(made.totalRefunded)).toBe(true);
  // Beside money that went back, nothing is given but what the buyer still owes.
  if (decimal(paidAmount).gt(0)) expect(decimal(amountDue).lte(stillOwed(books))).toBe(true);
  issueCredit(books, draft.value);
  if (isOpen(books)) checkBalance(books);
  checkFee(books, made, draft.value);
  return true;
}

const isOpen = ({ order, isEditWaiting, isClosed }: Books): boolean =>
  order.cancelledAt === null && !isEditWaiting && !isClosed;

/** The shop says that it kept a fee, or the buyer owes nothing any more. */
function checkFee(books: Books, { keptAmount }: OrderRefund, { allowances }: DraftDocument): void {
  const fees = allowances.filter(({ type }) => type === "restockingFee");
  const fee = sumOf(fees.map(({ amountWithVat }) => decimal(amountWithVat)));
  if (fee.lte(keptAmount) || books.order.cancelledAt !== null) return;
  expect(owedByOrder(books).lte(0)).toBe(true);
}

function stillOwed({ order, invoices, creditNotes, editCreditNotes }: Books): Decimal {
  const { currency } = order;
  const setOff = sumOf(creditNotes.map(({ totals }) => decimal(totals.amountDue)));
  const invoiced = chargedOf(invoices, currency);
  const sold = chargedOf(editCreditNotes, currency).plus(order.total);
  const isAdded = order.cancelledAt === null && sold.gt(invoiced);
  const owed = (isAdded ? sold : invoiced).minus(order.paidAmount).minus(setOff);
  return owed.gt(0) ? owed : decimal("0");
}

function issueCredit(books: Books, draft: DraftDocument): Document {
  books.issued += 1;
  const note = frozen(draft, `C-${books.issued}`);
  checkNote(books, note);
  books.creditNotes.push(note);
  checkBooks(books);
  if (!books.isClosed) checkMoney(books);
  return note;
}

function edit(books: Books, [which, how, price]: Step["draw"]): boolean {
  const { order, returned } = books;
  const place = which % order.lines.length;
  const line = order.lines[place];
  if (line === undefined || order.cancelledAt !== null) return true;
  const pieces = Number(line.quantity);
  const kept = returned.get(line.lineId) ?? 0;
  const changed = [
    () =>
      kept === 0 && pieces === 1
        ? []
        : [editedLine(line, Math.max(kept, 1, Math.floor(pieces / 2)))],
    () => [editedLine(line, pieces, price % 2 === 0 ? "0.9" : "0.5")],
    () => [editedLine(line, pieces + 1)],
    () => [line, { ...editedLine(line, 1), lineId: `${line.lineId}-${books.issued}` }],
    () => [editedLine(line, pieces, "1.2")],
    () => [atRate(line, price % 2 === 0 ? "6" : "21", order)],
    () => [line],
  ][how % 7]?.() ?? [line];
  const lines = order.lines.toSpliced(place, 1, ...changed);
  const next = { ...order, lines, charges: how % 7 === 6 ? withPost(order) : order.charges };
  const edited = { ...next, total: totalOf(next) };
  if (lines.length === 0 || !draftDocument(edited, "invoice", settings).ok) return true;
  books.order = edited;
  if (price % 3 === 0) pay(books);
  books.isEditWaiting = price % 5 === 0;
  if (!books.isEditWaiting) issueEdit(books);
  return true;
}

/** Once more when the invoice of what was added left room for what was taken off. */
function issueEdit(books: Books, rounds = 1): void {
  const edited = (): EditedOrder => ({ ...books, asNow: invoiceDraftOf(books.order) });
  const credit = draftEditCredit(edited(), settings);
  if (credit !== null) books.editCreditNotes.push(issueCredit(books, credit));
  const added = draftAdditionalInvoice(edited(), settings);
  if (added !== null) {
    books.issued += 1;
    books.invoices.push(frozen(added, `I-${books.issued}`));
    expect(brokenSum(added)).toBe("");
    checkMoney(books);
  }
  expect(draftAdditionalInvoice(edited(), settings)).toBeNull();
  if (draftEditCredit(edited(), settings) === null) {
    books.isEditWaiting = false;
    if (isOpen(books)) checkBalance(books);
    return;
  }
  expect(rounds).toBe(1);
  issueEdit(books, rounds + 1);
}

function refuseOneMore(books: Books): boolean {
  const { order, invoices, creditNotes } = books;
  const left = chargedOf(invoices, order.currency).minus(chargedOf(creditNotes, order.currency));
  const tooMuch = inUnits(left.plus(unitOf(order.currency)), order.currency);
  const settled = { ...order, cancelledAt: null, paidAmount: order.total };
  const refundOfAll = aRefund({ refundId: "more", totalRefunded: tooMuch });
  const draft = draftRefundCredit({ ...books, order: settled, refund: refundOfAll }, settings);
  expect(draft).toMatchObject({ ok: false, problem: { code: "credit-exceeds-invoice" } });
  return false;
}

/** Gives back all that is left: then the credit notes are the invoice. */
function closeBooks(books: Books): void {
  const { order, invoices } = books;
  const remaining = remainingOf(invoices, books.creditNotes);
  books.order = { ...order, paidAmount: order.total };
  books.isClosed = true;
  const lines = remaining.parts.flatMap(({ source, quantity, partKey }) =>
    "line" in source && quantity.gt(0)
      ? [
          {
            lineId: partKey.slice("line:".length),
            quantity: decimalText(quantity),
            amountWithVat: null,
          },
        ]
      : [],
  );
  const left = chargedOf(invoices, order.currency).minus(
    chargedOf(books.creditNotes, order.currency),
  );
  const isDone = remaining.treatments.every(({ withVat }) => withVat.minor === 0n);
  expect(refund(books, { lines, totalRefunded: decimalText(left) })).toBe(!isDone);
  for (const key of new Set(invoices.flatMap(({ vatBreakdown }) => vatBreakdown.map(vatKey)))) {
    expect(textOf(rowOf(books.creditNotes, key))).toEqual(textOf(rowOf(invoices, key)));
  }
  const isByLine = books.creditNotes.every(
    ({ lines: credited, allowances }) =>
      credited.every(({ lineId }) => !lineId.startsWith("amount:")) &&
      allowances.every(({ type }) => type === "discount"),
  );
  const mirrored = isByLine ? textOfLines(books.creditNotes) : textOfLines(invoices);
  expect(mirrored).toEqual(textOfLines(invoices));
  if (isDone) return;
  for (const total of ["totalWithoutVat", "vatTotal", "totalWithVat", "roundingAmount"] as const) {
    const sum = (documents: readonly Document[]) =>
      decimalText(sumOf(documents.map(({ totals }) => decimal(totals[total]))));
    expect([total, sum(books.creditNotes)]).toEqual([total, sum(invoices)]);
  }
}

const textOf = ({ taxable, tax }: Row) => [decimalText(taxable), decimalText(tax)];

/** Lines that cost nothing need not come back. */
const textOfLines = (documents: readonly Document[]) =>
  [...sumsByPart(documents)]
    .filter(([, { withVat }]) => !withVat.eq(0))
    .map(([lineId, { net, withVat }]) => [lineId, decimalText(net), decimalText(withVat)])
    .toSorted(([a = ""], [b = ""]) => a.localeCompare(b));
