import { invoiceSchema, type Invoice } from "@e-invoice-eu/core";
import { z } from "zod";

interface Element {
  readonly name: string;
  readonly attributes: readonly (readonly [name: string, value: string])[];
  readonly children: Element[];
  text: string;
}

interface Shape {
  readonly type?: string | undefined;
  readonly items?: Shape | undefined;
  readonly properties?: Readonly<Record<string, Shape>> | undefined;
}

const shapeSchema: z.ZodType<Shape> = z.object({
  type: z.string().optional(),
  items: z.lazy(() => shapeSchema).optional(),
  properties: z
    .record(
      z.string(),
      z.lazy(() => shapeSchema),
    )
    .optional(),
});
const root = shapeSchema.parse(invoiceSchema);
/** E-Invoice-EU checks it itself. */
const internalFormat = z.custom<Invoice>();

/** A UBL document of ours in the JSON of E-Invoice-EU, by the shape of its schema: the same names, and a credit note as an invoice. */
export function internalFormatOf(ubl: string): Invoice {
  const content = objectOf(read(ubl).children, root.properties?.["ubl:Invoice"]);
  return internalFormat.parse({ "ubl:Invoice": content });
}

const AS_INVOICE: Readonly<Record<string, string>> = {
  "cbc:CreditNoteTypeCode": "cbc:InvoiceTypeCode",
  "cac:CreditNoteLine": "cac:InvoiceLine",
  "cbc:CreditedQuantity": "cbc:InvoicedQuantity",
};

function objectOf(children: readonly Element[], shape: Shape | undefined) {
  const result: Record<string, unknown> = {};
  for (const [name, same] of Map.groupBy(
    children,
    (child) => AS_INVOICE[child.name] ?? child.name,
  )) {
    const own = shape?.properties?.[name];
    const values = same.map((child) =>
      child.children.length === 0 ? child.text : objectOf(child.children, own?.items ?? own),
    );
    result[name] = own?.type === "array" ? values : values[0];
    for (const [attribute, value] of same[0]?.attributes ?? [])
      result[`${name}@${attribute}`] = value;
  }
  return result;
}

/** XML as our writers make it: no comments, no CDATA, no empty tags. */
function read(xml: string): Element {
  const whole: Element = { name: "", attributes: [], children: [], text: "" };
  const open = [whole];
  for (const [, end, name = "", attributes = "", text] of xml.matchAll(
    /<(\/?)([A-Za-z][\w:]*)([^<>]*)>|([^<>]+)/g,
  )) {
    const parent = open.at(-1) ?? whole;
    if (text !== undefined) parent.text += unescaped(text);
    else if (end === "/") open.pop();
    else {
      const child = { name, attributes: attributesOf(attributes), children: [], text: "" };
      parent.children.push(child);
      open.push(child);
    }
  }
  const [document] = whole.children;
  if (document === undefined) throw new Error("There is no element.");
  return document;
}

const attributesOf = (text: string) =>
  Array.from(text.matchAll(/([\w:]+)="([^"]*)"/g)).map(
    ([, name = "", value = ""]) => [name, unescaped(value)] as const,
  );

const unescaped = (text: string): string =>
  text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&");
