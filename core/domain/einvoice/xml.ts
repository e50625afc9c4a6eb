/** Well-formed XML text. Only the functions of this file make it, so everything in it is escaped. */
export type Xml = string;

type Attribute = readonly [name: string, value: string];

/**
 * What may stand in XML 1.0: no control characters but tab and line feed, no half surrogates, no non-characters; line ends
 * are `\n`. Without white space around it.
 */
export const cleanText = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\r\n?/g, "\n")
    .replace(/[^\P{Cc}\t\n]|[\uFFFE\uFFFF]/gu, "")
    .trim();

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
};

const escaped = (text: string): string =>
  cleanText(text).replace(/[&<>"]/g, (character) => ENTITIES[character] ?? "");

/** `<name attribute="…">text</name>`, or nothing when no text is left (Peppol R008). An empty attribute is left out. */
export function element(name: string, text: string, ...attributes: readonly Attribute[]): Xml {
  const content = escaped(text);
  return content === "" ? "" : `<${name}${attributesText(attributes)}>${content}</${name}>`;
}

/** A file within an element. It can be large, so it is looked at once, not escaped; other characters than those of base64 are a bug. */
export function base64Element(
  name: string,
  base64: string,
  ...attributes: readonly Attribute[]
): Xml {
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(base64)) throw new Error(`${name}: expected base64.`);
  return `<${name}${attributesText(attributes)}>${base64}</${name}>`;
}

const attributesText = (attributes: readonly Attribute[]): string =>
  attributes
    .map(([name, value]) => [name, escaped(value)] as const)
    .map(([name, value]) => (value === "" ? "" : ` ${name}="${value}"`))
    .join("");

/** Elements within an element; nothing when all of them are nothing. */
export function group(name: string, ...children: readonly Xml[]): Xml {
  const content = children.join("");
  return content === "" ? "" : `<${name}>${content}</${name}>`;
}

/** The same, for an element that its schema demands even when empty. */
export const demandedGroup = (name: string, ...children: readonly Xml[]): Xml =>
  group(name, ...children) || `<${name}/>`;

/** A whole UTF-8 document. `namespaces` maps prefixes to addresses; "" is the default one. */
export function xmlDocument(
  root: string,
  namespaces: Readonly<Record<string, string>>,
  children: readonly Xml[],
): Xml {
  const declarations = Object.entries(namespaces)
    .map(([prefix, address]) => ` xmlns${prefix === "" ? "" : `:${prefix}`}="${escaped(address)}"`)
    .join("");
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${root}${declarations}>${children.join("")}</${root}>\n`;
}
