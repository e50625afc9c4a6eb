import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { groupByKey, LOCALES, readPo, writeMo, writePo, writeScriptJson } from "./catalogue.ts";
import { findPhpMessages } from "./find-php-messages.ts";
import { findScriptMessages } from "./find-script-messages.ts";
import { languagesFolder, makeLanguages } from "./languages.ts";

const stored = (name: string) => readFileSync(path.join(languagesFolder, name));

test("every text of the plugin is in languages/, and each language has words for it", () => {
  const { files, missing } = makeLanguages();
  expect(missing, "write them into the .po files").toEqual([]);
  for (const [name, content] of files) {
    const isCurrent = stored(name).equals(Buffer.from(content));
    expect(isCurrent, `${name} is old: node woocommerce-plugin/translate/main.ts`).toBe(true);
  }
  expect(readPo(stored("docket-nl_NL.po").toString()).size).toBeGreaterThan(600);
});

test.each(LOCALES)("translations of %s hold the placeholders of their texts", (locale) => {
  const placeholders = (text: string) => (text.match(/%(\d\$)?[sd]/g) ?? []).toSorted().join(" ");
  for (const [key, forms] of readPo(stored(`docket-${locale}.po`).toString())) {
    const [, text = key] = key.split("\u0004");
    for (const form of forms)
      expect(`${text}: ${placeholders(form)}`).toBe(`${text}: ${placeholders(text)}`);
  }
});

const PHP = `
/* translators: 1: order; 2: reason. */
$text = sprintf( __( 'Order %1$s: it\\'s %2$s', 'docket' ), $a, $b );
echo esc_html__( 'Done', 'docket' ) . _x( 'Open', 'verb', 'docket' );`;
const TSX = `
export const words = {
  open: _x("Open", "verb", "docket"),
  /* translators: %d: number. */
  drafts: (count: number) => _n("%d draft", "%d drafts", count, "docket"),
};
export const Page = () => <p>{__("Don't", "docket")}</p>;`;
const messages = [...findPhpMessages(PHP, "a.php"), ...findScriptMessages(TSX, "b.tsx")];

test("texts are found in PHP and in TypeScript, with context, plural and the note to the translator", () => {
  expect(messages.map(({ text, context, plural }) => [text, context, plural])).toEqual([
    ["Order %1$s: it's %2$s", "", ""],
    ["Done", "", ""],
    ["Open", "verb", ""],
    ["Open", "verb", ""],
    ["%d draft", "", "%d drafts"],
    ["Don't", "", ""],
  ]);
  expect(messages[0]?.comment).toBe("1: order; 2: reason.");
  expect(messages[4]?.comment).toBe("%d: number.");
  expect(groupByKey(messages)).toHaveLength(5);
});

test.each([
  `__( "in double quotes", 'docket' )`,
  `__( 'without domain' )`,
  `__( $variable, 'docket' )`,
  `_n( 'one', 'many', 2, 'docket' )`,
])("a call in PHP that cannot be read is refused: %s", (call) => {
  expect(() => findPhpMessages(call, "odd.php")).toThrow("odd.php");
});

test("a text in TypeScript that is put together is refused", () => {
  expect(() => findScriptMessages("__(name, 'docket')", "odd.ts")).toThrow("odd.ts:1");
});

const known = new Map([
  ["Order %1$s: it's %2$s", ["Bestelling %1$s: „%2$s” \\ \n"]],
  ["verb\u0004Open", ["Openen"]],
  ["%d draft", ["%d concept", "%d concepten"]],
]);

test("a catalogue is read as it was written", () => {
  expect(readPo(writePo(messages, { locale: "nl_NL", known }))).toEqual(known);
  expect(readPo(writePo(messages)).size).toBe(0);
});

test("the binary form holds each text at its place, sorted as gettext asks", () => {
  const mo = Buffer.from(writeMo(messages, { locale: "nl_NL", known }));
  expect(mo.readUInt32LE(0)).toBe(0x950412de);
  const read = (table: number, index: number) => {
    const at = mo.readUInt32LE(table) + index * 8;
    const start = mo.readUInt32LE(at + 4);
    return mo.subarray(start, start + mo.readUInt32LE(at)).toString();
  };
  const rows = [...Array(mo.readUInt32LE(8)).keys()].map((index) => [
    read(12, index),
    read(16, index),
  ]);
  expect(rows.slice(1)).toEqual([
    ["%d draft\0%d drafts", "%d concept\0%d concepten"],
    ["Order %1$s: it's %2$s", "Bestelling %1$s: „%2$s” \\ \n"],
    ["verb\u0004Open", "Openen"],
  ]);
  expect(rows[0]?.[1]).toContain("Language: nl_NL");
});

test("the admin page gets the texts that it speaks, and no others", () => {
  const json: unknown = JSON.parse(writeScriptJson(messages, { locale: "nl_NL", known }));
  expect(json).toMatchObject({ locale_data: { messages: { "verb\u0004Open": ["Openen"] } } });
  expect(JSON.stringify(json)).not.toContain("Bestelling");
});
