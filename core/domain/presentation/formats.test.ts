import { describe, expect, it } from "vitest";
import { formatDate, formatMoney, formatNumber, formatPercent } from "./formats.ts";
import { titleOf } from "./index.ts";

const NBSP = "\u00a0";

describe("formats", () => {
  it.each([
    [
      "nl",
      `€${NBSP}1.234,50`,
      `−€${NBSP}3,00`,
      "21 november 2026",
      "1 januari 2027",
      `5,5${NBSP}%`,
    ],
    [
      "fr",
      `1.234,50${NBSP}€`,
      `−3,00${NBSP}€`,
      "21 novembre 2026",
      "1er janvier 2027",
      `5,5${NBSP}%`,
    ],
    [
      "de",
      `1.234,50${NBSP}€`,
      `−3,00${NBSP}€`,
      "21. November 2026",
      "1. Januar 2027",
      `5,5${NBSP}%`,
    ],
    ["en", "€1,234.50", "−€3.00", "21 November 2026", "1 January 2027", "5.5%"],
  ] as const)("in %s", (language, ...written) => {
    const style = { currency: "EUR", language };
    expect([
      formatMoney("1234.50", style),
      formatMoney("-3.00", style),
      formatDate("2026-11-21", language),
      formatDate("2027-01-01", language),
      formatPercent("5.50", language),
    ]).toEqual(written);
  });

  it("keeps every digit of an amount that no float could hold", () => {
    const style = { currency: "EUR", language: "nl" } as const;
    expect(formatMoney("12345678901234567.89", style)).toBe(`€${NBSP}12.345.678.901.234.567,89`);
    expect(formatMoney("0.1234", style, 4)).toBe(`€${NBSP}0,1234`);
  });

  it("writes quantities without trailing zeros", () => {
    expect(formatNumber("2.750", "nl")).toBe("2,75");
    expect(formatNumber("1250.00", "fr")).toBe("1.250");
    expect(formatNumber("0.333333333333", "en")).toBe("0.333333333333");
  });

  it("calls each kind by its name", () => {
    expect(titleOf("orderConfirmation", "nl")).toBe("Orderbevestiging");
    expect(titleOf("deliveryNote", "fr")).toBe("Bon de livraison");
    expect(titleOf("receipt", "de")).toBe("Quittung");
    expect(titleOf("invoice", "en")).toBe("Invoice");
  });
});
