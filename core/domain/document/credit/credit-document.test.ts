import { describe, expect, it } from "vitest";
import { aLine, anOrder } from "../../../../tests/support/orders.ts";
import type { Document } from "../document.ts";
import { draftRefundCredit } from "./index.ts";
import {
  aRefund,
  creditOf,
  invoiceOf,
  issueAll,
  mugs,
  settings,
  twoRates,
} from "./test-support.ts";

const piece = (lineId: string, quantity: string, amountWithVat: string | null = null) => ({
  lineId,
  quantity,
  amountWithVat,
});

describe("what the law wants said", () => {
  const BELGIAN =
    "Btw terug te storten aan de Staat in de mate waarin ze oorspronkelijk in aftrek werd gebracht";
  const FRANCE = { ...settings.seller.address, region: "", countryCode: "FR" };
  const mentions = (changes: Partial<Document>) => {
    const invoices = [{ ...invoiceOf(twoRates), ...changes }];
    const refund = aRefund({ totalRefunded: "10" });
    const draft = draftRefundCredit(
      { order: twoRates, refund, invoices, creditNotes: [] },
      settings,
    );
    return draft.ok ? draft.value.legalMentions : null;
  };
  const { buyer } = invoiceOf(twoRates);
  const sellerWith = (vatIdentifier: string, countryCode: string) => ({
    ...settings.seller,
    vatIdentifier,
    address: { ...settings.seller.address, countryCode },
  });

  it.each<[string, Partial<Document>]>([
    ["Belgian VAT", {}],
    ["a seller without a VAT number", { seller: sellerWith("", "BE") }],
    ["a Belgian number of a seller abroad", { seller: sellerWith("BE0417497106", "NL") }],
    ["nobody knows where", { buyer: { ...buyer, address: null }, deliverTo: null }],
    ["a business abroad", { buyer: { ...buyer, vatIdentifier: "FR40303265045", address: FRANCE } }],
    ["a French address, delivered here", { buyer: { ...buyer, address: FRANCE } }],
  ])("is that deducted VAT goes back to the State: %s", (_, changes) => {
    const belgian = { name: "", address: { ...FRANCE, countryCode: "BE" } };
    const deliverTo = "deliverTo" in changes ? null : belgian;
    expect(mentions({ ...changes, deliverTo })).toEqual([BELGIAN]);
  });

  it.each<[string, Partial<Document>]>([
    ["a seller abroad", { seller: sellerWith("NL001234567B01", "NL") }],
    ["the French number of a seller in Belgium", { seller: sellerWith("FR23334175221", "BE") }],
    ["a French consumer", { buyer: { ...buyer, address: FRANCE }, deliverTo: null }],
  ])("is nothing of it for %s", (_, changes) => {
    expect(mentions(changes)).toEqual([]);
  });

  it("is what the invoice says of the treatments that are credited, in its language", () => {
    const order = anOrder({
      locale: "fr-BE",
      lines: [
        mugs(1),
        aLine({ lineId: "2", itemName: "Bon", isGiftCard: true, unitPrice: "25", taxes: [] }),
      ],
      total: "37.10",
      paidAmount: "37.10",
    });
    const [voucher] = invoiceOf(order).legalMentions;
    expect(voucher).toContain("Bon cadeau");
    expect(
      creditOf(order, { lines: [piece("1", "1")], totalRefunded: "12.10" }).legalMentions,
    ).toEqual(["TVA à reverser à l’État dans la mesure où elle a été initialement déduite"]);
    expect(
      creditOf(order, { lines: [piece("2", "1")], totalRefunded: "25" }).legalMentions,
    ).toEqual([voucher]);
  });
});

it("gives the VAT in the seller's currency at the rate of the invoice, and in the end all of it", () => {
  const exchange = { currency: "EUR", rate: "0.9137" };
  const order = { ...twoRates, currency: "USD", exchange };
  const [first, last] = issueAll(order, [
    { lines: [piece("1", "1", "12.10")], totalRefunded: "12.10" },
    { totalRefunded: "39.35" },
  ]);
  expect(invoiceOf(order).vatInOwnCurrency?.vatTotal).toBe("5.89"); // 6.45 x 0.9137
  expect(first?.vatInOwnCurrency).toEqual({
    currency: "EUR",
    exchangeRate: "0.9137",
    vatTotal: "1.92",
  });
  expect(last?.vatInOwnCurrency?.vatTotal).toBe("3.97");
});
