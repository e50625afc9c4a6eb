import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { defaultSettings, DOCUMENT_KINDS, merchantSettingsSchema } from "#domain/merchant";
import { decimal, formatAmount, roundToMoney, sumOf } from "#domain/money";
import type { NormalisedOrder } from "#domain/order";
import { aLine, anOrder } from "../../../tests/support/orders.ts";
import { draftDocument, freezeDocument, type DraftDocument } from "./index.ts";

const settings = defaultSettings();

function draftOf(order: NormalisedOrder): DraftDocument {
  const draft = draftDocument(order, "invoice", settings);
  if (!draft.ok) throw new Error(draft.problem.message);
  return draft.value;
}

const freeze = (order: NormalisedOrder, number = "2026-0001") =>
  freezeDocument(draftOf(order), { number, issueDate: "2026-11-21" }, (template) => template);

describe("an order with VAT in its prices", () => {
  it("becomes nets and VAT that add up to what was charged", () => {
    const { lines, vatBreakdown, totals } = draftOf(anOrder());
    expect(lines[0]).toMatchObject({
      unitPriceNet: "10",
      unitPriceWithVat: "12.1",
      lineNetAmount: "10.00",
      lineAmountWithVat: "12.10",
      vat: { category: "S", ratePercent: "21" },
    });
    expect(vatBreakdown).toEqual([
      {
        category: "S",
        ratePercent: "21",
        taxableAmount: "10.00",
        taxAmount: "2.10",
        exemption: null,
      },
    ]);
    expect(totals).toEqual({
      lineNetTotal: "10.00",
      allowanceTotal: "0.00",
      chargeTotal: "0.00",
      totalWithoutVat: "10.00",
      vatTotal: "2.10",
      totalWithVat: "12.10",
      paidAmount: "12.10",
      roundingAmount: "0.00",
      amountDue: "0.00",
    });
  });

  it("puts the cent that no taxable amount can meet into the rounding amount", () => {
    const line = aLine({
      unitPrice: "10",
      taxes: [{ title: "BTW", ratePercent: "21", amount: "1.74" }],
    });
    const { totals } = draftOf(anOrder({ lines: [line], total: "10", paidAmount: "10" }));
    expect(totals).toMatchObject({
      totalWithVat: "9.99",
      roundingAmount: "0.01",
      amountDue: "0.00",
    });
  });
});

it("adds shipping as a charge and keeps two rates apart", () => {
  const order = anOrder({
    lines: [
      aLine(),
      aLine({
        lineId: "2",
        unitPrice: "10.60",
        quantity: "2",
        taxes: [{ title: "BTW", ratePercent: "6", amount: "1.20" }],
      }),
    ],
    charges: [
      {
        chargeId: "s",
        type: "shipping",
        name: "bpost",
        amount: "6.05",
        taxes: [{ title: "BTW", ratePercent: "21", amount: "1.05" }],
      },
    ],
    total: "39.35",
    paidAmount: "0",
    isPaid: false,
  });
  const { charges, vatBreakdown, totals } = draftOf(order);
  expect(charges).toEqual([
    {
      chargeId: "s",
      type: "shipping",
      name: "bpost",
      amount: "5.00",
      amountWithVat: "6.05",
      vat: { category: "S", ratePercent: "21" },
    },
  ]);
  expect(vatBreakdown).toEqual([
    {
      category: "S",
      ratePercent: "21",
      taxableAmount: "15.00",
      taxAmount: "3.15",
      exemption: null,
    },
    { category: "S", ratePercent: "6", taxableAmount: "20.00", taxAmount: "1.20", exemption: null },
  ]);
  expect(totals).toMatchObject({
    lineNetTotal: "30.00",
    chargeTotal: "5.00",
    totalWithVat: "39.35",
    amountDue: "39.35",
  });
});

it("shows a discount as an allowance without VAT: price × quantity − allowance is the line's net", () => {
  const line = aLine({
    quantity: "3",
    allowances: [{ reason: "ZOMER10", amount: "3.63" }],
    taxes: [{ title: "BTW", ratePercent: "21", amount: "5.67" }],
  });
  const { lines } = draftOf(anOrder({ lines: [line], total: "32.67", paidAmount: "32.67" }));
  expect(lines[0]).toMatchObject({
    unitPriceNet: "10",
    allowances: [{ reason: "ZOMER10", amount: "3.00" }],
    lineNetAmount: "27.00",
  });
});

describe("VAT that the shop did not charge", () => {
  it.each([
    ["no tax line", [], "E"],
    ["a tax line of 0 %", [{ title: "BTW", ratePercent: "0", amount: "0" }], "Z"],
    ["a rate whose tax was waived", [{ title: "BTW", ratePercent: "21", amount: "0" }], "E"],
  ])("%s", (_, taxes, category) => {
    const { lines, totals } = draftOf(anOrder({ lines: [aLine({ taxes })] }));
    expect(lines[0]?.vat).toMatchObject({ category, ratePercent: "0" });
    expect(totals).toMatchObject({ totalWithoutVat: "12.10", vatTotal: "0.00" });
  });
});

it.each([
  ["JPY", "1000", "91", "10", "1000", "909"],
  ["KWD", "1.050", "0.050", "5", "1.050", "1.000"],
])(
  "computes in %s with its own number of digits",
  (currency, price, tax, ratePercent, total, net) => {
    const line = aLine({ unitPrice: price, taxes: [{ title: "VAT", ratePercent, amount: tax }] });
    const { totals } = draftOf(anOrder({ currency, lines: [line], total, paidAmount: total }));
    expect(totals).toMatchObject({
      totalWithoutVat: net,
      totalWithVat: total,
      amountDue: currency === "JPY" ? "0" : "0.000",
    });
  },
);

it.each([
  [
    "a negative line",
    [
      aLine(),
      aLine({
        lineId: "2",
        unitPrice: "-2.42",
        taxes: [{ title: "BTW", ratePercent: "21", amount: "-0.42" }],
      }),
    ],
    "9.68",
  ],
  ["a gift card only", [aLine({ isGiftCard: true, unitPrice: "25", taxes: [] })], "25"],
  ["nothing to pay", [aLine({ unitPrice: "0", taxes: [] })], "0"],
])("takes %s", (_, lines, total) => {
  const { totals } = draftOf(anOrder({ lines, total, paidAmount: total }));
  expect(totals).toMatchObject({
    totalWithVat: formatAmount(roundToMoney(decimal(total), "EUR")),
    amountDue: "0.00",
  });
});

describe("refuses", () => {
  it("an order without lines", () => {
    expect(draftDocument(anOrder({ lines: [] }), "invoice", settings)).toMatchObject({
      ok: false,
      problem: { code: "nothing-to-document", field: "lines" },
    });
  });

  it("an order whose lines do not come to its total, and says both", () => {
    const draft = draftDocument(anOrder({ total: "15.00" }), "invoice", settings);
    expect(draft).toMatchObject({
      ok: false,
      problem: { code: "order-does-not-add-up", field: "total" },
    });
    expect(draft.ok ? "" : draft.problem.message).toContain(
      "lines and charges come to 12.10 EUR, but the shop's total is 15.00 EUR",
    );
  });
});

it("keeps the customer's note as shown and as internal note, and takes the caption of the paid state and language", () => {
  const paid = draftOf(anOrder({ note: "Bel aan bij de buren", locale: "fr-BE" }));
  expect(paid).toMatchObject({
    language: "fr",
    note: "Bel aan bij de buren",
    internalNote: "Bel aan bij de buren",
    captionTemplate: settings.texts.captions.paid.fr,
  });
  const unpaid = draftOf(anOrder({ isPaid: false, paidAmount: "0", locale: "ja" }));
  expect(unpaid).toMatchObject({
    language: "nl",
    captionTemplate: settings.texts.captions.toBePaid.nl,
  });
});

describe("freezing", () => {
  it("gives an unpaid invoice its due date and structured communication", () => {
    const document = freeze(anOrder({ isPaid: false, paidAmount: "0" }), "2026-0042");
    expect(document).toMatchObject({
      number: "2026-0042",
      issueDate: "2026-11-21",
      dueDate: "2026-12-05",
      paymentReference: "+++000/0001/00131+++",
    });
  });

  it("never lets a due date that the shop agreed fall before the issue date", () => {
    const order = anOrder({ isPaid: false, paidAmount: "0", dueDate: "2026-11-01" });
    expect(freeze(order).dueDate).toBe("2026-11-21");
  });

  it("gives a paid invoice no due date", () => {
    expect(freeze(anOrder()).dueDate).toBeNull();
  });

  it("quotes the number where the merchant wants that", () => {
    const byNumber = merchantSettingsSchema.parse({ payment: { reference: "number" } });
    const draft = draftDocument(anOrder(), "invoice", byNumber);
    if (!draft.ok) throw new Error(draft.problem.message);
    const frozen = freezeDocument(
      draft.value,
      { number: "F-7", issueDate: "2026-11-21" },
      () => "",
    );
    expect(frozen.paymentReference).toBe("F-7");
  });
});

it("meets EN 16931 and the charge for any order with VAT in its prices, whatever the kind", () => {
  const line = fc.record({
    cents: fc.integer({ min: 0, max: 50_000 }),
    quantity: fc.integer({ min: 1, max: 20 }),
    discountPercent: fc.constantFrom(0, 0, 10, 33, 100),
    ratePercent: fc.constantFrom("0", "6", "12", "21"),
  });
  fc.assert(
    fc.property(
      fc.array(line, { minLength: 1, maxLength: 12 }),
      fc.constantFrom(...DOCUMENT_KINDS),
      (drawn, kind) => {
        const lines = drawn.map(({ cents, quantity, discountPercent, ratePercent }, index) => {
          const listAmount = decimal(String(cents)).div(100).times(quantity);
          const discount = listAmount.times(discountPercent).div(100).round(2);
          const charged = listAmount.minus(discount);
          const tax = charged.times(ratePercent).div(decimal(ratePercent).plus(100)).round(2);
          return aLine({
            lineId: String(index),
            unitPrice: decimal(String(cents)).div(100).toFixed(),
            quantity: String(quantity),
            allowances: discount.eq(0) ? [] : [{ reason: "x", amount: discount.toFixed() }],
            taxes: [{ title: "BTW", ratePercent, amount: tax.toFixed() }],
          });
        });
        const total = sumOf(
          lines.map(({ unitPrice, quantity, allowances }) =>
            decimal(unitPrice)
              .times(quantity)
              .minus(sumOf(allowances.map(({ amount }) => decimal(amount)))),
          ),
        );
        const draft = draftDocument(
          anOrder({ lines, total: total.toFixed(), paidAmount: "0" }),
          kind,
          settings,
        );
        if (!draft.ok) throw new Error(draft.problem.message);
        const { totals, vatBreakdown, lines: made } = draft.value;
        const sum = (amounts: string[]) => sumOf(amounts.map(decimal)).toFixed(2);
        expect(totals.lineNetTotal).toBe(sum(made.map(({ lineNetAmount }) => lineNetAmount))); // BR-CO-10
        expect(totals.vatTotal).toBe(sum(vatBreakdown.map(({ taxAmount }) => taxAmount))); // BR-CO-14
        expect(totals.totalWithVat).toBe(sum([totals.totalWithoutVat, totals.vatTotal])); // BR-CO-15
        expect(totals.amountDue).toBe(total.toFixed(2)); // due = charged − paid
        expect(totals.amountDue).toBe(sum([totals.totalWithVat, totals.roundingAmount])); // BR-CO-16
        for (const each of made) {
          const list = decimal(each.unitPriceNet).times(each.quantity);
          const expected = list.minus(sumOf(each.allowances.map(({ amount }) => decimal(amount))));
          expect(expected.minus(each.lineNetAmount).abs().lte("0.02")).toBe(true); // Peppol R120
        }
      },
    ),
    { numRuns: 300 },
  );
});
