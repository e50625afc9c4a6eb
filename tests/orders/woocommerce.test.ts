import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { Big } from "big.js";
import { describe, expect, it } from "vitest";
import { normaliseWooOrder } from "#adapters/platform/woocommerce";
import { draftDocument, draftRefundCredit, freezeDocument, type Document } from "#domain/document";
import { examineDocument } from "#domain/doctor";
import { merchantSettingsSchema } from "#domain/merchant";
import { fillText } from "../../core/server/wiring/fill-text.ts";

const ORDERS = new URL("woocommerce/", import.meta.url);
const GOLDEN = new URL("../golden/woocommerce/", import.meta.url);
const NUMBERED = { number: "2026-0001", issueDate: "2026-11-21" };
const CREDITED = { number: "CN2026-0001", issueDate: "2026-11-21" };
const MINOR_DIGITS: Readonly<Record<string, number>> = { JPY: 0, KWD: 3 };

const names = readdirSync(ORDERS).map((file) => file.replace(/\.json$/, ""));
const settings = merchantSettingsSchema.parse(
  JSON.parse(readFileSync(new URL("settings.json", import.meta.url), "utf8")),
);
const readJson = (name: string) =>
  JSON.parse(readFileSync(new URL(`${name}.json`, ORDERS), "utf8"));

function orderOf(name: string) {
  const order = normaliseWooOrder(readJson(name), settings.timeZone);
  if (!order.ok) throw new Error(`${order.problem.field}: ${order.problem.message}`);
  return order.value;
}

function invoiceOf(name: string): Document {
  const draft = draftDocument(orderOf(name), "invoice", settings);
  if (!draft.ok) throw new Error(draft.problem.message);
  return freezeDocument(draft.value, NUMBERED, fillText);
}

/** One for each refund, oldest first. */
function creditNotesOf(name: string): readonly Document[] {
  const order = orderOf(name);
  const invoices = [invoiceOf(name)];
  return order.refunds.reduce<readonly Document[]>((creditNotes, refund) => {
    const draft = draftRefundCredit({ order, refund, invoices, creditNotes }, settings);
    if (!draft.ok) throw new Error(`${name}: ${draft.problem.message}`);
    return [...creditNotes, freezeDocument(draft.value, CREDITED, fillText)];
  }, []);
}

const sum = (amounts: readonly string[]): Big =>
  amounts.reduce((total, amount) => total.plus(amount), new Big(0));

const papers = names.flatMap((name) => [
  { name, paper: name, document: invoiceOf(name) },
  ...creditNotesOf(name).map((document, index) => ({
    name,
    paper: `${name}.credit-note-${index + 1}`,
    document,
  })),
]);

/** WooCommerce does not say why something bears no VAT. What does not follow from the order is asked of the merchant. */
const ASKED_OF_THE_MERCHANT = [
  "exempt-in-own-country",
  "exempt-without-a-vat-number-de",
  "fees-taxed-and-untaxed",
  "one-line-not-taxable",
  "shipping-untaxed",
  "taxes-switched-off",
];

describe.each(papers)("$paper", ({ name, paper, document }) => {
  const { lines, charges, allowances, vatBreakdown, totals, currency } = document;
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
    expect(totals.allowanceTotal).toBe(text(sum(allowances.map(({ amount }) => amount)))); // BR-CO-11
    expect(totals.chargeTotal).toBe(text(sum(charges.map((charge) => charge.amount)))); // BR-CO-12
    const withoutVat = sum([totals.lineNetTotal, totals.chargeTotal]).minus(totals.allowanceTotal);
    expect(totals.totalWithoutVat).toBe(text(withoutVat)); // BR-CO-13
    expect(totals.vatTotal).toBe(text(sum(vatBreakdown.map(({ taxAmount }) => taxAmount)))); // BR-CO-14
    expect(totals.totalWithVat).toBe(text(sum([totals.totalWithoutVat, totals.vatTotal]))); // BR-CO-15
    const due = sum([totals.totalWithVat, totals.roundingAmount]).minus(totals.paidAmount);
    expect(totals.amountDue).toBe(text(due)); // BR-CO-16
  });

  it("has lines that are quantity × price − allowances", () => {
    for (const { quantity, unitPriceNet, allowances: own, lineNetAmount } of lines) {
      const list = new Big(unitPriceNet).times(quantity);
      const amount = list.minus(sum(own.map((allowance) => allowance.amount)));
      // Peppol R120, which a net of whole yen cannot keep.
      expect(
        amount
          .minus(lineNetAmount)
          .abs()
          .lte(digits === 0 ? "0.5" : "0.02"),
      ).toBe(true);
      expect(new Big(unitPriceNet).gte(0)).toBe(true); // BR-27
    }
  });

  it("is rounded by no more than one unit for each rate", () => {
    const units = new Big(totals.roundingAmount).abs().times(10 ** digits);
    expect(units.lte(vatBreakdown.length)).toBe(true);
  });

  it("is what the doctor lets pass, unless only the merchant knows why there is no VAT", () => {
    const errors = examineDocument(document).filter(({ severity }) => severity === "error");
    const expected = ASKED_OF_THE_MERCHANT.includes(name) ? ["ART-226-11"] : [];
    expect(errors.map(({ ruleId }) => ruleId)).toEqual(expected);
  });
});

describe.each(names)("%s", (name) => {
  const json = readJson(name);
  const { totals } = invoiceOf(name);

  it("comes to what the shop charged", () => {
    expect(sum([totals.totalWithVat, totals.roundingAmount]).eq(json.total)).toBe(true);
  });

  it("is paid when the shop has the money", () => {
    const isPaid = sum([totals.amountDue]).eq(0);
    const hasMoney = json.date_paid_gmt !== null || Number(json.total) === 0;
    expect(isPaid).toBe(hasMoney);
  });

  it("pays back what the shop did, and never more than was paid", () => {
    const notes = creditNotesOf(name);
    const returned = sum(json.refunds_full.map((refund: { amount: string }) => refund.amount));
    const paidBack = sum(notes.map((note) => note.totals.paidAmount));
    expect(paidBack.eq(sum([totals.paidAmount]).eq(0) ? 0 : returned)).toBe(true);
  });
});

/** A shop without the plugin sends WooCommerce's own webhooks: amounts rounded to price decimals, and no refunds in full. */
const roundedBy = (name: string): unknown => {
  const digits = MINOR_DIGITS[readJson(name).currency] ?? 2;
  const rounded = JSON.stringify(readJson(name)).replace(/"(-?\d+\.\d{6})"/g, (_, amount) =>
    JSON.stringify(new Big(amount).toFixed(digits)),
  );
  return { ...JSON.parse(rounded), refunds: [], refunds_full: undefined };
};

it.each(names)("%s comes to what the shop charged from a webhook of WooCommerce's own", (name) => {
  const order = normaliseWooOrder(roundedBy(name), settings.timeZone);
  const draft = order.ok ? draftDocument(order.value, "invoice", settings) : order;
  if (!draft.ok) throw new Error(draft.problem.message);
  const { totalWithVat, roundingAmount } = draft.value.totals;
  expect(sum([totalWithVat, roundingAmount]).eq(readJson(name).total)).toBe(true);
});

/** VAT categories by which the sales without VAT are told apart, though `taxes` is empty in all of them. */
it.each([
  ["export-ch", "G"],
  ["billed-in-belgium-delivered-to-ch", "G"],
  ["intra-community-goods-fr", "K"],
  ["company-lu-eu-vat-number", "K"],
  ["reverse-charge-service-nl", "AE"],
  ["service-outside-the-union-us", "O"],
  ["zero-rate-only", "Z"],
  ["exempt-in-own-country", "E"],
])("%s is %s", (name, category) => {
  const categories = invoiceOf(name).vatBreakdown.map((row) => row.category);
  expect([...new Set(categories)]).toEqual([category]);
});

it("prints both taxes of a line, which is no e-invoice", () => {
  const [line] = orderOf("two-taxes-on-a-line-ca").lines;
  expect(line?.taxes.map(({ title, ratePercent }) => `${title} ${ratePercent}`)).toEqual([
    "GST 5",
    "QST 9.975",
  ]);
});

it("knows no golden document without its order", () => {
  const goldens = existsSync(GOLDEN) ? readdirSync(GOLDEN) : [];
  const made = papers.map(({ paper }) => `${paper}.document.json`);
  expect(goldens.toSorted()).toEqual(made.toSorted());
});
