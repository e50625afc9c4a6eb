import { describe, expect, it } from "vitest";
import { freezeDocument, type DraftDocument } from "#domain/document";
import { DOCUMENT_KINDS } from "#domain/merchant";
import { aLine } from "../../../tests/support/orders.ts";
import { randomOrder } from "../../../tests/support/random-orders.ts";
import { examineDocument } from "./index.ts";
import { RULES_OF_THE_DOCUMENT, RULES_OF_THE_SALE } from "./rules/index.ts";
import {
  aBuyer,
  aDraft,
  BELGIAN_BUSINESS,
  creditOf,
  deliveredTo,
  TO_FRANCE,
  UNPAID,
} from "./test-support.ts";

const idsOf = (draft: DraftDocument) => examineDocument(draft).map(({ ruleId }) => ruleId);
const issued = (draft: DraftDocument) =>
  freezeDocument(draft, { number: "2026-0001", issueDate: "2026-11-21" }, () => "");

describe("finds nothing", () => {
  it.each<[string, DraftDocument]>([
    ["a consumer's paid invoice", aDraft()],
    ["a Belgian business's unpaid invoice", aDraft({ ...UNPAID, buyer: BELGIAN_BUSINESS })],
    ["a credit note", creditOf(aDraft({ buyer: BELGIAN_BUSINESS }))],
    ["a receipt", aDraft({ kind: "receipt" })],
  ])("on %s, as a draft and issued", (_, draft) => {
    expect(examineDocument(draft)).toEqual([]);
    expect(examineDocument(issued(draft))).toEqual([]);
  });

  it("on papers that are no invoices, whatever stands on them", () => {
    const others = DOCUMENT_KINDS.filter(
      (kind) => !["invoice", "creditNote", "receipt"].includes(kind),
    );
    const broken = { legalName: "", vatIdentifier: "", enterpriseNumber: "" };
    expect(others).toHaveLength(3);
    expect(others.flatMap((kind) => idsOf(aDraft({ kind, seller: broken })))).toEqual([]);
  });
});

it("refuses nothing of a thousand orders as shops compute them", () => {
  const refused = Array.from({ length: 1000 }, (_, seed) => {
    return examineDocument(aDraft(randomOrder(seed)))
      .filter(({ severity }) => severity === "error")
      .map(({ ruleId }) => `${seed} ${ruleId}`);
  });
  expect(refused.flat()).toEqual([]);
});

it("asks right sums of a receipt, and tells what else it lacks", () => {
  const draft = aDraft({
    kind: "receipt",
    buyer: aBuyer({ name: "", vatIdentifier: "BE0403019262" }),
    seller: { legalName: "", vatIdentifier: "", enterpriseNumber: "", address: {} },
  });
  const found = examineDocument({ ...draft, totals: { ...draft.totals, vatTotal: "2.00" } });
  expect(found.map(({ ruleId, severity }) => `${severity} ${ruleId}`)).toEqual([
    "error BR-CO-14",
    "error BR-CO-15",
    "warning BR-06",
    "warning BR-CO-26",
  ]);
});

it("refuses an order with a wrong enterprise number, and says where to mend it", () => {
  const [finding, ...others] = examineDocument(
    aDraft({ buyer: aBuyer({ name: "Bakkerij", vatIdentifier: "BE0403.019.262" }) }),
  );
  expect(others).toEqual([]);
  expect(finding).toMatchObject({
    ruleId: "PEPPOL-COMMON-R043",
    severity: "error",
    field: "buyer.vatIdentifier",
    mendAt: "order",
  });
  expect(finding?.message.en).toBe(
    "The customer's Belgian number BE0403019262 is wrong: its check digits do not fit the rest. " +
      "The e-invoice would be refused. Correct the number in the order or at the customer, or remove it if the customer is a " +
      "private person: their invoice needs none. Then check again.",
  );
});

it("only warns of what a credit note has from its invoice, which cannot be mended any more", () => {
  const draft = creditOf(aDraft({ buyer: aBuyer({ vatIdentifier: "BE0403019262" }) }), {
    precedingInvoice: null,
  });
  expect(examineDocument(draft).map(({ ruleId, severity }) => [ruleId, severity])).toEqual([
    ["ART-219", "error"],
    ["PEPPOL-COMMON-R043", "warning"],
  ]);
});

describe("advice on how the order could be better", () => {
  const draft = aDraft({ buyer: aBuyer({ name: "" }, { countryCode: "" }) });

  it("is given while the order can still be mended", () => {
    expect(idsOf(draft)).toEqual(["BR-07", "BR-11"]);
  });

  it("is not given of what is issued, nor of a credit note", () => {
    expect(examineDocument(issued(draft))).toEqual([]);
    expect(idsOf(creditOf(draft))).toEqual([]);
  });

  it("is told apart from what still matters: VIES, missing e-invoices, cents", () => {
    const business = aDraft({ ...TO_FRANCE, deliveredDate: null });
    expect(idsOf(business)).toEqual(["DOCKET-VIES", "BR-IC-11"]);
    expect(examineDocument(issued(business)).map(({ ruleId }) => ruleId)).toEqual(["DOCKET-VIES"]);
    const rounded = aDraft({ total: "12.11", cashRounding: "0.01" });
    expect(examineDocument(issued(rounded)).map(({ ruleId }) => ruleId)).toEqual([
      "DOCKET-ROUNDING",
    ]);
  });

  it("never refuses: what must be mended is told wherever it stands", () => {
    const rules = [...RULES_OF_THE_SALE, ...RULES_OF_THE_DOCUMENT];
    const late = rules.filter(({ isForDrafts }) => isForDrafts);
    expect(late.map(({ severity }) => severity)).not.toContain("error");
    expect(late.map(({ mendAt }) => mendAt)).not.toContain("seller");
  });
});

it("tells errors first, then warnings, then what is only to be known", () => {
  const findings = examineDocument(
    aDraft({
      ...UNPAID,
      deliverTo: deliveredTo({ countryCode: "CH" }),
      seller: { iban: "", legalName: "" },
      total: "12.11",
      cashRounding: "0.01",
    }),
  );
  expect(findings.map(({ severity }) => severity)).toEqual(["error", "warning", "warning", "info"]);
});

it("names hostile values harmlessly and briefly", () => {
  const itemName = `\u202e{name}$&<script>\n\u0000\ud800${"x".repeat(100_000)}`;
  const lines = [aLine({ itemName, unitPrice: "10.00", taxes: [] })];
  const [finding] = examineDocument(aDraft({ lines, total: "10.00", paidAmount: "10.00" }));
  const expected = `{name}$&<script> \ufffd${"x".repeat(41)}…`;
  expect(finding?.message.en).toContain(`for “${expected}”, and`);
  expect(finding?.message.nl).toContain(`Voor “${expected}” rekende`);
});

it("has no rule twice in the same words", () => {
  const names = [...RULES_OF_THE_SALE, ...RULES_OF_THE_DOCUMENT].map(
    ({ ruleId, severity, mendAt, words }) => [ruleId, severity, mendAt, words.en].join(" "),
  );
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});

it("has words in four languages that name the same values", () => {
  const placeholders = (text: string) => (text.match(/\{\w+\}/g) ?? []).toSorted().join(" ");
  for (const { words } of [...RULES_OF_THE_SALE, ...RULES_OF_THE_DOCUMENT]) {
    const named = Object.values(words).map(placeholders);
    expect(new Set(named.map((each) => [...new Set(each.split(" "))].join(" "))).size).toBe(1);
    expect(new Set(Object.values(words)).size).toBe(4);
  }
});
