import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { groupByKey, LOCALES, readPo, writeMo, writePo, writeScriptJson } from "./catalogue.ts";
import { findPhpMessages } from "./find-php-messages.ts";
import { findScriptMessages } from "./find-script-messages.ts";
import type { Message } from "./message.ts";

/**
 * Writes languages/ anew from the sources: docket.pot, and of each language its .po with new messages in it, .mo and .json.
 * Translations are written into the .po files by hand. Ends with an error while one is missing.
 */
const plugin = fileURLToPath(new URL("..", import.meta.url));
const languages = path.join(plugin, "languages");

const messages: Message[] = [
  ...sources("src", /\.php$/).flatMap((file) => findPhpMessages(read(file), file)),
  ...sources("admin/src", /\.tsx?$/).flatMap((file) => findScriptMessages(read(file), file)),
];
write("docket.pot", writePo(messages));

let missing = 0;
for (const locale of LOCALES) {
  const po = `docket-${locale}.po`;
  const known = readPo(readFileSync(path.join(languages, po), { encoding: "utf8", flag: "a+" }));
  write(po, writePo(messages, locale, known));
  write(`docket-${locale}.mo`, writeMo(messages, locale, known));
  write(`docket-${locale}-docket-admin.json`, writeScriptJson(messages, locale, known));
  const untranslated = groupByKey(messages).filter(([key]) => !known.has(key));
  missing += untranslated.length;
  console.log(`${locale}: ${untranslated.length} of ${groupByKey(messages).length} to translate`);
  for (const [, [message]] of untranslated) console.log(`  ${message?.place} ${message?.text}`);
}
process.exitCode = missing === 0 ? 0 : 1;

function sources(folder: string, ending: RegExp): string[] {
  return readdirSync(path.join(plugin, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => ending.test(file) && !/\.test\./.test(file))
    .map((file) => path.join(folder, file))
    .toSorted();
}

function read(file: string): string {
  return readFileSync(path.join(plugin, file), "utf8");
}

function write(name: string, content: string | Buffer): void {
  writeFileSync(path.join(languages, name), content);
}
