import { aLine } from "../../../../tests/support/orders.ts";
import { aDraft, YEN } from "../test-support.ts";
import { LINE_RULES } from "./line-rules.ts";
import { itFires, itIsSilent, withFirstLine } from "./test-support.ts";

itFires(LINE_RULES, [
  [
    "ART-226-6",
    "warning",
    "lines[0].itemName",
    withFirstLine({ itemName: "\u0007 ", sku: "\u200b" }),
  ],
  ["BR-27", "error", "lines[0].unitPriceNet", withFirstLine({ unitPriceNet: "-10" })],
  ["DOCKET-QUANTITY", "warning", "lines[0].quantity", withFirstLine({ quantity: "0" })],
  [
    "DOCKET-QUANTITY",
    "info",
    "lines[1].quantity",
    () =>
      aDraft({
        lines: [
          aLine({ quantity: "2", taxes: [{ title: "BTW", ratePercent: "21", amount: "4.20" }] }),
          aLine({
            lineId: "2",
            unitPrice: "-12.10",
            taxes: [{ title: "BTW", ratePercent: "21", amount: "-2.10" }],
          }),
        ],
      }),
  ],
  ["BR-CL-23", "error", "lines[0].unitCode", withFirstLine({ unitCode: "piece" })],
  [
    "PEPPOL-EN16931-R120",
    "error",
    "lines[0].lineNetAmount",
    withFirstLine({ unitPriceNet: "10.021" }),
  ],
  [
    "PEPPOL-EN16931-R120",
    "error",
    "lines[0].lineNetAmount",
    () => withFirstLine({ unitPriceNet: "1003" }, aDraft(YEN))(),
  ],
]);

itIsSilent([
  ["a line without a name that has a number", withFirstLine({ itemName: "" })],
  [
    "a free line",
    () => aDraft({ lines: [aLine(), aLine({ lineId: "2", unitPrice: "0", taxes: [] })] }),
  ],
  [
    "two hundredths between quantity times price and the line",
    withFirstLine({ unitPriceNet: "10.02" }),
  ],
]);
