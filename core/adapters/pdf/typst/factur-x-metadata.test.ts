import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, it } from "vitest";
import { presentDocument } from "#domain/presentation";
import { sampleDocument } from "../../../../tests/golden/sample-documents.ts";
import { withFacturXMetadata } from "./factur-x-metadata.ts";
import { typstRenderer } from "./index.ts";

const renderer = typstRenderer();
const folder = mkdtempSync(path.join(tmpdir(), "factur-x-"));
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await renderer.close();
});

/** Nothing in it may be taken for a pattern, a line end of ours or markup of the page. */
const XML =
  '<?xml version="1.0" encoding="UTF-8"?>\n<a b="$& $1 é 株 😀">\r\n\t#panic() </rdf:RDF> endobj</a>\n';
const printable = presentDocument(sampleDocument());
const render = (xml: string, from = renderer): Promise<Uint8Array> =>
  from.renderFacturX(printable, null, { creationDate: "2026-11-21", xml });
const latin1 = (pdf: Uint8Array): string => Buffer.from(pdf).toString("latin1");

const xmpOf = (pdf: Uint8Array): string =>
  /<x:xmpmeta[^]*<\/x:xmpmeta>/.exec(Buffer.from(pdf).toString("utf8"))?.[0] ?? "";

/** The elements that are left open, or closed without having been opened. */
function unbalanced(xml: string): string[] {
  const open: string[] = [];
  for (const [, closing, name = "", empty] of xml.matchAll(/<(\/?)([\w:]+)[^<>]*?(\/?)>/g)) {
    if (empty === "/") continue;
    if (closing === "/" && open.at(-1) === name) open.pop();
    else open.push(name);
  }
  return open;
}

/** Taking the XML out again needs poppler's pdfdetach; without it that test says so instead of passing. */
const hasPdfdetach = spawnSync("pdfdetach", ["-v"]).error === undefined;
if (!hasPdfdetach) {
  process.stderr.write("SKIPPED: pdfdetach (poppler-utils) is absent, so no XML is taken out\n");
}

it("says what it is, in metadata that PDF/A describes", async () => {
  const pdf = await render(XML);
  const xmp = xmpOf(pdf);
  expect(unbalanced(xmp)).toEqual([]);
  for (const [name, value] of [
    ["DocumentType", "INVOICE"],
    ["DocumentFileName", "factur-x.xml"],
    ["Version", "1.0"],
    ["ConformanceLevel", "EN 16931"],
  ]) {
    expect(xmp).toContain(`<fx:${name}>${value}</fx:${name}>`);
    expect(xmp).toContain(`<pdfaProperty:name>${name}</pdfaProperty:name>`);
  }
  expect(xmp).toContain("<pdfaid:conformance>A</pdfaid:conformance>");
  expect(latin1(pdf)).toContain("/AFRelationship /Alternative");
});

it("knows where each of its objects begins", async () => {
  const pdf = latin1(await render(XML));
  const table = Number(/startxref\n(\d+)\n%%EOF$/.exec(pdf)?.[1]);
  const [, count, entries = ""] = /^xref\n0 (\d+)\n((?:\d{10} \d{5} [nf][^]{2})+)/.exec(
    pdf.slice(table),
  ) ?? ["", "", ""];
  const offsets = entries.match(/[^]{20}/g) ?? [];
  expect(offsets).toHaveLength(Number(count));
  expect(offsets.length).toBeGreaterThan(50);
  offsets.forEach((entry, id) => {
    if (entry[17] !== "n") return;
    expect(pdf.slice(Number(entry.slice(0, 10))).startsWith(`${id} 0 obj`)).toBe(true);
  });
});

it("is the same to the byte, from another worker too", async () => {
  const other = typstRenderer();
  const [first, second] = await Promise.all([render(XML), render(XML, other)]);
  await other.close();
  expect(Buffer.from(second).equals(first)).toBe(true);
});

it("looks like the plain PDF, which carries nothing", async () => {
  const plain = latin1(await renderer.renderPdf(printable, null, "2026-11-21"));
  expect(plain).not.toContain("factur-x.xml");
  expect(plain).not.toContain("fx:DocumentType");
});

it.skipIf(!hasPdfdetach)("gives the XML back byte for byte", async () => {
  const long = `<a>${"é\n".repeat(200_000)}</a>`;
  for (const xml of [XML, long]) {
    const file = path.join(folder, "invoice.pdf");
    writeFileSync(file, await render(xml));
    const list = execFileSync("pdfdetach", ["-list", file], { encoding: "utf8" });
    expect(list).toBe("1 embedded files\n1: factur-x.xml\n");
    const saved = path.join(folder, "saved.xml");
    execFileSync("pdfdetach", ["-save", "1", "-o", saved, file]);
    expect(readFileSync(saved).equals(Buffer.from(xml))).toBe(true);
  }
});

it.each([
  ["no cross-reference table", "%PDF-1.7\nstartxref\n0\n%%EOF"],
  ["nothing", ""],
])("refuses a file with %s", (_, text) => {
  expect(() => withFacturXMetadata(Buffer.from(text))).toThrow(
    "Typst wrote another kind of cross-reference table",
  );
});
