import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { groupByKey, LOCALES, readPo, writeMo, writePo, writeScriptJson } from "./catalogue.ts";
import { findPhpMessages } from "./find-php-messages.ts";
import { findScriptMessages } from "./find-script-messages.ts";
import type { Message } from "./message.ts";

const plugin = fileURLToPath(new URL("..", import.meta.url));
export const languagesFolder = path.join(plugin, "languages");

export interface Languages {
  /** What belongs into languages/, by name. */
  readonly files: ReadonlyMap<string, string | Uint8Array>;
  /** Where a text stands that a language has no words for. */
  readonly missing: readonly string[];
}

/** docket.pot and, of each language, its .po with every message in it, .mo and .json: from the sources and the .po as it is. */
export function makeLanguages(): Languages {
  const messages: Message[] = [
    ...sources("src", /\.php$/).flatMap((file) => findPhpMessages(read(file), file)),
    ...sources("admin/src", /\.tsx?$/).flatMap((file) => findScriptMessages(read(file), file)),
  ];
  const files = new Map<string, string | Uint8Array>([["docket.pot", writePo(messages)]]);
  const missing: string[] = [];
  for (const locale of LOCALES) {
    const po = `docket-${locale}.po`;
    const known = readPo(read(path.join("languages", po)));
    files.set(po, writePo(messages, { locale, known }));
    files.set(`docket-${locale}.mo`, writeMo(messages, { locale, known }));
    files.set(`docket-${locale}-docket-admin.json`, writeScriptJson(messages, { locale, known }));
    for (const [key, [message]] of groupByKey(messages)) {
      if (!known.has(key)) missing.push(`${po}: ${message?.text} (${message?.place})`);
    }
  }
  return { files, missing };
}

function sources(folder: string, ending: RegExp): string[] {
  return readdirSync(path.join(plugin, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => ending.test(file) && !/\.test\./.test(file))
    .map((file) => path.join(folder, file))
    .toSorted();
}

const read = (file: string): string => readFileSync(path.join(plugin, file), "utf8");
