import { describe, expect, it } from "vitest";
import { aLine, anOrder } from "../../../../tests/support/orders.ts";
import { creditOf, invoiceOf, issueAll, linesOf, taxes, twoRates, vatOf } from "./test-support.ts";

const shipping = { chargeId: "s", amountWithVat: "6.05" };
const piece = (lineId: string, quantity: string, amountWithVat: string | null = null) => ({
  lineId,
  quantity,
  amountWithVat,
});

describe("money that differs from the lines", () => {
  it("keeps a fee, with the VAT of what is credited in proportion", () => {
    const credit = creditOf(twoRates, {
      lines: [piece("1", "2", "24.20"), piece("2", "1", "10.60")],
      totalRefunded: "30",
    });
    expect(credit.allowances).toMatchObject([
      {
        type: "restockingFee",
        name: "Ingehouden retourkosten",
        amount: "2.76",
        amountWithVat: "3.34",
      },
      { type: "restockingFee", amount: "1.38", amountWithVat: "1.46" },
    ]);
    expect(vatOf(credit)).toEqual(["21 | 17.24 | 3.62", "6 | 8.62 | 0.52"]);
    expect(credit.totals).toMatchObject({ totalWithVat: "30.00", paidAmount: "30.00" });
  });

  it("credits an exchange in full, and pays nothing out", () => {
    const credit = creditOf(twoRates, { lines: [piece("1", "1", "12.10")], method: "" });
    expect(credit).toMatchObject({ isPaid: false, payments: [] });
    expect(credit.totals).toMatchObject({ paidAmount: "0.00", amountDue: "12.10" });
  });

  it("credits by amount what goes beyond the lines", () => {
    const credit = creditOf(twoRates, { lines: [piece("1", "1", "12.10")], totalRefunded: "15" });
    expect(linesOf(credit)).toEqual([
      "1 | Mug | 10 | 10.00",
      "1 | Terugbetaling op factuur 2026-0001 | 1.11 | 1.11",
      "1 | Terugbetaling op factuur 2026-0001 | 1.47 | 1.47",
    ]);
    expect(credit.totals).toMatchObject({ totalWithVat: "15.00", amountDue: "0.00" });
  });

  it.each(["12.09", "12.11"])(
    "takes a cent that the shop rounded elsewhere for no fee and no gift: %s",
    (totalRefunded) => {
      const credit = creditOf(twoRates, { lines: [piece("1", "1")], totalRefunded });
      expect(credit.lines).toMatchObject([{ quantity: "1", lineAmountWithVat: totalRefunded }]);
      expect(credit.allowances).toEqual([]);
    },
  );
});

it("leaves no cent of the taxable amount behind when a fee is given back after all", () => {
  const order = anOrder({
    lines: [
      aLine({ unitPrice: "48.95", taxes: taxes("21", "8.50") }),
      aLine({ lineId: "2", unitPrice: "39.45", taxes: taxes("21", "6.85") }),
    ],
    total: "88.40",
    paidAmount: "88.40",
  });
  const notes = issueAll(order, [
    { lines: [piece("1", "1", "48.95")], totalRefunded: "48.85" },
    { totalRefunded: "0.10" },
    { lines: [piece("2", "1", "39.45")], totalRefunded: "39.45" },
  ]);
  expect(vatOf(invoiceOf(order))).toEqual(["21 | 73.06 | 15.34"]);
  expect(notes.map(vatOf)).toEqual([
    ["21 | 40.37 | 8.48"],
    ["21 | 0.08 | 0.02"],
    ["21 | 32.61 | 6.84"],
  ]);
  // The net of the line itself is what was invoiced, and not a cent more.
  expect(linesOf(notes[2])).toEqual([
    "1 | Mug | 32.60330579 | 32.60",
    "1 | Terugbetaling op factuur 2026-0001 | 0.01 | 0.01",
  ]);
});

describe("an order that was not paid, or not wholly", () => {
  const all = { lines: [piece("1", "2", "24.20"), piece("2", "2", "21.20")], charges: [shipping] };

  it("sets off what was never paid, and pays back the rest", () => {
    const order = { ...twoRates, paidAmount: "20", isPaid: false };
    const credit = creditOf(order, { ...all, totalRefunded: "20" });
    expect(credit.totals).toMatchObject({
      totalWithVat: "51.45",
      paidAmount: "20.00",
      amountDue: "31.45",
    });
  });

  it("keeps a fee only beyond what was never paid", () => {
    const order = { ...twoRates, paidAmount: "40", isPaid: false };
    const [first, second] = issueAll(order, [
      { lines: [piece("1", "1", "12.10")], totalRefunded: "0" },
      { lines: [piece("2", "2", "21.20")], totalRefunded: "20" },
    ]);
    expect(first?.totals).toMatchObject({ amountDue: "12.10" }); // more than the 11.45 that was owed
    expect(second).toMatchObject({ allowances: [{ amountWithVat: "1.20" }] });
  });
});
