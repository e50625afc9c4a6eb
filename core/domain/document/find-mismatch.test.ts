import { describe, expect, it } from "vitest";
import { defaultSettings } from "#domain/merchant";
import { aLine, anOrder } from "../../../tests/support/orders.ts";
import { draftDocument } from "./index.ts";

const draft = (changes: Parameters<typeof anOrder>[0]) =>
  draftDocument(anOrder(changes), "invoice", defaultSettings());
const tax = (ratePercent: string, amount: string) => ({ title: "BTW", ratePercent, amount });

describe("a tax that is not its rate's is refused", () => {
  it.each([
    ["too little of it", [tax("21", "1.00")], "1.00 EUR of VAT at 21 %"],
    ["an amount without a rate", [tax("0", "2.10")], "2.10 EUR of VAT at 0 %"],
  ])("%s", (_, taxes, sentence) => {
    const refused = draft({ lines: [aLine({ taxes })] });
    expect(refused).toMatchObject({
      ok: false,
      problem: { code: "order-does-not-add-up", field: "taxLines" },
    });
    expect(refused.ok ? "" : refused.problem.message).toContain(sentence);
  });

  it("also where prices hold no VAT, instead of moving the prices until it fits", () => {
    const line = aLine({ unitPrice: "100.00", taxes: [tax("21", "10.50")] });
    expect(draft({ pricesIncludeVat: false, lines: [line], total: "110.50" }).ok).toBe(false);
  });
});

describe("a shop's own rounding is taken", () => {
  it.each([
    [
      "EUR to cents, on every line",
      "EUR",
      "21",
      [
        ["0.38", "0.07"],
        ["0.38", "0.07"],
        ["0.38", "0.07"],
      ],
      "1.14",
    ],
    [
      "KWD to hundredths",
      "KWD",
      "5",
      [
        ["24.570", "1.17"],
        ["3.830", "0.18"],
      ],
      "28.400",
    ],
    [
      "HUF to whole forints",
      "HUF",
      "27",
      [
        ["3990", "848"],
        ["990", "210"],
      ],
      "4980",
    ],
  ] as const)("%s", (_, currency, ratePercent, charged, total) => {
    const lines = charged.map(([unitPrice, amount], index) =>
      aLine({ lineId: String(index), unitPrice, taxes: [tax(ratePercent, amount)] }),
    );
    expect(draft({ currency, lines, total, paidAmount: total }).ok).toBe(true);
  });
});

it("does not count a rate that was waived beside one that was not", () => {
  const made = draft({ lines: [aLine({ taxes: [tax("21", "2.10"), tax("10", "0")] })] });
  expect(made).toMatchObject({
    ok: true,
    value: { lines: [{ vat: { category: "S", ratePercent: "21" } }] },
  });
});

it("writes a negative price as a negative quantity (BR-27)", () => {
  const reduction = aLine({ lineId: "2", unitPrice: "-2.42", taxes: [tax("21", "-0.42")] });
  expect(draft({ lines: [aLine(), reduction], total: "9.68" })).toMatchObject({
    value: {
      lines: [
        { quantity: "1", unitPriceNet: "10" },
        { quantity: "-1", unitPriceNet: "2", unitPriceWithVat: "2.42", lineNetAmount: "-2.00" },
      ],
    },
  });
});
