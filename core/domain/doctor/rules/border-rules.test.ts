import { aLine } from "../../../../tests/support/orders.ts";
import {
  aBuyer,
  aDraft,
  BERLIN,
  deliveredTo,
  PARIS,
  TO_FRANCE,
  UNTAXED,
  YEN,
  ZURICH,
} from "../test-support.ts";
import { BORDER_RULES } from "./border-rules.ts";
import { CURRENCY_RULES } from "./currency-rules.ts";
import { itFires, itIsSilent } from "./test-support.ts";

/** German VAT for a consumer in Berlin: € 10 and 19 %. */
const TO_GERMAN_CONSUMER = {
  lines: [
    aLine({ unitPrice: "11.90", taxes: [{ title: "MwSt", ratePercent: "19", amount: "1.90" }] }),
  ],
  total: "11.90",
  paidAmount: "11.90",
  buyer: aBuyer({}, BERLIN),
  deliverTo: deliveredTo(BERLIN),
};

itFires(
  [...BORDER_RULES, ...CURRENCY_RULES],
  [
    [
      "BR-IC-12",
      "error",
      "deliverTo.address.countryCode",
      () => ({
        ...aDraft(TO_FRANCE),
        deliverTo: null,
        buyer: aBuyer({ vatIdentifier: "FR40303265045" }, { countryCode: "" }),
      }),
    ],
    [
      "ART-138-1",
      "error",
      "deliverTo.address.countryCode",
      () => ({ ...aDraft(TO_FRANCE), deliverTo: deliveredTo({ countryCode: "BE" }) }),
    ],
    [
      "ART-138-1",
      "error",
      "deliverTo.address.countryCode",
      () => ({
        ...aDraft(TO_FRANCE),
        deliverTo: deliveredTo({ countryCode: "ES", postalCode: "35001" }),
      }),
    ],
    ["BR-IC-11", "info", "deliveryDate", () => aDraft({ ...TO_FRANCE, deliveredDate: null })],
    [
      "ART-146",
      "error",
      "deliverTo.address.countryCode",
      () => ({
        ...aDraft({ ...UNTAXED, deliverTo: deliveredTo(ZURICH) }),
        deliverTo: deliveredTo(PARIS),
      }),
    ],
    [
      "ART-146",
      "warning",
      "deliverTo.address.countryCode",
      () => aDraft({ deliverTo: deliveredTo(ZURICH) }),
    ],
    [
      "DOCKET-TAXED-ACROSS-BORDER",
      "info",
      "vatBreakdown",
      () => aDraft({ buyer: TO_FRANCE.buyer, deliverTo: TO_FRANCE.deliverTo }),
    ],
    ["DOCKET-TAXED-ACROSS-BORDER", "info", "vatTrace", () => aDraft(TO_GERMAN_CONSUMER)],
    ["ART-230", "warning", "vatInOwnCurrency", () => aDraft({ currency: "USD" })],
    [
      "BR-DEC-14",
      "warning",
      "currency",
      () =>
        aDraft({
          currency: "KWD",
          lines: [
            aLine({
              unitPrice: "12.100",
              taxes: [{ title: "VAT", ratePercent: "21", amount: "2.100" }],
            }),
          ],
          total: "12.100",
        }),
    ],
  ],
);

itIsSilent([
  [
    "goods to Switzerland without VAT",
    () => aDraft({ ...UNTAXED, deliverTo: deliveredTo(ZURICH) }),
  ],
  [
    "VAT of a country where the seller is registered",
    () =>
      aDraft({
        deliverTo: deliveredTo(ZURICH),
        settings: {
          vat: { registrations: [{ countryCode: "CH", vatIdentifier: "CHE116281710MWST" }] },
        },
      }),
  ],
  [
    "VAT for a French consumer",
    () => aDraft({ buyer: aBuyer({}, PARIS), deliverTo: deliveredTo(PARIS) }),
  ],
  [
    "German VAT that goes through the One-Stop Shop",
    () => aDraft({ ...TO_GERMAN_CONSUMER, settings: { vat: { usesOss: true } } }),
  ],
  [
    "German VAT of one who has a German number",
    () =>
      aDraft({
        ...TO_GERMAN_CONSUMER,
        settings: {
          vat: { registrations: [{ countryCode: "DE", vatIdentifier: "DE136695976" }] },
        },
      }),
  ],
  ["a French business that comes to the shop", () => aDraft({ buyer: TO_FRANCE.buyer })],
  [
    "dollars, with the VAT in euro",
    () => aDraft({ currency: "USD", exchange: { currency: "EUR", rate: "0.9" } }),
  ],
  [
    "whole yen, with the VAT in euro",
    () => aDraft({ ...YEN, exchange: { currency: "EUR", rate: "0.006" } }),
  ],
]);
