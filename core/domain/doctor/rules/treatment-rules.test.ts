import { aLine } from "../../../../tests/support/orders.ts";
import { aDraft, TO_FRANCE, UNTAXED } from "../test-support.ts";
import { MENTION_RULES } from "./mention-rules.ts";
import { decided, itFires, itIsSilent, withBreakdown, withFirstLine } from "./test-support.ts";
import { TREATMENT_RULES } from "./treatment-rules.ts";

const OUTSIDE_SCOPE = { category: "O", ratePercent: "0", exemptionReason: "exempt" } as const;

itFires(
  [...TREATMENT_RULES, ...MENTION_RULES],
  [
    ["ART-226-11", "error", "lines[0].vat", () => aDraft(UNTAXED)],
    [
      "DOCKET-AE-AND-K",
      "error",
      "vatBreakdown",
      () =>
        aDraft({
          ...TO_FRANCE,
          lines: [
            aLine({ unitPrice: "10.00", taxes: [] }),
            aLine({
              lineId: "2",
              itemName: "Fitting",
              unitPrice: "5.00",
              taxes: [],
              requiresShipping: false,
            }),
          ],
          total: "15.00",
          paidAmount: "15.00",
        }),
    ],
    [
      "BR-O-11",
      "error",
      "lines[0].vat",
      () =>
        withFirstLine(
          { vat: OUTSIDE_SCOPE },
          aDraft({ lines: [aLine(), aLine({ lineId: "2" })], total: "24.20", paidAmount: "24.20" }),
        )(),
    ],
    [
      "ART-289",
      "warning",
      "vatTrace",
      () => aDraft({ settings: { vat: { isSmallBusiness: true } } }),
    ],
    [
      "ART-289",
      "error",
      "lines[0].vat",
      () =>
        aDraft({
          lines: [aLine(), aLine({ lineId: "2", unitPrice: "10.00", taxes: [] })],
          total: "22.10",
          paidAmount: "22.10",
          settings: { vat: { isSmallBusiness: true } },
        }),
    ],
    [
      "BR-E-10",
      "error",
      "vatBreakdown[0].exemption",
      () => withBreakdown({ exemption: null }, decided("E"))(),
    ],
    [
      "BR-AE-10",
      "error",
      "vatBreakdown[0].exemption",
      () => withBreakdown({ exemption: { code: "", text: "" } }, decided("AE"))(),
    ],
    [
      "BR-IC-10",
      "error",
      "vatBreakdown[0].exemption",
      () => withBreakdown({ exemption: null }, decided("K"))(),
    ],
    [
      "BR-G-10",
      "error",
      "vatBreakdown[0].exemption",
      () => withBreakdown({ exemption: null }, decided("G"))(),
    ],
    [
      "BR-O-10",
      "error",
      "vatBreakdown[0].exemption",
      () => withBreakdown({ exemption: null }, decided("O"))(),
    ],
    [
      "BR-S-10",
      "error",
      "vatBreakdown[0].exemption",
      withBreakdown({ exemption: { code: "", text: "why" } }),
    ],
    [
      "BR-Z-10",
      "error",
      "vatBreakdown[0].exemption",
      withBreakdown({ category: "Z", exemption: { code: "", text: "why" } }),
    ],
    ["ART-226-11A", "error", "legalMentions", () => ({ ...decided("AE"), legalMentions: [] })],
  ],
);

itIsSilent([
  [
    "a voucher alone",
    () =>
      aDraft({
        ...UNTAXED,
        lines: [
          aLine({ unitPrice: "10.00", taxes: [], isGiftCard: true, requiresShipping: false }),
        ],
      }),
  ],
  [
    "a mug with a tip",
    () =>
      aDraft({
        charges: [{ chargeId: "t", type: "tip", name: "Tip", amount: "2.00", taxes: [] }],
        total: "14.10",
        paidAmount: "14.10",
      }),
  ],
  ["a small business", () => aDraft({ ...UNTAXED, settings: { vat: { isSmallBusiness: true } } })],
  [
    "what the merchant named a rule for",
    () =>
      aDraft({
        ...UNTAXED,
        settings: { vat: { untaxedSales: "exempt", untaxedSalesRule: "Art. 44 § 2 W.Btw" } },
      }),
  ],
]);
