import { aLine } from "../../../../tests/support/orders.ts";
import {
  aBuyer,
  aDraft,
  BELGIAN_BUSINESS,
  PARIS,
  TO_FRANCE,
  UNTAXED,
  ZURICH,
} from "../test-support.ts";
import { BUYER_RULES } from "./buyer-rules.ts";
import { decided, itFires, itIsSilent } from "./test-support.ts";
import { VAT_CHECK_RULES } from "./vat-check-rules.ts";
import { VAT_NUMBER_RULES } from "./vat-number-rules.ts";

const VIES = {
  vatIdentifier: "FR40303265045",
  checkedAt: "2026-11-20T10:00:00Z",
  consultationNumber: "",
  name: "",
};

itFires(
  [...BUYER_RULES, ...VAT_NUMBER_RULES, ...VAT_CHECK_RULES],
  [
    ["BR-07", "error", "buyer.name", () => aDraft({ buyer: { ...BELGIAN_BUSINESS, name: "-" } })],
    ["BR-07", "warning", "buyer.name", () => aDraft({ buyer: aBuyer({ name: "" }) })],
    [
      "BR-11",
      "error",
      "buyer.address.countryCode",
      () => aDraft({ buyer: { ...BELGIAN_BUSINESS, address: null } }),
    ],
    [
      "BR-11",
      "warning",
      "buyer.address.countryCode",
      () => aDraft({ buyer: aBuyer({}, { countryCode: "" }) }),
    ],
    [
      "ART-226-5",
      "warning",
      "buyer.address.line1",
      () => aDraft({ buyer: aBuyer(BELGIAN_BUSINESS, { line1: "" }) }),
    ],
    [
      "PEPPOL-COMMON-R043",
      "error",
      "buyer.vatIdentifier",
      () => aDraft({ buyer: aBuyer({ vatIdentifier: "BE 0403.019.262" }) }),
    ],
    [
      "PEPPOL-COMMON-R043",
      "error",
      "buyer.vatIdentifier",
      () => aDraft({ buyer: aBuyer({ vatIdentifier: "0403019262" }) }),
    ],
    [
      "PEPPOL-COMMON-R043",
      "error",
      "buyer.enterpriseNumber",
      () => aDraft({ buyer: aBuyer({ enterpriseNumber: "0403019262" }) }),
    ],
    [
      "BR-CO-09",
      "warning",
      "buyer.vatIdentifier",
      () => aDraft({ buyer: aBuyer({ vatIdentifier: "40303265046" }, PARIS) }),
    ],
    [
      "BR-CO-09",
      "error",
      "buyer.vatIdentifier",
      () =>
        decided(
          "AE",
          aDraft({ ...UNTAXED, buyer: aBuyer({ vatIdentifier: "40303265046" }, PARIS) }),
        ),
    ],
    [
      "ART-226-4",
      "warning",
      "buyer.vatIdentifier",
      () => aDraft({ buyer: aBuyer({ vatIdentifier: "FR40303265046" }, PARIS) }),
    ],
    [
      "ART-226-4",
      "error",
      "buyer.vatIdentifier",
      () =>
        decided(
          "AE",
          aDraft({ ...UNTAXED, buyer: aBuyer({ vatIdentifier: "FR40303265046" }, PARIS) }),
        ),
    ],
    ["BR-AE-02", "error", "buyer.vatIdentifier", () => decided("AE")],
    ["BR-IC-02", "error", "buyer.vatIdentifier", () => decided("K")],
    [
      "ART-138-1-B",
      "error",
      "buyer.vatIdentifier",
      () => ({ ...aDraft(TO_FRANCE), buyer: BELGIAN_BUSINESS }),
    ],
    [
      "ART-138-1-B",
      "error",
      "buyer.vatIdentifier",
      () => ({
        ...aDraft(TO_FRANCE),
        buyer: aBuyer({ vatIdentifier: "CHE116281710MWST" }, ZURICH),
      }),
    ],
    [
      "ART-138-1-B",
      "error",
      "buyerVatCheck",
      () => ({ ...aDraft(TO_FRANCE), buyerVatCheck: { ...VIES, state: "invalid" } }),
    ],
    [
      "ART-196",
      "warning",
      "buyerVatCheck",
      () => ({
        ...aDraft({
          ...TO_FRANCE,
          lines: [aLine({ unitPrice: "10.00", taxes: [], requiresShipping: false })],
        }),
        buyerVatCheck: { ...VIES, state: "invalid" },
      }),
    ],
    ["DOCKET-VIES", "warning", "buyerVatCheck", () => aDraft(TO_FRANCE)],
    [
      "DOCKET-VIES",
      "warning",
      "buyerVatCheck",
      () => ({
        ...aDraft(TO_FRANCE),
        buyerVatCheck: { ...VIES, vatIdentifier: "FR23334175221", state: "valid" },
      }),
    ],
  ],
);

itIsSilent([
  [
    "a right number without its country",
    () => aDraft({ buyer: aBuyer({ vatIdentifier: "0403.019.261" }) }),
  ],
  [
    "a consumer who has no VAT number and says so",
    () => aDraft({ buyer: aBuyer({ vatIdentifier: "n.v.t." }) }),
  ],
  [
    "a number that VIES knows",
    () => ({ ...aDraft(TO_FRANCE), buyerVatCheck: { ...VIES, state: "valid" } }),
  ],
  [
    "the same wrong number a second time",
    () =>
      aDraft({ buyer: aBuyer({ vatIdentifier: "BE0403019262", enterpriseNumber: "0403019262" }) }),
    "PEPPOL-COMMON-R043",
  ],
]);
