import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { eInvoiceOf, writeCii, writeUbl, type EInvoice } from "#domain/einvoice";
import { generatedDocuments } from "./generated-documents.ts";
import { judgeByRules, judgeBySchema, writeFolder } from "./judge.ts";
import { missing, type RuleSet, type Schema } from "./rule-sets.ts";
import { readShopifyInvoices } from "./shopify-invoices.ts";

const DOCUMENTS = 200;
const TIMEOUT_MILLISECONDS = 180_000;
const isMissing = missing.length > 0;

if (isMissing) {
  const bar = "!".repeat(100);
  process.stderr.write(
    `\n${bar}\nNOT CHECKED: our e-invoices against the official rules. These are missing:\n` +
      missing.map((each) => `  ${each}\n`).join("") +
      `tests/conformance/README.md says where they come from; EINVOICE_RULES names their folder.\n${bar}\n\n`,
  );
}

const generated = generatedDocuments(DOCUMENTS).map((document) => {
  const invoice = eInvoiceOf(document);
  if (!invoice.ok) throw new Error(`${document.number}: ${invoice.problem.message}`);
  return { name: document.number, invoice: invoice.value };
});
const shopify = await readShopifyInvoices();
const all = [...generated, ...shopify.invoices];

describe("the invoices to be judged", () => {
  it("are of every profile, currency and VAT category that a draft can have, and of every shape that hurts", () => {
    const invoices = generated.map(({ invoice }) => invoice);
    const counts = Map.groupBy(invoices, ({ profile }) => profile);
    for (const profile of ["core", "peppol", "xrechnung"] as const) {
      expect(counts.get(profile)?.length).toBeGreaterThan(5);
    }
    const valuesOf = (read: (invoice: EInvoice) => readonly string[]) =>
      new Set(invoices.flatMap(read));
    expect(valuesOf(({ currency }) => [currency])).toEqual(new Set(["EUR", "USD", "JPY"]));
    expect(valuesOf(({ vatBreakdown }) => vatBreakdown.map(({ category }) => category))).toEqual(
      new Set(["S", "Z", "E"]),
    );
    expect(valuesOf(({ payment }) => [payment.meansCode])).toEqual(
      new Set(["1", "30", "57", "58", "68"]),
    );
    const lines = invoices.flatMap((invoice) => invoice.lines);
    expect(lines.some(({ quantity }) => quantity.startsWith("-"))).toBe(true);
    expect(lines.some(({ priceBaseQuantity }) => priceBaseQuantity !== "")).toBe(true);
    expect(lines.some(({ allowances }) => allowances.length > 0)).toBe(true);
    expect(invoices.some(({ totals }) => totals.roundingAmount !== "")).toBe(true);
    expect(invoices.some(({ totals }) => totals.amountDue.startsWith("-"))).toBe(true);
  });

  it("are all of the Shopify orders but those without a buyer or in a currency of three decimals", () => {
    const reason =
      /: einvoice-(incomplete buyer\.(name|address\.countryCode)|impossible currency)$/;
    expect(shopify.refusals.filter((refusal) => !reason.test(refusal))).toEqual([]);
    expect(shopify.invoices.length).toBeGreaterThan(shopify.refusals.length);
  });
});

interface Check {
  readonly judge: (folder: string) => Promise<string[]>;
  readonly write: (invoice: EInvoice) => string;
  readonly judges: (invoice: EInvoice) => boolean;
  /** Makes of a good invoice one that the judge must refuse, and the word of its refusal. */
  readonly spoil: readonly [pattern: RegExp, replacement: string, refusal: string];
}

const everyInvoice = () => true;
const isXrechnung = ({ profile }: EInvoice) => profile === "xrechnung";
const byRules = (ruleSet: RuleSet) => (folder: string) => judgeByRules(ruleSet, folder);
const bySchema = (schema: Schema) => (folder: string) => judgeBySchema(schema, folder);

const CHECKS: readonly (readonly [name: string, check: Check])[] = [
  [
    "Factur-X EN 16931",
    {
      judge: byRules("Factur-X EN 16931"),
      write: writeCii,
      judges: (invoice) => !isXrechnung(invoice),
      spoil: [/(<ram:DuePayableAmount>)[^<]*/, "$1987654.32", "BR-CO-16"],
    },
  ],
  [
    "EN 16931 for CII",
    {
      judge: byRules("EN 16931 for CII"),
      write: writeCii,
      judges: everyInvoice,
      spoil: [/(<ram:DuePayableAmount>)[^<]*/, "$1987654.32", "BR-CO-16"],
    },
  ],
  [
    "EN 16931 for UBL",
    {
      judge: byRules("EN 16931 for UBL"),
      write: writeUbl,
      judges: everyInvoice,
      spoil: [/(<cbc:PayableAmount [^>]*>)[^<]*/, "$1987654.32", "BR-CO-16"],
    },
  ],
  [
    "Peppol BIS Billing",
    {
      judge: byRules("Peppol BIS Billing"),
      write: writeUbl,
      judges: ({ profile }) => profile === "peppol",
      spoil: [
        /(<cbc:BuyerReference>.*)?<cac:OrderReference>.*<\/cac:OrderReference>/,
        "",
        "PEPPOL-EN16931-R003",
      ],
    },
  ],
  [
    "XRechnung for UBL",
    {
      judge: byRules("XRechnung for UBL"),
      write: writeUbl,
      judges: isXrechnung,
      spoil: [/<cac:Contact>.*?<\/cac:Contact>/, "", "BR-DE-2"],
    },
  ],
  [
    "XRechnung for CII",
    {
      judge: byRules("XRechnung for CII"),
      write: writeCii,
      judges: isXrechnung,
      spoil: [/<ram:DefinedTradeContact>.*?<\/ram:DefinedTradeContact>/, "", "BR-DE-2"],
    },
  ],
  [
    "the schema of UBL 2.1",
    {
      judge: bySchema("UBL 2.1"),
      write: writeUbl,
      judges: everyInvoice,
      spoil: [/<cbc:IssueDate>.*?<\/cbc:IssueDate>/, "", "IssueDate"],
    },
  ],
  [
    "the schema of CII D16B",
    {
      judge: bySchema("CII D16B"),
      write: writeCii,
      judges: everyInvoice,
      spoil: [
        /<ram:ApplicableHeaderTradeSettlement>.*<\/ram:ApplicableHeaderTradeSettlement>/,
        "",
        "ApplicableHeaderTradeSettlement",
      ],
    },
  ],
  [
    "the schema of Factur-X EN 16931",
    {
      judge: bySchema("Factur-X EN 16931"),
      write: writeCii,
      judges: everyInvoice,
      spoil: [/<ram:InvoiceCurrencyCode>.*?<\/ram:InvoiceCurrencyCode>/, "", "InvoiceCurrencyCode"],
    },
  ],
];

describe.skipIf(isMissing)(
  "official rules (skipped means NOT CHECKED: they are missing here)",
  () => {
    let folder = "";
    beforeAll(async () => {
      folder = await mkdtemp(path.join(tmpdir(), "docket-conformance-"));
    });
    afterAll(() => rm(folder, { recursive: true }));

    it.concurrent.each(CHECKS)(
      "%s: nothing against any invoice, but something against a spoilt one",
      async (name, { judge, write, judges, spoil: [pattern, replacement, refusal] }) => {
        const judged = all.filter(({ invoice }) => judges(invoice));
        const files = judged.map((each) => [`${each.name}.xml`, write(each.invoice)] as const);
        const good = files[0]?.[1] ?? "";
        const spoilt = good.replace(pattern, replacement);
        expect(spoilt).not.toBe(good);
        const findings = await judge(
          await writeFolder(path.join(folder, name), new Map([...files, ["spoilt.xml", spoilt]])),
        );
        expect(findings.filter((finding) => !finding.startsWith("spoilt.xml"))).toEqual([]);
        expect(findings.join("\n")).toContain(refusal);
      },
      TIMEOUT_MILLISECONDS,
    );
  },
);
