import { execFileSync } from "node:child_process";
import { afterAll, describe, expect, it } from "vitest";
import type { Document } from "#domain/document";
import { presentDocument } from "#domain/presentation";
import {
  sampleDocument,
  sampleDraft,
  type Sample,
} from "../../../../tests/golden/sample-documents.ts";
import { typstRenderer, type LogoImage } from "./index.ts";

const renderer = typstRenderer();
afterAll(() => renderer.close());

const render = (sample: Sample = {}, logo: LogoImage | null = null): Promise<Uint8Array> =>
  renderer.renderPdf(presentDocument(sampleDocument(sample)), logo, "2026-11-21");

const textOf = (pdf: Uint8Array): string =>
  execFileSync("pdftotext", ["-layout", "-enc", "UTF-8", "-", "-"], { input: pdf }).toString();
const textOfDocument = async (document: Document): Promise<string> =>
  textOf(await renderer.renderPdf(presentDocument(document), null, "2026-11-21"));
const pagesOf = (text: string): string[] => text.split("\f").filter((page) => page.trim() !== "");

const manyLines = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ name: `Artikel ${index + 1}`, price: "12.10" }));

/** Reading a PDF takes poppler's pdftotext; without it these tests say so instead of passing. */
const hasPdftotext = (() => {
  try {
    execFileSync("pdftotext", ["-v"], { stdio: "ignore" });
    return true;
  } catch {
    process.stderr.write("SKIPPED: pdftotext (poppler-utils) is absent, so no PDF text is read\n");
    return false;
  }
})();

const svgLogo = (svg: string): LogoImage => ({
  mediaType: "image/svg+xml",
  bytes: new TextEncoder().encode(svg),
});
const LOGO = svgLogo(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 10"><rect width="40" height="10" fill="#0f766e"/></svg>',
);

describe("the PDF", () => {
  it("is the same to the byte, twice and from another worker", async () => {
    const other = typstRenderer();
    const printable = presentDocument(sampleDocument());
    const [first, second, third] = await Promise.all([
      renderer.renderPdf(printable, LOGO, "2026-11-21"),
      renderer.renderPdf(printable, LOGO, "2026-11-21"),
      other.renderPdf(printable, LOGO, "2026-11-21"),
    ]);
    await other.close();
    expect(Buffer.from(second).equals(first)).toBe(true);
    expect(Buffer.from(third).equals(first)).toBe(true);
  });

  it("is a tagged PDF/A-3a that was made on the issue date", async () => {
    const source = Buffer.from(await render()).toString("latin1");
    const has = (text: string) => source.includes(text);
    expect(has("<pdfaid:part>3</pdfaid:part>")).toBe(true);
    expect(has("<pdfaid:conformance>A</pdfaid:conformance>")).toBe(true);
    expect(has("<xmp:CreateDate>2026-11-21T00:00:00+00:00</xmp:CreateDate>")).toBe(true);
    expect(has("/Lang (nl")).toBe(true);
  });

  it("stands without its logo when the logo is broken", async () => {
    const broken: LogoImage = { mediaType: "image/png", bytes: new Uint8Array([1, 2, 3]) };
    expect(Buffer.from(await render({}, broken)).equals(await render())).toBe(true);
    const brokenSvg = svgLogo("<svg");
    expect(Buffer.from(await render({}, brokenSvg)).equals(await render())).toBe(true);
  });

  it("survives characters of no font and words of no end", async () => {
    const name = `한국 😀 \u0007\u202e ${"x".repeat(500)}`;
    const pdf = await render({ lines: [{ name, price: "1.00" }], order: { note: name } });
    expect(Buffer.from(pdf).toString("latin1")).toContain("<pdfaid:conformance>A<");
  });
});

describe.skipIf(!hasPdftotext)("what a reader finds on it", () => {
  it.each([
    ["nl-BE", ["Factuur", "Factuurnummer", "21 november 2026", "€ 155,00", "Te betalen"]],
    ["fr-BE", ["Facture", "Date d’échéance", "5 décembre 2026", "155,00 €", "À payer"]],
    ["de-DE", ["Rechnung", "Fällig am", "5. Dezember 2026", "155,00 €", "Zu zahlen"]],
    ["en-GB", ["Invoice", "Due date", "5 December 2026", "€155.00", "Amount due"]],
  ])("is in the language of %s", async (locale, expected) => {
    const text = textOf(await render({ locale }));
    for (const words of expected) expect(text.replaceAll("\u00a0", " ")).toContain(words);
    expect(text).toContain("+++000/0001/04272+++");
    expect(text).toContain("BE68 5390 0754 7034");
  });

  it("prints hostile text as it stands", async () => {
    const hostile = String.raw`#{panic()} *bold* _em_ $x$ <b>\n`;
    const text = textOf(
      await render({
        lines: [{ name: hostile, price: "10.00" }],
        order: { note: `<script>alert(1)</script> ${hostile}` },
      }),
    );
    expect(text.split(hostile)).toHaveLength(3);
    expect(text).toContain("<script>alert(1)</script>");
  });

  it("prints names from right to left and from Japan", async () => {
    const text = textOf(await render({ lines: [{ name: "株式会社さくら", price: "1.00" }] }));
    expect(text).toContain("株式会社さくら");
    const arabic = Buffer.from(await render({ order: { note: "شركة النور" } }));
    expect(arabic.toString("latin1")).toContain("NotoSansArabic");
  });

  it("repeats the columns' names and counts the pages of a long document", async () => {
    const pages = pagesOf(textOf(await render({ lines: manyLines(60) })));
    expect(pages.length).toBeGreaterThanOrEqual(2);
    pages.forEach((page, index) => {
      expect(page).toContain(`Pagina ${index + 1} / ${pages.length}`);
      expect(page).toContain("Atelier Noord BV");
    });
    expect(pages.slice(0, 2).every((page) => page.includes("Omschrijving"))).toBe(true);
    expect(pages[1]).toContain("Factuur 2026-0042");
    const last = pages.at(-1) ?? "";
    expect(last).toContain("Te betalen");
    expect(last).toContain("Mededeling");
  });

  it("sets 500 lines, each once", async () => {
    const text = textOf(await render({ lines: manyLines(500) }));
    expect(text.match(/Artikel \d+\s/g)).toHaveLength(500);
  });

  it("shows no price on a delivery note", async () => {
    const text = textOf(await render({ kind: "deliveryNote", shipping: "4.95" }));
    expect(text).toContain("Leveringsbon");
    expect(text).toContain("Keramische beker");
    expect(text).not.toContain("€");
  });

  it("credits without asking for payment, and says for which invoice", async () => {
    const document = sampleDocument();
    const text = await textOfDocument({
      ...document,
      kind: "creditNote",
      precedingInvoice: { number: "2026-0041", issueDate: "2026-11-03" },
      creditReason: "Te klein",
      dueDate: null,
      caption: "Wij crediteren u dit bedrag.",
      totals: { ...document.totals, paidAmount: "100.00", amountDue: "55.00" },
      legalMentions: ["Btw terug te storten aan de Staat"],
    });
    for (const words of [
      "Creditnota",
      "Credit voor factuur 2026-0041 van 3 november 2026",
      "Reden: Te klein",
      "Totaal te crediteren",
      "Terugbetaald",
      "In uw voordeel",
      "Btw terug te storten aan de Staat",
      "Wij crediteren u dit bedrag.",
    ]) {
      expect(text).toContain(words);
    }
    expect(text).not.toMatch(/betalen|Rekeningnummer|Mededeling/);
  });

  it("says under a pro forma's title that it is no invoice, and how to pay", async () => {
    const text = textOf(await render({ kind: "proforma" }));
    expect(text).toContain("Dit is geen factuur en geeft geen recht op aftrek van btw.");
    expect(text).toContain("+++000/0001/04272+++");
  });

  it("gives the VAT in the seller's own currency", async () => {
    const vatInOwnCurrency = { currency: "EUR", vatTotal: "23.18", exchangeRate: "0.8617" };
    const text = await textOfDocument({ ...sampleDocument(), currency: "USD", vatInOwnCurrency });
    expect(text.replaceAll("\u00a0", " ")).toContain("Btw in EUR: € 23,18 (1 USD = 0,8617 EUR)");
  });

  it("carries more charges than a page has room for over to the next", async () => {
    const document = sampleDocument({ shipping: "4.95" });
    const names = Array.from({ length: 100 }, (_, index) => `Toeslag ${index + 1}.`);
    const charges = document.charges.flatMap((charge) =>
      names.map((name) => ({ ...charge, type: "fee" as const, name })),
    );
    const text = await textOfDocument({ ...document, charges });
    const pages = pagesOf(text);
    expect(pages).toHaveLength(3);
    expect(names.filter((name) => !text.includes(name))).toEqual([]);
    expect(pages.at(-1)).toContain("Te betalen");
    expect(pages.at(-1)).toContain("Mededeling");
  });

  it("says on a draft that it is one", async () => {
    const draft = presentDocument(sampleDraft());
    const text = textOf(await renderer.renderPdf(draft, null, "2026-11-21"));
    expect(text).toContain("Concept");
    expect(text).not.toContain("2026-0042");
  });
});

describe("the preview", () => {
  it("is one picture per page", async () => {
    const printable = presentDocument(sampleDocument({ lines: manyLines(60) }));
    const pages = await renderer.renderSvgPages(printable, null, "2026-11-21");
    expect(pages.length).toBeGreaterThanOrEqual(2);
    for (const page of pages) {
      expect(page).toMatch(/^<svg [^>]*viewBox="0 0 595\.27\d+ 841\.88\d+"/);
      expect(
        page.match(/class="typst-shape" fill="#ffffff" fill-rule="nonzero" d="M 0 0v 841/g),
      ).toHaveLength(1);
      expect(page).not.toContain("<script");
      expect(page.trimEnd().endsWith("</svg>")).toBe(true);
    }
  });
});
