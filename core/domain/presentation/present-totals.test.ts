import { describe, expect, it } from "vitest";
import type { Document } from "#domain/document";
import { sampleDocument } from "../../../tests/golden/sample-documents.ts";
import { presentDocument } from "./index.ts";

const S21 = { category: "S", ratePercent: "21" } as const;
const RESTOCKING: Document["allowances"][number] = {
  allowanceId: "restocking",
  type: "restockingFee",
  name: "",
  amount: "8.26",
  amountWithVat: "10.00",
  vat: S21,
};

function creditNote(
  totals: Partial<Document["totals"]>,
  changes: Partial<Document> = {},
): Document {
  const document = sampleDocument();
  return {
    ...document,
    kind: "creditNote",
    precedingInvoice: { number: "2026-0042", issueDate: "2026-11-03" },
    dueDate: null,
    paymentReference: "",
    totals: { ...document.totals, ...totals },
    ...changes,
  };
}

/** "label value" per row from the total on, with plain spaces. */
const ending = (document: Document, count: number): string[] =>
  presentDocument(document)
    .totals.slice(-count)
    .map(({ label, value }) => `${label} ${value}`.replaceAll("\u00a0", " "));

describe("the totals of a credit note", () => {
  it.each([
    ["nl", ["Totaal te crediteren € 155,00", "Terugbetaald € 155,00"]],
    ["fr", ["Total à créditer 155,00 €", "Remboursé 155,00 €"]],
    ["de", ["Korrekturbetrag 155,00 €", "Erstattet 155,00 €"]],
    ["en", ["Total credited €155.00", "Refunded €155.00"]],
  ] as const)("say what was paid back, in %s", (language, rows) => {
    const document = creditNote({ paidAmount: "155.00", amountDue: "0.00" }, { language });
    expect(ending(document, 2)).toEqual(rows);
  });

  it("say what stays in the buyer's favour, and never ask for it", () => {
    const document = creditNote({ paidAmount: "100.00", amountDue: "55.00" });
    expect(ending(document, 3)).toEqual([
      "Totaal te crediteren € 155,00",
      "Terugbetaald −€ 100,00",
      "In uw voordeel € 55,00",
    ]);
    const { totals, payment } = presentDocument(document);
    expect(totals.at(-1)?.emphasis).toBe("settled");
    expect(payment).toBeNull();
  });

  it("do without what was paid back when nothing was", () => {
    const document = creditNote({ paidAmount: "0.00", amountDue: "155.00" });
    expect(ending(document, 2)).toEqual([
      "Totaal te crediteren € 155,00",
      "In uw voordeel € 155,00",
    ]);
  });

  it("come to the amount after rounding", () => {
    const totals = { totalWithVat: "155.01", roundingAmount: "-0.01", amountDue: "155.00" };
    expect(ending(creditNote(totals), 4)).toEqual([
      "Totaal incl. btw € 155,01",
      "Afronding −€ 0,01",
      "Totaal te crediteren € 155,00",
      "In uw voordeel € 155,00",
    ]);
  });
});

describe("what is taken off the whole document", () => {
  it.each([
    ["nl", "Terugnamekosten −€ 8,26", "Korting −€ 8,26"],
    ["fr", "Frais de retour −8,26 €", "Remise −8,26 €"],
    ["de", "Rücknahmegebühr −8,26 €", "Rabatt −8,26 €"],
    ["en", "Restocking fee −€8.26", "Discount −€8.26"],
  ] as const)("stands between the lines and the total, in %s", (language, fee, discount) => {
    const allowances = [RESTOCKING, { ...RESTOCKING, type: "discount" } as const];
    const rows = ending(creditNote({}, { language, allowances }), 7);
    expect(rows.slice(1, 3)).toEqual([fee, discount]);
  });

  it("keeps the name that the shop gave it", () => {
    const allowances = [{ ...RESTOCKING, name: "Trouwe klant" }];
    expect(ending({ ...sampleDocument(), allowances }, 6)).toEqual([
      "Subtotaal excl. btw € 128,10",
      "Trouwe klant −€ 8,26",
      "Totaal excl. btw € 128,10",
      "Btw 21 % € 26,90",
      "Totaal incl. btw € 155,00",
      "Te betalen € 155,00",
    ]);
  });
});
