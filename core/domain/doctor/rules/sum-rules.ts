import type { Document, DraftDocument } from "#domain/document";
import { decimal, minorDigits, sumOf, type Decimal } from "#domain/money";
import { vatKey, type VatCategory, type VatTreatment } from "#domain/tax";
import type { Examined } from "../examined.ts";
import type { Words } from "../fill-words.ts";
import { amountIn } from "../localised-values.ts";
import { hitIf, type Hit, type Rule } from "../rule.ts";

type AnyDocument = Document | DraftDocument;
type Totals = AnyDocument["totals"];

/** The last guard before a number is taken. Only a mistake of ours can break these. */
const OUR_MISTAKE: Words = {
  nl: "De som klopt niet: er staat {found}, maar het is {expected}. Dat is een fout van Docket, niet van u. Meld het ons met het nummer van de bestelling.",
  fr: "La somme est fausse : le document porte {found}, or c’est {expected}. C’est une erreur de Docket, pas la vôtre. Signalez-la-nous avec le numéro de la commande.",
  de: "Die Summe stimmt nicht: Im Beleg steht {found}, es sind aber {expected}. Das ist ein Fehler von Docket, nicht von Ihnen. Melden Sie ihn uns mit der Bestellnummer.",
  en: "The sum is wrong: the document says {found}, but it is {expected}. That is a mistake of Docket's, not yours. Report it to us with the order number.",
};

const guard = (ruleId: string, check: Rule["check"]): Rule => ({
  ruleId,
  severity: "error",
  mendAt: null,
  holdsForReceipts: true,
  check,
  words: OUR_MISTAKE,
});

interface Sum {
  readonly field: string;
  readonly found: string;
  readonly expected: Decimal;
}

const hitOn = ({ field, found, expected }: Sum, { currency }: AnyDocument): readonly Hit[] =>
  hitIf(true, field, {
    found: amountIn(found, currency),
    expected: amountIn(expected.toFixed(), currency),
  });

const total = (
  ruleId: string,
  name: keyof Totals,
  expectedOf: (document: AnyDocument) => Decimal,
): Rule =>
  guard(ruleId, ({ document }) => {
    const found = document.totals[name];
    const expected = expectedOf(document);
    return expected.eq(found) ? [] : hitOn({ field: `totals.${name}`, found, expected }, document);
  });

const amounts = (rows: readonly { readonly amount: string }[]): Decimal =>
  sumOf(rows.map(({ amount }) => decimal(amount)));

const TOTAL_RULES: readonly Rule[] = [
  total("BR-CO-10", "lineNetTotal", ({ lines }) =>
    sumOf(lines.map(({ lineNetAmount }) => decimal(lineNetAmount))),
  ),
  total("BR-CO-11", "allowanceTotal", ({ allowances }) => amounts(allowances)),
  total("BR-CO-12", "chargeTotal", ({ charges }) => amounts(charges)),
  total("BR-CO-13", "totalWithoutVat", ({ totals }) =>
    decimal(totals.lineNetTotal).minus(totals.allowanceTotal).plus(totals.chargeTotal),
  ),
  total("BR-CO-14", "vatTotal", ({ vatBreakdown }) =>
    sumOf(vatBreakdown.map(({ taxAmount }) => decimal(taxAmount))),
  ),
  total("BR-CO-15", "totalWithVat", ({ totals }) =>
    decimal(totals.totalWithoutVat).plus(totals.vatTotal),
  ),
  total("BR-CO-16", "amountDue", ({ totals }) =>
    decimal(totals.totalWithVat).minus(totals.paidAmount).plus(totals.roundingAmount),
  ),
];

/** BT-117 = BT-116 × BT-119, rounded once. */
const TAX_RULE: Rule = guard("BR-CO-17", ({ document }) =>
  document.vatBreakdown.flatMap(({ taxableAmount, ratePercent, taxAmount }, index) => {
    const expected = decimal(taxableAmount)
      .times(ratePercent)
      .div(100)
      .round(minorDigits(document.currency));
    if (expected.minus(taxAmount).abs().lte(slackOf(document))) return [];
    return hitOn(
      { field: `vatBreakdown[${index}].taxAmount`, found: taxAmount, expected },
      document,
    );
  }),
);

/**
 * A credit note that takes the rest of an invoice takes its rest of VAT too, a few cents off the rate when others came before.
 * The official rule allows less than one whole unit; yen need some.
 */
const slackOf = ({ kind, currency }: AnyDocument): string =>
  kind !== "creditNote" ? "0" : minorDigits(currency) === 0 ? "9" : "0.99";

/** As the official rules call them. */
const CATEGORY_NAMES = { S: "S", Z: "Z", E: "E", AE: "AE", K: "IC", G: "G", O: "O" } as const;
const CATEGORIES = ["S", "Z", "E", "AE", "K", "G", "O"] as const;

/** BR-S-08 and its sisters: each row of the breakdown is the sum of what is taxed so, and nothing is left out (BR-S-01). */
const TAXABLE_RULES: readonly Rule[] = CATEGORIES.map((category) =>
  guard(`BR-${CATEGORY_NAMES[category]}-08`, ({ document, categories }: Examined) => {
    const rows = document.vatBreakdown.filter((row) => row.category === category);
    if (rows.length === 0 && !categories.has(category)) return [];
    const expectedByKey = taxableByKey(document, category);
    const keys = new Set([...expectedByKey.keys(), ...rows.map(vatKey)]);
    return [...keys].flatMap((key) => {
      const index = document.vatBreakdown.findIndex((row) => vatKey(row) === key);
      const found = document.vatBreakdown[index]?.taxableAmount ?? "0";
      const expected = expectedByKey.get(key) ?? decimal("0");
      if (expected.eq(found)) return [];
      const field = index < 0 ? "vatBreakdown" : `vatBreakdown[${index}].taxableAmount`;
      return hitOn({ field, found, expected }, document);
    });
  }),
);

function taxableByKey(
  { lines, charges, allowances }: AnyDocument,
  category: VatCategory,
): ReadonlyMap<string, Decimal> {
  const sums = new Map<string, Decimal>();
  const count = (vat: VatTreatment, amount: Decimal) => {
    if (vat.category !== category) return;
    sums.set(vatKey(vat), (sums.get(vatKey(vat)) ?? decimal("0")).plus(amount));
  };
  for (const { vat, lineNetAmount } of lines) count(vat, decimal(lineNetAmount));
  for (const { vat, amount } of charges) count(vat, decimal(amount));
  for (const { vat, amount } of allowances) count(vat, decimal(amount).times(-1));
  return sums;
}

export const SUM_RULES: readonly Rule[] = [...TOTAL_RULES, TAX_RULE, ...TAXABLE_RULES];
