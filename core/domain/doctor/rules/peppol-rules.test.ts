import { aBuyer, aDraft, BELGIAN_BUSINESS, BERLIN, PARIS, TO_FRANCE } from "../test-support.ts";
import { PEPPOL_RULES } from "./peppol-rules.ts";
import { itFires, itIsSilent } from "./test-support.ts";

const GERMAN_BUSINESS = aBuyer({ name: "Ada GmbH", vatIdentifier: "DE136695976" }, BERLIN);
const BLANK_ORDER = {
  platform: "shopify",
  orderId: "1",
  orderNumber: " ",
  orderDate: "2026-11-20",
} as const;

itFires(PEPPOL_RULES, [
  [
    "PEPPOL-EN16931-R020",
    "error",
    "eInvoicing.electronicAddress",
    () =>
      aDraft({
        buyer: BELGIAN_BUSINESS,
        seller: { vatIdentifier: "", enterpriseNumber: "", taxNumber: "12/345" },
      }),
  ],
  [
    "PEPPOL-EN16931-R020",
    "warning",
    "eInvoicing.electronicAddress",
    () =>
      aDraft({
        buyer: TO_FRANCE.buyer,
        seller: { vatIdentifier: "", enterpriseNumber: "", taxNumber: "12/345" },
        settings: { eInvoicing: { profile: "peppol" } },
      }),
  ],
  [
    "PEPPOL-EN16931-R010",
    "error",
    "buyer.electronicAddress",
    () => aDraft({ buyer: aBuyer({ enterpriseNumber: "RPR 12345" }) }),
  ],
  [
    "PEPPOL-EN16931-R010",
    "warning",
    "buyer.electronicAddress",
    () =>
      aDraft({
        buyer: aBuyer({ vatIdentifier: "FR40303265046" }, PARIS),
        settings: { eInvoicing: { profile: "peppol" } },
      }),
  ],
  [
    "PEPPOL-COMMON-R043",
    "error",
    "eInvoicing.electronicAddress",
    () =>
      aDraft({
        settings: { eInvoicing: { electronicAddress: { scheme: "0208", value: "BE0417497106" } } },
      }),
  ],
  [
    "PEPPOL-COMMON-R043",
    "error",
    "buyer.electronicAddress",
    () => aDraft({ buyer: aBuyer({ electronicAddress: { scheme: "0208", value: "0403019262" } }) }),
  ],
  [
    "PEPPOL-EN16931-R003",
    "error",
    "buyerReference",
    () => ({ ...aDraft({ buyer: BELGIAN_BUSINESS }), order: BLANK_ORDER }),
  ],
  [
    "PEPPOL-EN16931-R003",
    "warning",
    "buyerReference",
    () => ({
      ...aDraft({ buyer: GERMAN_BUSINESS, settings: { eInvoicing: { profile: "peppol" } } }),
      order: BLANK_ORDER,
    }),
  ],
]);

itIsSilent([
  [
    "a business whose number is its address",
    () => aDraft({ buyer: GERMAN_BUSINESS, settings: { eInvoicing: { profile: "peppol" } } }),
  ],
  [
    "a Belgian business, by its enterprise number",
    () => aDraft({ buyer: aBuyer({ enterpriseNumber: "0403.019.261" }) }),
  ],
  ["a consumer", () => aDraft({ settings: { eInvoicing: { profile: "peppol" } } })],
  [
    "the address that a wrong number does not give",
    () => aDraft({ buyer: { ...BELGIAN_BUSINESS, vatIdentifier: "BE0403019262" } }),
    "PEPPOL-COMMON-R043",
  ],
]);
