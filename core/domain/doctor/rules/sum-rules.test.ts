import { aDraft, creditOf } from "../test-support.ts";
import { SUM_RULES } from "./sum-rules.ts";
import { decided, itFires, itIsSilent, withBreakdown, withTotals } from "./test-support.ts";

const offByOne = (category: Parameters<typeof decided>[0]) => () =>
  withBreakdown({ taxableAmount: "9.00" }, decided(category))();

itFires(SUM_RULES, [
  ["BR-CO-10", "error", "totals.lineNetTotal", withTotals({ lineNetTotal: "10.01" })],
  ["BR-CO-11", "error", "totals.allowanceTotal", withTotals({ allowanceTotal: "0.01" })],
  ["BR-CO-12", "error", "totals.chargeTotal", withTotals({ chargeTotal: "0.01" })],
  ["BR-CO-13", "error", "totals.totalWithoutVat", withTotals({ totalWithoutVat: "10.01" })],
  ["BR-CO-14", "error", "totals.vatTotal", withTotals({ vatTotal: "2.11" })],
  ["BR-CO-15", "error", "totals.totalWithVat", withTotals({ totalWithVat: "12.11" })],
  ["BR-CO-16", "error", "totals.amountDue", withTotals({ amountDue: "0.01" })],
  ["BR-CO-17", "error", "vatBreakdown[0].taxAmount", withBreakdown({ taxAmount: "2.11" })],
  [
    "BR-CO-17",
    "error",
    "vatBreakdown[0].taxAmount",
    () => creditOf(withBreakdown({ taxAmount: "3.10" })()),
  ],
  ["BR-S-08", "error", "vatBreakdown[0].taxableAmount", withBreakdown({ taxableAmount: "10.01" })],
  ["BR-S-08", "error", "vatBreakdown", () => ({ ...aDraft(), vatBreakdown: [] })],
  ["BR-Z-08", "error", "vatBreakdown[0].taxableAmount", withBreakdown({ category: "Z" })],
  ["BR-E-08", "error", "vatBreakdown[0].taxableAmount", offByOne("E")],
  ["BR-AE-08", "error", "vatBreakdown[0].taxableAmount", offByOne("AE")],
  ["BR-IC-08", "error", "vatBreakdown[0].taxableAmount", offByOne("K")],
  ["BR-G-08", "error", "vatBreakdown[0].taxableAmount", offByOne("G")],
  ["BR-O-08", "error", "vatBreakdown[0].taxableAmount", offByOne("O")],
]);

itIsSilent([
  [
    "a credit note that ends an invoice two cents off its rate",
    () =>
      creditOf(withTotals({ vatTotal: "2.12", totalWithVat: "12.12", paidAmount: "12.12" })(), {
        vatBreakdown: withBreakdown({ taxAmount: "2.12" })().vatBreakdown,
      }),
  ],
]);
