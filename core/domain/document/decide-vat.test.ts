import { describe, expect, it } from "vitest";
import { merchantSettingsSchema, type MerchantSettings } from "#domain/merchant";
import type { NormalisedOrder, OrderCharge, OrderLine } from "#domain/order";
import { aLine, anOrder } from "../../../tests/support/orders.ts";
import { draftDocument, type DraftDocument } from "./index.ts";

const HOME = { line1: "Kouter 1", postalCode: "9000", city: "Gent", countryCode: "BE" };
const settingsOf = (vat: object = {}, seller: object = {}): MerchantSettings =>
  merchantSettingsSchema.parse({
    seller: { legalName: "Noord", vatIdentifier: "BE0417497106", address: HOME, ...seller },
    vat,
  });

const untaxed = (changes: Partial<OrderLine> = {}) => aLine({ taxes: [], ...changes });
const address = (countryCode: string, postalCode = "1000") => ({
  line1: "1",
  line2: "",
  postalCode,
  city: "X",
  region: "",
  countryCode,
});
/** Goods of € 12.10 without VAT, sent to `countryCode`. */
function sentTo(
  place: ReturnType<typeof address>,
  vatIdentifier = "",
  changes: Partial<NormalisedOrder> = {},
): NormalisedOrder {
  const order = anOrder({ lines: [untaxed()], ...changes });
  const buyer = { ...order.buyer, vatIdentifier, address: place };
  return { ...order, buyer, deliverTo: { name: "X", address: place } };
}

function draftOf(order: NormalisedOrder, settings = settingsOf()): DraftDocument {
  const draft = draftDocument(order, "invoice", settings);
  if (!draft.ok) throw new Error(draft.problem.message);
  return draft.value;
}

const FRENCH = "FR40303265045";
const treatmentOf = (order: NormalisedOrder, settings = settingsOf()) => {
  const { lines, vatTrace } = draftOf(order, settings);
  const vat = lines[0]?.vat;
  const reason = vat !== undefined && "exemptionReason" in vat ? vat.exemptionReason : "";
  return [vat?.category, reason, vatTrace[0]?.because].join(" ");
};

describe("goods without VAT", () => {
  it.each([
    [
      "to a French business",
      address("FR", "75001"),
      FRENCH,
      "K intraCommunity goodsToBusinessInOtherMemberState",
    ],
    ["to a French consumer", address("FR", "75001"), "", "E undecided undecided"],
    ["to a Belgian business at home", address("BE"), "BE0403170701", "E undecided undecided"],
    [
      "to a Belgian business, delivered in France",
      address("FR"),
      "BE0403170701",
      "E undecided undecided",
    ],
    ["to Switzerland", address("CH"), "", "G export goodsLeavingTheUnion"],
    ["to the Canary Islands", address("ES", "35001"), "", "G export goodsLeavingTheUnion"],
    [
      "to Livigno, though a business",
      address("IT", "23041"),
      FRENCH,
      "G export goodsLeavingTheUnion",
    ],
    [
      "to Northern Ireland, to a business there",
      address("GB", "BT1 5GS"),
      "XI110305878",
      "K intraCommunity goodsToBusinessInOtherMemberState",
    ],
    ["to Great Britain", address("GB", "SW1A 1AA"), "GB110305878", "G export goodsLeavingTheUnion"],
    ["to nowhere", address(""), "", "E undecided undecided"],
  ])("%s", (_, place, vatIdentifier, expected) => {
    expect(treatmentOf(sentTo(place, vatIdentifier))).toBe(expected);
  });

  it.each([
    ["from Zürich to Vaduz", address("CH", "8001"), address("LI", "9490")],
    ["from London to Belfast", address("GB", "SW1A 1AA"), address("GB", "BT1 5GS")],
    ["from Belfast to London", address("GB", "BT1 5GS"), address("GB", "SW1A 1AA")],
    ["from Belfast to Douglas", address("GB", "BT1 5GS"), address("IM", "IM1 1AA")],
  ])("%s are sold at home", (_, home, place) => {
    const settings = settingsOf({}, { address: home, vatIdentifier: "" });
    expect(treatmentOf(sentTo(place), settings)).toBe("E undecided undecided");
  });

  it.each([
    ["from Belfast to Paris", address("GB", "BT1 5GS"), address("FR", "75001"), FRENCH, "K"],
    ["from Belfast to Oslo", address("GB", "BT1 5GS"), address("NO"), "", "G"],
    ["from London to Paris", address("GB", "SW1A 1AA"), address("FR", "75001"), FRENCH, "G"],
    ["from Zürich to Milan", address("CH", "8001"), address("IT", "20121"), "", "G"],
  ])("%s cross a border", (_, home, place, vatIdentifier, expected) => {
    const settings = settingsOf({}, { address: home, vatIdentifier: "" });
    expect(treatmentOf(sentTo(place, vatIdentifier), settings).slice(0, 1)).toBe(expected);
  });

  it("of a 0 % rate that the shop charged at home are zero rated", () => {
    const taxes = [{ title: "0 %", ratePercent: "0", amount: "0" }];
    expect(treatmentOf(anOrder({ lines: [untaxed({ taxes })] }))).toBe("Z  zeroRateCharged");
  });

  it("follow the rule that the merchant named, and print it", () => {
    const vat = { untaxedSales: "exempt", untaxedSalesRule: "Art. 44 § 2 W.Btw" };
    const order = anOrder({ lines: [untaxed()] });
    expect(treatmentOf(order, settingsOf(vat))).toBe("E exempt merchantsRule");
    expect(draftOf(order, settingsOf(vat)).legalMentions).toEqual([
      "Vrijgesteld van btw – Art. 44 § 2 W.Btw",
    ]);
  });

  it("reverse their charge at home for a business alone", () => {
    const settings = settingsOf({ untaxedSales: "reverseCharge", untaxedSalesRule: "KB 20" });
    const business = sentTo(address("BE"), "BE0403170701");
    expect(treatmentOf(business, settings)).toBe("AE domesticReverseCharge merchantsRule");
    expect(treatmentOf(sentTo(address("BE")), settings)).toBe("E undecided undecided");
  });

  it("of a small business say so in the words of its country", () => {
    const settings = settingsOf({ isSmallBusiness: true });
    const { legalMentions, vatBreakdown } = draftOf(sentTo(address("CH")), settings);
    expect(vatBreakdown).toMatchObject([{ category: "E", ratePercent: "0" }]);
    expect(legalMentions).toEqual(["Bijzondere vrijstellingsregeling kleine ondernemingen"]);
  });
});

describe("services without VAT", () => {
  const service = (place: ReturnType<typeof address>, vatIdentifier = "") =>
    sentTo(place, vatIdentifier, { lines: [untaxed({ requiresShipping: false })] });

  it.each([
    [
      "to a French business",
      address("FR"),
      FRENCH,
      "AE reverseCharge serviceToBusinessInOtherMemberState",
    ],
    ["to a French consumer", address("FR"), "", "E undecided undecided"],
    ["to the United States", address("US"), "", "O foreignService serviceOutsideTheUnion"],
    [
      "to Northern Ireland, where the Union's rules are for goods",
      address("GB", "BT1 5GS"),
      "",
      "O foreignService serviceOutsideTheUnion",
    ],
  ])("%s", (_, place, vatIdentifier, expected) => {
    expect(treatmentOf(service(place, vatIdentifier))).toBe(expected);
  });
});

describe("legal mentions", () => {
  it.each([
    ["nl", "Vrijgestelde intracommunautaire levering (art. 138 Richtlijn 2006/112/EG)"],
    ["fr", "Livraison intracommunautaire exonérée (art. 138 Directive 2006/112/CE)"],
    ["de", "Steuerfreie innergemeinschaftliche Lieferung (Art. 138 Richtlinie 2006/112/EG)"],
    ["en", "Exempt intra-Community supply (Art. 138 Directive 2006/112/EC)"],
  ])("are in the document's language: %s", (locale, mention) => {
    const { legalMentions, vatBreakdown } = draftOf(sentTo(address("FR"), FRENCH, { locale }));
    expect(legalMentions).toEqual([mention]);
    expect(vatBreakdown[0]?.exemption).toEqual({ code: "VATEX-EU-IC", text: mention });
  });

  it("are none where VAT is charged", () => {
    const { legalMentions, vatBreakdown } = draftOf(anOrder());
    expect(legalMentions).toEqual([]);
    expect(vatBreakdown[0]?.exemption).toBeNull();
  });
});

const shipping = (changes: Partial<OrderCharge> = {}): OrderCharge => ({
  chargeId: "s",
  type: "shipping",
  name: "Post",
  amount: "5",
  taxes: [],
  ...changes,
});

describe("charges without VAT", () => {
  it("follow untaxed goods", () => {
    const order = sentTo(address("CH"), "", { charges: [shipping()], total: "17.10" });
    expect(draftOf(order).charges[0]?.vat).toMatchObject({ category: "G" });
  });

  it("beside taxed goods are for the merchant to decide", () => {
    const order = anOrder({ charges: [shipping()], total: "17.10" });
    expect(draftOf(order).charges[0]?.vat).toMatchObject({ exemptionReason: "undecided" });
  });

  it("that cost nothing take the rate of the goods", () => {
    const { charges, vatBreakdown } = draftOf(anOrder({ charges: [shipping({ amount: "0" })] }));
    expect(charges[0]?.vat).toEqual({ category: "S", ratePercent: "21" });
    expect(vatBreakdown).toHaveLength(1);
  });

  it("are shared by the rates of the goods where the merchant wants that", () => {
    const reduced = aLine({
      lineId: "2",
      unitPrice: "10.60",
      taxes: [{ title: "BTW", ratePercent: "6", amount: "0.60" }],
    });
    const taxes = [{ title: "BTW", ratePercent: "21", amount: "0.79" }];
    const order = anOrder({
      lines: [aLine(), reduced],
      charges: [shipping({ amount: "4.54", taxes })],
      total: "27.24",
    });
    const { charges, totals, vatTrace } = draftOf(order, settingsOf({ shipping: "likeGoods" }));
    expect(charges.map(({ amountWithVat, vat }) => [amountWithVat, vat.ratePercent])).toEqual([
      ["2.42", "21"],
      ["2.12", "6"],
    ]);
    expect(totals).toMatchObject({ totalWithVat: "27.24", roundingAmount: "0.00" });
    expect(vatTrace.map(({ because }) => because)).toContain("followsGoods");
  });
});

describe("gift cards and tips", () => {
  const card = untaxed({
    lineId: "2",
    itemName: "Gift card",
    isGiftCard: true,
    requiresShipping: false,
  });

  it("alone are outside the scope", () => {
    expect(treatmentOf(anOrder({ lines: [card] }))).toBe("O voucher voucher");
  });

  it("beside anything else are exempt in the same words, because O stands alone (BR-O-11)", () => {
    const { vatBreakdown, lines } = draftOf(anOrder({ lines: [aLine(), card], total: "24.20" }));
    expect(lines[1]?.vat).toMatchObject({ category: "E", exemptionReason: "voucher" });
    expect(vatBreakdown[1]?.exemption?.text).toContain("Cadeaubon");
  });
});

it("puts a negative fee among the allowances, positive (BG-20)", () => {
  const taxes = [{ title: "BTW", ratePercent: "21", amount: "-0.21" }];
  const fee = shipping({ type: "fee", name: "Loyalty", amount: "-1.21", taxes });
  const { allowances, charges, totals } = draftOf(anOrder({ charges: [fee], total: "10.89" }));
  expect(charges).toEqual([]);
  expect(allowances).toMatchObject([{ name: "Loyalty", amount: "1.00", amountWithVat: "1.21" }]);
  expect(totals).toMatchObject({
    lineNetTotal: "10.00",
    allowanceTotal: "1.00",
    totalWithoutVat: "9.00",
  });
});

it("shows the VAT number of the country that is taxed, where the seller is registered there", () => {
  const settings = settingsOf({ registrations: [{ countryCode: "FR", vatIdentifier: FRENCH }] });
  const order = { ...sentTo(address("FR")), lines: [aLine()] };
  expect(draftOf(order, settings).seller.vatIdentifier).toBe(FRENCH);
  expect(draftOf(anOrder(), settings).seller.vatIdentifier).toBe("BE0417497106");
});

describe("VAT in the currency of the seller's return", () => {
  const dollars = (exchange: NormalisedOrder["exchange"]) => anOrder({ currency: "USD", exchange });

  it("is converted at the shop's own rate", () => {
    expect(draftOf(dollars({ currency: "EUR", rate: "0.9" })).vatInOwnCurrency).toEqual({
      currency: "EUR",
      vatTotal: "1.89",
      exchangeRate: "0.9",
    });
  });

  it("is left out where the shop has another currency too, or the order has the right one", () => {
    expect(draftOf(dollars({ currency: "GBP", rate: "0.8" })).vatInOwnCurrency).toBeNull();
    expect(draftOf(anOrder()).vatInOwnCurrency).toBeNull();
  });
});
