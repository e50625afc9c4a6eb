import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { Big } from "big.js";
import { afterAll, describe, expect, it } from "vitest";
import { typstRenderer } from "#adapters/pdf/typst";
import { normaliseShopifyOrder } from "#adapters/platform/shopify";
import {
  draftDocument,
  draftRefundCredit,
  freezeDocument,
  type Document,
  type DraftDocument,
} from "#domain/document";
import { examineDocument } from "#domain/doctor";
import { merchantSettingsSchema } from "#domain/merchant";
import { presentDocument } from "#domain/presentation";
import { fillText } from "../../core/server/wiring/fill-text.ts";

const ORDERS = new URL("shopify/", import.meta.url);
const GOLDEN = new URL("../golden/shopify/", import.meta.url);
const NUMBERED = { number: "2026-0001", issueDate: "2026-11-21" };
const CREDITED = { number: "CN2026-0001", issueDate: "2026-11-21" };
const MINOR_DIGITS: Readonly<Record<string, number>> = { JPY: 0, KWD: 3 };

const names = readdirSync(ORDERS).map((file) => file.replace(/\.json$/, ""));
const settings = merchantSettingsSchema.parse(
  JSON.parse(readFileSync(new URL("settings.json", import.meta.url), "utf8")),
);
const readNode = (name: string) =>
  JSON.parse(readFileSync(new URL(`${name}.json`, ORDERS), "utf8"));

function orderOf(name: string) {
  const order = normaliseShopifyOrder(readNode(name), settings.timeZone);
  if (!order.ok) throw new Error(`${order.problem.field}: ${order.problem.message}`);
  return order.value;
}

function draftOf(name: string): DraftDocument {
  const draft = draftDocument(orderOf(name), "invoice", settings);
  if (!draft.ok) throw new Error(draft.problem.message);
  return draft.value;
}

const documentOf = (name: string): Document => freezeDocument(draftOf(name), NUMBERED, fillText);

/** One for each refund, oldest first. */
function creditNotesOf(name: string): readonly Document[] {
  const order = orderOf(name);
  const invoices = [documentOf(name)];
  return order.refunds
    .toSorted((a, b) => a.createdAt.localeCompare(b.createdAt))
    .reduce<readonly Document[]>((creditNotes, refund) => {
      const draft = draftRefundCredit({ order, refund, invoices, creditNotes }, settings);
      if (!draft.ok && draft.problem.code === "nothing-to-credit") return creditNotes;
      if (!draft.ok) throw new Error(`${name}: ${draft.problem.message}`);
      return [...creditNotes, freezeDocument(draft.value, CREDITED, fillText)];
    }, []);
}

const sum = (amounts: readonly string[]): Big =>
  amounts.reduce((total, amount) => total.plus(amount), new Big(0));

interface Bag {
  readonly shopMoney?: { readonly amount: string };
  readonly presentmentMoney?: { readonly amount: string };
}
const paidIn = (bag: Bag | null | undefined): string =>
  (bag?.presentmentMoney ?? bag?.shopMoney)?.amount ?? "0";

/** What the buyer was charged before money went back, read from the shop's own sums alone. */
function chargedBy(name: string): Big {
  const node = readNode(name);
  const refunds: readonly { totalRefundedSet: Bag }[] = node.refunds ?? [];
  const isRefunded = refunds.some(({ totalRefundedSet }) => Number(paidIn(totalRefundedSet)) > 0);
  const total = isRefunded || node.cancelledAt ? node.totalPriceSet : (node.currentTotalPriceSet ?? node.totalPriceSet);
  return sum([paidIn(total), paidIn(node.totalCashRoundingAdjustment?.paymentSet)]);
}

const papers = names.flatMap((name) => [
  { paper: name, document: documentOf(name) },
  ...creditNotesOf(name).map((document, index) => ({
    paper: `${name}.credit-note-${index + 1}`,
    document,
  })),
]);

describe.each(papers)("$paper", ({ paper, document }) => {
  const { lines, charges, vatBreakdown, totals, currency } = document;
  const digits = MINOR_DIGITS[currency] ?? 2;
  const text = (amount: Big) => amount.toFixed(digits);

  it("is its golden document", () => {
    const golden = new URL(`${paper}.document.json`, GOLDEN);
    const made = `${JSON.stringify(document, null, 2)}\n`;
    if (process.env["UPDATE_GOLDEN"] === "1") writeFileSync(golden, made);
    expect(made).toBe(readFileSync(golden, "utf8"));
  });

  it("adds up as EN 16931 says", () => {
    expect(totals.lineNetTotal).toBe(text(sum(lines.map((line) => line.lineNetAmount)))); // BR-CO-10
    expect(totals.allowanceTotal).toBe(text(sum(document.allowances.map(({ amount }) => amount)))); // BR-CO-11
    expect(totals.chargeTotal).toBe(text(sum(charges.map((charge) => charge.amount)))); // BR-CO-12
    const withoutVat = sum([totals.lineNetTotal, totals.chargeTotal]).minus(totals.allowanceTotal);
    expect(totals.totalWithoutVat).toBe(text(withoutVat)); // BR-CO-13
    expect(totals.vatTotal).toBe(text(sum(vatBreakdown.map(({ taxAmount }) => taxAmount)))); // BR-CO-14
    expect(totals.totalWithVat).toBe(text(sum([totals.totalWithoutVat, totals.vatTotal]))); // BR-CO-15
    const due = sum([totals.totalWithVat, totals.roundingAmount]).minus(totals.paidAmount);
    expect(totals.amountDue).toBe(text(due)); // BR-CO-16
  });

  it("has one VAT row per category and rate, taxed once on its sum", () => {
    const parts = [
      ...lines.map(({ vat, lineNetAmount }) => ({ vat, net: lineNetAmount })),
      ...charges.map(({ vat, amount }) => ({ vat, net: amount })),
      ...document.allowances.map(({ vat, amount }) => ({ vat, net: `-${amount}` })),
    ];
    const key = (vat: { category: string; ratePercent: string }) =>
      `${vat.category} ${vat.ratePercent}`;
    expect(new Set(vatBreakdown.map(key))).toEqual(new Set(parts.map(({ vat }) => key(vat)))); // BR-CO-18
    expect(new Set(vatBreakdown.map(key)).size).toBe(vatBreakdown.length);
    for (const row of vatBreakdown) {
      const members = parts.filter(({ vat }) => key(vat) === key(row));
      expect(row.taxableAmount).toBe(text(sum(members.map(({ net }) => net)))); // BR-S-08
      const tax = new Big(row.taxableAmount).times(row.ratePercent).div(100);
      // BR-CO-17. The credit note that takes the last of a rate takes its last cent too (decision 0010).
      const rounded = tax.round(digits, Big.roundHalfUp);
      const off = rounded.minus(row.taxAmount).abs();
      const oneUnit = new Big(10).pow(-digits);
      expect(off.lte(document.kind === "creditNote" ? oneUnit : 0)).toBe(true);
    }
  });

  it("has lines that are quantity × price − allowances", () => {
    for (const { quantity, unitPriceNet, allowances, lineNetAmount } of lines) {
      const amount = new Big(unitPriceNet)
        .times(quantity)
        .minus(sum(allowances.map((allowance) => allowance.amount)));
      expect(amount.minus(lineNetAmount).abs().lte("0.02")).toBe(true); // Peppol R120
      expect(new Big(unitPriceNet).gte(0)).toBe(true); // BR-27
    }
  });

  it("is what the doctor lets pass", () => {
    const errors = examineDocument(document).filter(({ severity }) => severity === "error");
    expect(errors).toEqual([]);
  });
});

describe.each(names)("%s", (name) => {
  const { totals, currency } = documentOf(name);
  const text = (amount: Big) => amount.toFixed(MINOR_DIGITS[currency] ?? 2);
  const chargedOn = (paper: Document) => sum([paper.totals.totalWithVat, paper.totals.roundingAmount]);

  it("comes to what the shop charged", () => {
    expect(text(sum([totals.totalWithVat, totals.roundingAmount]))).toBe(text(chargedBy(name)));
  });

  it("is never credited by more, and never pays back what the shop did not", () => {
    const notes = creditNotesOf(name);
    const credited = notes.map(chargedOn).reduce((total, each) => total.plus(each), new Big(0));
    expect(credited.lte(chargedBy(name))).toBe(true);
    const paidBack = sum(notes.map((note) => note.totals.paidAmount));
    expect(paidBack.lte(sum(orderOf(name).refunds.map((refund) => refund.totalRefunded)))).toBe(true);
  });
});

it("knows no golden document without its order", () => {
  const goldens = existsSync(GOLDEN) ? readdirSync(GOLDEN) : [];
  expect(goldens.toSorted()).toEqual(papers.map(({ paper }) => `${paper}.document.json`).toSorted());
});

describe("a PDF", () => {
  const renderer = typstRenderer();
  afterAll(() => renderer.close());

  it.each(papers)("of $paper is made", async ({ document }) => {
    const printable = presentDocument(document);
    const pdf = await renderer.renderPdf(printable, null, NUMBERED.issueDate);
    expect(Buffer.from(pdf.subarray(0, 5)).toString()).toBe("%PDF-");
  });
});
