import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { judge, type RuleSet } from "#adapters/einvoice-rules/saxon";
import { eInvoiceOf, writeCii, writeUbl, type Attachment, type EInvoice } from "#domain/einvoice";
import { generatedDocuments } from "./generated-documents.ts";
import { readOrderPapers } from "./order-papers.ts";
import { judgeBySchema, missing, rules, type Schema } from "./schemas.ts";

/** `CONFORMANCE_SIZE=1000` for the target of the design. */
const DOCUMENTS = Number(process.env["CONFORMANCE_SIZE"] ?? 200);
const TIMEOUT_MILLISECONDS = 180_000 + DOCUMENTS * 1000;
const isMissing = missing.length > 0;

if (isMissing) {
  const bar = "!".repeat(100);
  process.stderr.write(
    `\n${bar}\nNOT CHECKED: our e-invoices against the official rules. These are missing:\n` +
      missing.map((each) => `  ${each}\n`).join("") +
      `tests/conformance/README.md says where they come from; EN16931_RULES and PEPPOL_RULES name their folders.\n${bar}\n\n`,
  );
}

const generated = generatedDocuments(DOCUMENTS).map((document) => {
  const invoice = eInvoiceOf(document);
  if (!invoice.ok) throw new Error(`${document.number}: ${invoice.problem.message}`);
  return { name: document.number, invoice: invoice.value };
});
const orders = await readOrderPapers();
const all = [...generated, ...orders.papers];

describe("the documents to be judged", () => {
  const invoices = generated.map(({ invoice }) => invoice);
  const valuesOf = (read: (invoice: EInvoice) => readonly string[]) =>
    new Set(invoices.flatMap(read));

  it("are of every kind, profile, currency and VAT category", () => {
    for (const typeCode of ["380", "381"]) {
      for (const profile of ["core", "peppol", "xrechnung"]) {
        const same = invoices.filter(
          (invoice) => invoice.typeCode === typeCode && invoice.profile === profile,
        );
        expect(same.length, `${typeCode} ${profile}`).toBeGreaterThan(1);
      }
    }
    expect(valuesOf(({ currency }) => [currency])).toEqual(
      new Set(["EUR", "USD", "GBP", "CHF", "SEK", "JPY"]),
    );
    expect(valuesOf(({ vatInOwnCurrency: own }) => [own?.currency ?? ""])).toEqual(
      new Set(["", "EUR"]),
    );
    const categories = valuesOf(({ vatBreakdown }) => vatBreakdown.map(({ category }) => category));
    expect(categories).toEqual(new Set(["S", "Z", "E", "AE", "K", "G", "O"]));
    expect(invoices.some(({ vatBreakdown }) => vatBreakdown.length > 3)).toBe(true);
  });

  it("are of every shape that hurts", () => {
    expect(valuesOf(({ payment }) => [payment.meansCode])).toEqual(
      new Set(["1", "30", "57", "58", "68", "97"]),
    );
    const lines = invoices.flatMap((invoice) => invoice.lines);
    expect(lines.some(({ quantity }) => quantity.startsWith("-"))).toBe(true);
    expect(lines.some(({ priceBaseQuantity }) => priceBaseQuantity !== "")).toBe(true);
    expect(lines.some(({ allowances }) => allowances.length > 0)).toBe(true);
    expect(lines.some(({ standardItemId }) => standardItemId !== null)).toBe(true);
    const allowances = invoices.flatMap((invoice) => invoice.allowances);
    expect(new Set(allowances.map(({ reasonCode }) => reasonCode))).toEqual(new Set(["95", ""]));
    expect(invoices.some(({ totals }) => totals.roundingAmount !== "")).toBe(true);
    expect(invoices.some(({ totals }) => totals.amountDue.startsWith("-"))).toBe(true);
    expect(invoices.some(({ payment }) => payment.terms !== "")).toBe(true);
    expect(invoices.some(({ seller }) => seller.taxNumber !== "")).toBe(true);
    expect(invoices.some(({ buyer }) => buyer.name === "—")).toBe(true);
  });

  it("are those of all orders but in three decimals, or whose missing VAT nobody explains", () => {
    const reason = /: einvoice-(impossible currency|incomplete vatBreakdown)$/;
    expect(orders.refusals.filter((refusal) => !reason.test(refusal))).toEqual([]);
    expect(orders.papers.length).toBeGreaterThan(orders.refusals.length);
  });

  it("are the credit notes of refunds at both platforms too, of shipping alone and of all but a cent", () => {
    const credited = orders.papers.filter(({ invoice }) => isCreditNote(invoice));
    const names = credited.map(({ name }) => name);
    expect(names).toEqual(
      expect.arrayContaining([
        "shopify-refund-all-kept-credit-note-1",
        "shopify-refund-shipping-only-credit-note-1",
        "woocommerce-refund-of-shipping-credit-note-1",
        "woocommerce-refunds-three-times-credit-note-3",
      ]),
    );
  });
});

/** Of every fourth document, the paper goes with the UBL. */
const PDF: Attachment = {
  id: "invoice.pdf",
  description: "The invoice as a page <& more>",
  fileName: 'invoice "1".pdf',
  mediaType: "application/pdf",
  base64: Buffer.from("%PDF-1.7 of a kind").toString("base64"),
};
const writeUblWithPdf = (invoice: EInvoice): string =>
  writeUbl(invoice, { attachments: invoice.number.endsWith("4") ? [PDF] : [] });

interface Check {
  readonly judge: (folder: string) => Promise<readonly string[]>;
  readonly write: (invoice: EInvoice) => string;
  readonly judges: (invoice: EInvoice) => boolean;
  /** Makes of a good invoice one that the judge must refuse, and the word of its refusal. */
  readonly spoil: readonly [pattern: RegExp, replacement: string, refusal: string];
}

const everyInvoice = () => true;
const isXrechnung = ({ profile }: EInvoice) => profile === "xrechnung";
const isCreditNote = ({ typeCode }: EInvoice) => typeCode === "381";
const byRules = (ruleSet: RuleSet) => async (folder: string) => {
  const findings = await judge(ruleSet, folder, rules);
  return findings
    .filter(({ severity }) => severity === "fatal")
    .map(({ file, ruleId, text }) => `${file}: ${ruleId}: ${text}`);
};
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
      write: writeUblWithPdf,
      judges: everyInvoice,
      spoil: [/(<cbc:PayableAmount [^>]*>)[^<]*/, "$1987654.32", "BR-CO-16"],
    },
  ],
  [
    "Peppol BIS Billing",
    {
      judge: byRules("Peppol BIS Billing"),
      write: writeUblWithPdf,
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
      write: writeUblWithPdf,
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
    "the schema of invoices in UBL 2.1",
    {
      judge: bySchema("UBL 2.1 invoice"),
      write: writeUblWithPdf,
      judges: (invoice) => !isCreditNote(invoice),
      spoil: [/<cbc:IssueDate>.*?<\/cbc:IssueDate>/, "", "IssueDate"],
    },
  ],
  [
    "the schema of credit notes in UBL 2.1",
    {
      judge: bySchema("UBL 2.1 credit note"),
      write: writeUblWithPdf,
      judges: isCreditNote,
      spoil: [/(<cbc:IssueDate>)/, "<cbc:DueDate>2026-11-21</cbc:DueDate>$1", "DueDate"],
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
      async (
        name,
        { judge: judgeFolder, write, judges, spoil: [pattern, replacement, refusal] },
      ) => {
        const judged = all.filter(({ invoice }) => judges(invoice));
        const files = judged.map((each) => [`${each.name}.xml`, write(each.invoice)] as const);
        const good = files[0]?.[1] ?? "";
        const spoilt = good.replace(pattern, replacement);
        expect(spoilt).not.toBe(good);
        const place = path.join(folder, name);
        await mkdir(place);
        for (const [file, xml] of [...files, ["spoilt.xml", spoilt] as const])
          await writeFile(path.join(place, file), xml);
        const findings = await judgeFolder(place);
        expect(findings.filter((finding) => !finding.startsWith("spoilt.xml"))).toEqual([]);
        expect(findings.join("\n")).toContain(refusal);
      },
      TIMEOUT_MILLISECONDS,
    );
  },
);
