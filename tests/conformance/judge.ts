import { execFile } from "node:child_process";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { RULE_SETS, saxonJar, SCHEMAS, type RuleSet, type Schema } from "./rule-sets.ts";

const run = promisify(execFile);
/** These runs end before the second compiler pays. */
const SHORT_RUN = ["-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"];
const MAX_OUTPUT_BYTES = 64 * 1024 * 1024;

/** A file name and its text. */
type XmlFiles = ReadonlyMap<string, string>;

export async function writeFolder(folder: string, files: XmlFiles): Promise<string> {
  await mkdir(folder, { recursive: true });
  await Promise.all([...files].map(([name, xml]) => writeFile(path.join(folder, name), xml)));
  return folder;
}

/** What a rule set says against the files of a folder: one line for each finding that is neither warning nor information. */
export async function judgeByRules(ruleSet: RuleSet, folder: string): Promise<string[]> {
  const reports = `${folder} by ${ruleSet}`;
  await mkdir(reports);
  const files = [`-s:${folder}`, `-xsl:${RULE_SETS[ruleSet]}`, `-o:${reports}`];
  await run("java", [...SHORT_RUN, "-cp", saxonJar, "net.sf.saxon.Transform", ...files], {
    maxBuffer: MAX_OUTPUT_BYTES,
  });
  const [names, judged] = await Promise.all([readdir(reports), readdir(folder)]);
  if (names.length !== judged.length) {
    throw new Error(`${ruleSet} judged ${names.length} files of ${judged.length}.`);
  }
  const findings = await Promise.all(
    names.map(async (name) => findingsOf(name, await readFile(path.join(reports, name), "utf8"))),
  );
  return findings.flat().toSorted();
}

/** Reads SVRL. Factur-X flags its warnings only, so what has no flag is an error. */
function findingsOf(name: string, svrl: string): string[] {
  if (!svrl.includes("<svrl:fired-rule")) throw new Error(`${name}: no rule looked at it.`);
  const reported = /<svrl:(failed-assert|successful-report)\b([^>]*)>([\s\S]*?)<\/svrl:\1>/g;
  return Array.from(svrl.matchAll(reported)).flatMap(([, , attributes = "", body = ""]) => {
    if (/(flag|role)="(warning|information)"/.test(attributes)) return [];
    const id = /\bid="([^"]*)"/.exec(attributes)?.[1] ?? "";
    const text = body.replace(/<[^>]*>/g, " ").replace(/\s+/g, " ");
    return [`${name}: ${id}: ${text.trim()}`];
  });
}

/** One line for each file of a folder that breaks the schema. */
export async function judgeBySchema(schema: Schema, folder: string): Promise<string[]> {
  const program = path.join(import.meta.dirname, "ValidateXsd.java");
  const { stdout } = await run("java", [...SHORT_RUN, program, SCHEMAS[schema], folder], {
    maxBuffer: MAX_OUTPUT_BYTES,
  });
  return stdout.split("\n").filter((line) => line !== "");
}
