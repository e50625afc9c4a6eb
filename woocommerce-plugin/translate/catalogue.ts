import { keyOf, type Message } from "./message.ts";

/** Translations by the key of their message: one form, or singular and plural. */
export type Catalogue = ReadonlyMap<string, readonly string[]>;

export const LOCALES = ["nl_NL", "fr_FR", "de_DE"] as const;
export type Locale = (typeof LOCALES)[number];
const PLURALS: Readonly<Record<Locale, string>> = {
  nl_NL: "nplurals=2; plural=(n != 1);",
  fr_FR: "nplurals=2; plural=(n > 1);",
  de_DE: "nplurals=2; plural=(n != 1);",
};

interface Translated {
  readonly locale: Locale;
  readonly known: Catalogue;
}

const quote = (text: string): string => JSON.stringify(text).replaceAll("\\/", "/");

/** A .po file, or with no locale the .pot: messages in the order of their keys, so that a change is small. */
export function writePo(messages: readonly Message[], translated?: Translated): string {
  const { locale, known = new Map() } = translated ?? {};
  const header = headerOf(locale).map((line) => `${quote(`${line}\n`)}\n`);
  const entries = groupByKey(messages).map(([key, uses]) => entryOf(uses, known.get(key) ?? []));
  return [`msgid ""\nmsgstr ""\n${header.join("")}`, ...entries].join("\n");
}

const headerOf = (locale: Locale | undefined): string[] => [
  "Project-Id-Version: Docket",
  "MIME-Version: 1.0",
  "Content-Type: text/plain; charset=UTF-8",
  "Content-Transfer-Encoding: 8bit",
  "X-Domain: docket",
  ...(locale ? [`Language: ${locale}`, `Plural-Forms: ${PLURALS[locale]}`] : []),
];

export function groupByKey(messages: readonly Message[]): [string, readonly Message[]][] {
  const groups = new Map<string, Message[]>();
  for (const message of messages) {
    const key = keyOf(message);
    groups.set(key, [...(groups.get(key) ?? []), message]);
  }
  return [...groups].toSorted(([a], [b]) => (a < b ? -1 : 1));
}

function entryOf(uses: readonly Message[], translated: readonly string[]): string {
  const [{ text, context } = { text: "", context: "" }] = uses;
  const comments = new Set(uses.map(({ comment }) => comment).filter((comment) => comment !== ""));
  const files = new Set(uses.map(({ place }) => place.replace(/:\d+$/, "")));
  const plural = uses.find((use) => use.plural !== "")?.plural ?? "";
  const forms =
    plural === ""
      ? [`msgstr ${quote(translated[0] ?? "")}`]
      : [0, 1].map((form) => `msgstr[${form}] ${quote(translated[form] ?? "")}`);
  return [
    ...[...comments].map((comment) => `#. translators: ${comment}`),
    ...[...files].map((file) => `#: ${file}`),
    ...(context === "" ? [] : [`msgctxt ${quote(context)}`]),
    `msgid ${quote(text)}`,
    ...(plural === "" ? [] : [`msgid_plural ${quote(plural)}`]),
    ...forms,
    "",
  ].join("\n");
}

/** Reads a .po file as `writePo` and other programs write it. Untranslated messages are left out. */
export function readPo(po: string): Catalogue {
  const catalogue = new Map<string, string[]>();
  for (const entry of po.split(/\n{2,}/)) {
    const fields = readEntry(entry);
    const text = fields.get("msgid") ?? "";
    const forms = [
      fields.get("msgstr") ?? fields.get("msgstr[0]") ?? "",
      fields.get("msgstr[1]") ?? "",
    ];
    if (text === "" || forms[0] === "") continue;
    const context = fields.get("msgctxt") ?? "";
    catalogue.set(keyOf({ text, context }), fields.has("msgid_plural") ? forms : forms.slice(0, 1));
  }
  return catalogue;
}

/** A string can go on over several lines. */
function readEntry(entry: string): Map<string, string> {
  const fields = new Map<string, string>();
  let name = "";
  for (const line of entry.split("\n")) {
    const found = /^(?:(msg\w+(?:\[\d\])?) )?(".*")$/.exec(line.trim());
    if (found?.[2] === undefined) continue;
    name = found[1] ?? name;
    fields.set(name, (fields.get(name) ?? "") + String(JSON.parse(found[2])));
  }
  return fields;
}

/** The binary form that WordPress reads (GNU gettext's .mo, little endian). Originals are sorted by their bytes. */
export function writeMo(messages: readonly Message[], { locale, known }: Translated): Uint8Array {
  const rows = groupByKey(messages).flatMap(([key, uses]): (readonly [Buffer, Buffer])[] => {
    const forms = known.get(key);
    const plural = uses.find((use) => use.plural !== "")?.plural ?? "";
    if (forms === undefined) return [];
    const original = plural === "" ? key : `${key}\0${plural}`;
    return [[Buffer.from(original), Buffer.from(forms.join("\0"))]];
  });
  const header = headerOf(locale).map((line) => `${line}\n`);
  const all = [[Buffer.from(""), Buffer.from(header.join(""))] as const, ...rows];
  return packMo(all.toSorted(([a], [b]) => Buffer.compare(a, b)));
}

const MO_MAGIC = 0x950412de;
const MO_HEADER_BYTES = 28;

function packMo(rows: readonly (readonly [Buffer, Buffer])[]): Buffer {
  const tableBytes = rows.length * 8;
  const head = Buffer.alloc(MO_HEADER_BYTES + 2 * tableBytes);
  const words = [
    MO_MAGIC,
    0,
    rows.length,
    MO_HEADER_BYTES,
    MO_HEADER_BYTES + tableBytes,
    0,
    head.length,
  ];
  words.forEach((word, index) => head.writeUInt32LE(word, index * 4));
  const strings: Buffer[] = [];
  let offset = head.length;
  for (const column of [0, 1] as const) {
    rows.forEach((row, index) => {
      const at = MO_HEADER_BYTES + column * tableBytes + index * 8;
      head.writeUInt32LE(row[column].length, at);
      head.writeUInt32LE(offset, at + 4);
      strings.push(row[column], Buffer.alloc(1));
      offset += row[column].length + 1;
    });
  }
  return Buffer.concat([head, ...strings]);
}

/** What `wp_set_script_translations` hands to the admin page (Jed's form). */
export function writeScriptJson(
  messages: readonly Message[],
  { locale, known }: Translated,
): string {
  const spoken = groupByKey(messages.filter(({ isScript }) => isScript));
  const entries = spoken.flatMap(([key]) => {
    const forms = known.get(key);
    return forms === undefined ? [] : [[key, forms] as const];
  });
  const header = { domain: "messages", lang: locale, "plural-forms": PLURALS[locale] };
  const messagesJson = { "": header, ...Object.fromEntries(entries) };
  return JSON.stringify({ domain: "messages", locale_data: { messages: messagesJson } });
}
