/** The XMP schema of Factur-X 1.0 (ZUGFeRD 2): what PDF/A-3 wants described before it is used. */
const PROPERTIES = {
  DocumentFileName: "name of the embedded XML invoice file",
  DocumentType: "INVOICE",
  Version: "The actual version of the Factur-X XML schema",
  ConformanceLevel: "The conformance level of the embedded Factur-X data",
};

/** A credit note is an INVOICE here too: its type stands in the XML. */
const VALUES: Readonly<Record<keyof typeof PROPERTIES, string>> = {
  DocumentFileName: "factur-x.xml",
  DocumentType: "INVOICE",
  Version: "1.0",
  ConformanceLevel: "EN 16931",
};

const NAMESPACE = "urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#";

const SCHEMA =
  '<rdf:li rdf:parseType="Resource"><pdfaSchema:schema>Factur-X PDFA Extension Schema</pdfaSchema:schema>' +
  `<pdfaSchema:namespaceURI>${NAMESPACE}</pdfaSchema:namespaceURI><pdfaSchema:prefix>fx</pdfaSchema:prefix>` +
  `<pdfaSchema:property><rdf:Seq>${Object.entries(PROPERTIES)
    .map(
      ([name, description]) =>
        `<rdf:li rdf:parseType="Resource"><pdfaProperty:name>${name}</pdfaProperty:name>` +
        "<pdfaProperty:valueType>Text</pdfaProperty:valueType><pdfaProperty:category>external</pdfaProperty:category>" +
        `<pdfaProperty:description>${description}</pdfaProperty:description></rdf:li>`,
    )
    .join("")}</rdf:Seq></pdfaSchema:property></rdf:li>`;

const FACTUR_X =
  `<rdf:Description rdf:about="" xmlns:fx="${NAMESPACE}">` +
  Object.entries(VALUES)
    .map(([name, value]) => `<fx:${name}>${value}</fx:${name}>`)
    .join("") +
  "</rdf:Description>";

/**
 * Says in a PDF's metadata that it is Factur-X. Typst attaches the XML and cannot write this; the metadata grow, so the
 * cross-reference table moves what stands behind them. Throws when Typst writes its files in another shape than this one reads.
 */
export function withFacturXMetadata(pdf: Uint8Array): Uint8Array {
  const source = Buffer.from(pdf);
  const text = source.toString("latin1");
  const table = readTable(text);
  const metadata = findMetadata(text, table);
  const xmp = source.toString("utf8", metadata.start, metadata.end);
  const replaced = Buffer.from(describeFacturX(xmp), "utf8");
  const header = text.slice(metadata.objectStart, metadata.start);
  const grown = Buffer.from(header.replace(/\/Length \d+/, `/Length ${replaced.length}`), "latin1");
  const shift = grown.length + replaced.length - (metadata.end - metadata.objectStart);
  return Buffer.concat([
    source.subarray(0, metadata.objectStart),
    grown,
    replaced,
    source.subarray(metadata.end, table.start),
    Buffer.from(movedTable(table, { behind: metadata.objectStart, shift }), "latin1"),
  ]);
}

interface CrossReferences {
  /** Where the table begins. */
  readonly start: number;
  /** One per object, twenty bytes: offset, generation, in use or free (ISO 32000-1, 7.5.4). */
  readonly entries: readonly string[];
  readonly trailer: string;
}

function readTable(text: string): CrossReferences {
  const end = text.lastIndexOf("startxref");
  const start = Number(/startxref\s+(\d+)/.exec(text.slice(end))?.[1]);
  const table = /^xref\s+0 \d+ *\r?\n((?:\d{10} \d{5} [fn]\s{2})+)(trailer[^]*)$/.exec(
    text.slice(start, end),
  );
  if (table === null) throw unknownShape("cross-reference table");
  const [, entries = "", trailer = ""] = table;
  return { start, entries: entries.match(/[^]{20}/g) ?? [], trailer };
}

function findMetadata(text: string, { entries, trailer }: CrossReferences) {
  const objectStartOf = (reference: string | undefined): number =>
    Number(entries[Number(reference)]?.slice(0, 10));
  const root = objectStartOf(/\/Root (\d+) 0 R/.exec(trailer)?.[1]);
  const catalog = text.slice(root, text.indexOf("endobj", root));
  const objectStart = objectStartOf(/\/Metadata (\d+) 0 R/.exec(catalog)?.[1]);
  const header = /^[^]*?\/Length (\d+)[^]*?stream\r?\n/.exec(text.slice(objectStart));
  if (header === null) throw unknownShape("metadata");
  const start = objectStart + header[0].length;
  return { objectStart, start, end: start + Number(header[1]) };
}

/**
 * Typst puts everything into one description; the extension schemas get one of their own, because some readers know them only
 * as its first part.
 */
function describeFacturX(xmp: string): string {
  const extensions =
    /<pdfaExtension:schemas><rdf:Bag>([^]*?)<\/rdf:Bag><\/pdfaExtension:schemas>/.exec(xmp);
  if (extensions === null) throw unknownShape("metadata's extension schemas");
  const schemas =
    '<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"' +
    ' xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">' +
    `<pdfaExtension:schemas><rdf:Bag>${extensions[1]}${SCHEMA}</rdf:Bag></pdfaExtension:schemas></rdf:Description>`;
  return xmp
    .replace(extensions[0], "")
    .replace("</rdf:RDF>", () => `${schemas}${FACTUR_X}</rdf:RDF>`);
}

function movedTable(
  { start, entries, trailer }: CrossReferences,
  { behind, shift }: { readonly behind: number; readonly shift: number },
): string {
  const moved = entries.map((entry) => {
    const offset = Number(entry.slice(0, 10));
    const isMoved = entry[17] === "n" && offset > behind;
    return isMoved ? String(offset + shift).padStart(10, "0") + entry.slice(10) : entry;
  });
  return `xref\n0 ${entries.length}\n${moved.join("")}${trailer}startxref\n${start + shift}\n%%EOF`;
}

const unknownShape = (part: string): Error => new Error(`Typst wrote another kind of ${part}`);
