import { aBuyer, aDraft, BERLIN, deliveredTo } from "../test-support.ts";
import { GERMAN_RULES } from "./german-rules.ts";
import { itFires, itIsSilent, type Case } from "./test-support.ts";

const XRECHNUNG = { profile: "xrechnung" } as const;
const LEITWEG = {
  buyer: aBuyer({ name: "Stadt Berlin" }, BERLIN),
  buyerReference: "04011000-12345-03",
};
const GERMAN_BUSINESS = aBuyer({ name: "Ada GmbH", vatIdentifier: "DE136695976" }, BERLIN);
const german = (
  ruleId: string,
  field: string,
  changes: Parameters<typeof aDraft>[0],
): readonly Case[] => [
  [ruleId, "error", field, () => aDraft({ ...LEITWEG, ...changes })],
  [
    ruleId,
    "warning",
    field,
    () =>
      aDraft({
        buyer: GERMAN_BUSINESS,
        ...changes,
        buyerReference: "",
        settings: { eInvoicing: XRECHNUNG },
      }),
  ],
];

itFires(GERMAN_RULES, [
  ...german("BR-DE-3", "seller.address.city", {
    seller: { address: { line1: "Kouter 14", postalCode: "9000", countryCode: "BE" } },
  }),
  ...german("BR-DE-4", "seller.address.postalCode", {
    seller: { address: { line1: "Kouter 14", city: "Gent", countryCode: "BE" } },
  }),
  ...german("BR-DE-6", "seller.phone", { seller: { phone: "" } }),
  ...german("BR-DE-7", "seller.email", { seller: { email: "" } }),
  ...german("BR-DE-8", "buyer.address.city", {
    buyer: aBuyer(GERMAN_BUSINESS, { ...BERLIN, city: "" }),
  }),
  ...german("BR-DE-9", "buyer.address.postalCode", {
    buyer: aBuyer(GERMAN_BUSINESS, { ...BERLIN, postalCode: "" }),
  }),
  ...german("BR-DE-10", "deliverTo.address.city", {
    deliverTo: deliveredTo({ ...BERLIN, city: "" }),
  }),
  ...german("BR-DE-11", "deliverTo.address.postalCode", {
    deliverTo: deliveredTo({ ...BERLIN, postalCode: "" }),
  }),
  [
    "BR-DE-15",
    "warning",
    "buyerReference",
    () => aDraft({ buyer: GERMAN_BUSINESS, settings: { eInvoicing: XRECHNUNG } }),
  ],
  [
    "BR-DE-6",
    "warning",
    "seller.phone",
    () =>
      aDraft({
        buyer: GERMAN_BUSINESS,
        seller: { phone: "", vatIdentifier: "DE136695976", enterpriseNumber: "", address: BERLIN },
        settings: { eInvoicing: { profile: "peppol" } },
      }),
  ],
]);

itIsSilent([
  ["an authority's invoice with all it asks", () => aDraft(LEITWEG)],
  [
    "a business that asks for nothing",
    () => aDraft({ buyer: GERMAN_BUSINESS, seller: { phone: "" } }),
  ],
  ["a consumer", () => aDraft({ buyer: aBuyer({}, BERLIN), settings: { eInvoicing: XRECHNUNG } })],
]);
