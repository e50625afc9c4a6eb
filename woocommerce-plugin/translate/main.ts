import { writeFileSync } from "node:fs";
import path from "node:path";
import { languagesFolder, makeLanguages } from "./languages.ts";

/**
 * Writes languages/ anew. Translations are written into the .po files by hand; this puts new messages into them and makes of them
 * what WordPress reads. Ends with an error while a translation is missing.
 */
const { files, missing } = makeLanguages();
for (const [name, content] of files) writeFileSync(path.join(languagesFolder, name), content);
process.stdout.write(
  `${missing.map((text) => `${text}\n`).join("")}${missing.length} to translate\n`,
);
process.exitCode = missing.length === 0 ? 0 : 1;
