import { aBuyer, aDraft, UTRECHT, DUTCH_SELLER } from "../test-support.ts";
import { DUTCH_RULES } from "./dutch-rules.ts";
import { itFires, itIsSilent } from "./test-support.ts";

const DUTCH_BUSINESS = aBuyer({ name: "Ada BV", vatIdentifier: "NL004495445B01" }, UTRECHT);

itFires(DUTCH_RULES, [
  [
    "NL-R-002",
    "error",
    "seller.address.postalCode",
    () => aDraft({ seller: { ...DUTCH_SELLER, address: { ...UTRECHT, postalCode: "" } } }),
  ],
  [
    "NL-R-003",
    "warning",
    "seller.enterpriseNumber",
    () => aDraft({ seller: { ...DUTCH_SELLER, enterpriseNumber: "1234567" } }),
  ],
  [
    "NL-R-004",
    "error",
    "buyer.address.line1",
    () =>
      aDraft({
        seller: DUTCH_SELLER,
        buyer: {
          ...DUTCH_BUSINESS,
          address: DUTCH_BUSINESS.address && { ...DUTCH_BUSINESS.address, line1: "" },
        },
      }),
  ],
  [
    "NL-R-005",
    "warning",
    "buyer.enterpriseNumber",
    () =>
      aDraft({ seller: DUTCH_SELLER, buyer: { ...DUTCH_BUSINESS, enterpriseNumber: "1234567" } }),
  ],
]);

itIsSilent([
  [
    "whole addresses and KvK numbers",
    () =>
      aDraft({
        seller: { ...DUTCH_SELLER, enterpriseNumber: "27315261" },
        buyer: { ...DUTCH_BUSINESS, enterpriseNumber: "30119345" },
      }),
  ],
  [
    "a consumer without a postcode",
    () => aDraft({ seller: DUTCH_SELLER, buyer: aBuyer({}, { ...UTRECHT, postalCode: "" }) }),
  ],
]);
