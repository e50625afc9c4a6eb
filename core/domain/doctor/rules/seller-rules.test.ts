import { aLine } from "../../../../tests/support/orders.ts";
import { aDraft, deliveredTo, TO_FRANCE, UNTAXED, ZURICH } from "../test-support.ts";
import { SELLER_RULES } from "./seller-rules.ts";
import { itFires } from "./test-support.ts";

itFires(SELLER_RULES, [
  ["BR-06", "error", "seller.legalName", () => aDraft({ seller: { legalName: " " } })],
  [
    "ART-226-5",
    "error",
    "seller.address.city",
    () => aDraft({ seller: { address: { line1: "Kouter 14", countryCode: "BE" } } }),
  ],
  [
    "BR-09",
    "error",
    "seller.address.countryCode",
    () => aDraft({ seller: { address: { line1: "Kouter 14", city: "Gent" } } }),
  ],
  [
    "BR-CO-26",
    "error",
    "seller.vatIdentifier",
    () => aDraft({ seller: { vatIdentifier: "", enterpriseNumber: "" } }),
  ],
  ["BR-S-02", "error", "seller.vatIdentifier", () => aDraft({ seller: { vatIdentifier: "" } })],
  [
    "BR-Z-02",
    "error",
    "seller.vatIdentifier",
    () =>
      aDraft({
        ...UNTAXED,
        lines: [
          aLine({ unitPrice: "10.00", taxes: [{ title: "BTW", ratePercent: "0", amount: "0" }] }),
        ],
        seller: { vatIdentifier: "" },
      }),
  ],
  [
    "BR-E-02",
    "warning",
    "seller.vatIdentifier",
    () =>
      aDraft({
        ...UNTAXED,
        settings: { vat: { isSmallBusiness: true } },
        seller: { vatIdentifier: "" },
      }),
  ],
  [
    "BR-AE-02",
    "error",
    "seller.vatIdentifier",
    () =>
      aDraft({
        ...TO_FRANCE,
        lines: [aLine({ unitPrice: "10.00", taxes: [], requiresShipping: false })],
        seller: { vatIdentifier: "" },
      }),
  ],
  [
    "BR-IC-02",
    "error",
    "seller.vatIdentifier",
    () => aDraft({ ...TO_FRANCE, seller: { vatIdentifier: "" } }),
  ],
  [
    "BR-G-02",
    "error",
    "seller.vatIdentifier",
    () => aDraft({ ...UNTAXED, deliverTo: deliveredTo(ZURICH), seller: { vatIdentifier: "" } }),
  ],
  [
    "PEPPOL-COMMON-R043",
    "error",
    "seller.vatIdentifier",
    () => ({ ...aDraft(), seller: { ...aDraft().seller, vatIdentifier: "BE0417497107" } }),
  ],
  [
    "PEPPOL-COMMON-R043",
    "error",
    "seller.enterpriseNumber",
    () => ({ ...aDraft(), seller: { ...aDraft().seller, enterpriseNumber: "0417497107" } }),
  ],
  [
    "ART-226-3",
    "error",
    "seller.vatIdentifier",
    () => ({ ...aDraft(), seller: { ...aDraft().seller, vatIdentifier: "FR40303265046" } }),
  ],
  [
    "ART-226-3",
    "error",
    "seller.vatIdentifier",
    () => ({ ...aDraft(), seller: { ...aDraft().seller, vatIdentifier: "UK123456789" } }),
  ],
  [
    "BE-NUMBERS-DIFFER",
    "warning",
    "seller.enterpriseNumber",
    () => aDraft({ seller: { enterpriseNumber: "0403019261" } }),
  ],
]);
