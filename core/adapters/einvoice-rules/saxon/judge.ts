import { execFile } from "node:child_process";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import type { Rules } from "./locate-rules.ts";
import type { RuleSet } from "./rule-sets.ts";

const run = promisify(execFile);
const MAX_OUTPUT_BYTES = 64 * 1024 * 1024;
const SHORT_RUN = ["-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"]; // it ends before the second compiler pays

export interface RuleFinding {
  readonly file: string;
  readonly ruleId: string;
  /** `fatal`: the file is not what it says it is. */
  readonly severity: "fatal" | "warning" | "information";
  readonly text: string;
}

/** What one rule set says against the files of a folder, which holds XML alone: file by file, in the order of their names. */
export async function judge(
  ruleSet: RuleSet,
  folder: string,
  { saxonJar, files }: Rules,
): Promise<readonly RuleFinding[]> {
  const reports = await mkdtemp(path.join(tmpdir(), "docket-rules-"));
  try {
    const places = [`-s:${folder}`, `-xsl:${files[ruleSet]}`, `-o:${reports}`];
    const complaints = await transform([saxonJar, "net.sf.saxon.Transform", ...places]);
    const names = (await readdir(folder)).toSorted();
    const reported = new Set(await readdir(reports));
    const findings = await Promise.all(
      names.map(async (name) =>
        reported.has(name)
          ? readReport(await readFile(path.join(reports, name), "utf8"), name, ruleSet)
          : [unreadable(name, complaints)],
      ),
    );
    return findings.flat();
  } finally {
    await rm(reports, { recursive: true });
  }
}

/** What Saxon complained of: it goes on after a file that is not XML, and ends with an error. */
async function transform(command: readonly string[]): Promise<string> {
  const args = [...SHORT_RUN, "-cp", ...command];
  try {
    return (await run("java", args, { maxBuffer: MAX_OUTPUT_BYTES })).stderr;
  } catch (error) {
    if (error instanceof Error && "stderr" in error && typeof error.stderr === "string")
      return error.stderr;
    throw error;
  }
}

function unreadable(file: string, complaints: string): RuleFinding {
  const [, complaint] = complaints.split(`of ${file}:`);
  if (complaint === undefined) throw new Error(`${file} was not judged: ${complaints}`);
  const text = complaint.split("While processing")[0] ?? "";
  return { file, ruleId: "XML", severity: "fatal", text: text.replace(/\s+/g, " ").trim() };
}

/** SVRL. Factur-X flags its warnings only, so what has no flag is fatal; some of its rules have no id either. */
function readReport(svrl: string, file: string, ruleSet: RuleSet): readonly RuleFinding[] {
  if (!svrl.includes("<svrl:fired-rule"))
    return [{ file, ruleId: "XML", severity: "fatal", text: "No rule looked at it." }];
  const reported = /<svrl:(failed-assert|successful-report)\b([^>]*)>([\s\S]*?)<\/svrl:\1>/g;
  return Array.from(svrl.matchAll(reported)).map(([, , attributes = "", body = ""]) => ({
    file,
    ruleId: /\bid="([^"]+)"/.exec(attributes)?.[1] ?? ruleSet,
    severity: severityOf(/\b(?:flag|role)="([^"]*)"/.exec(attributes)?.[1] ?? ""),
    text: textOf(body),
  }));
}

const severityOf = (flag: string): RuleFinding["severity"] =>
  flag === "warning" || flag === "information" ? flag : "fatal";

const ENTITIES: Readonly<Record<string, string>> = {
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&amp;": "&",
};

const textOf = (xml: string): string =>
  xml
    .replace(/<[^>]*>/g, " ")
    .replace(/&(?:lt|gt|quot|amp);/g, (entity) => ENTITIES[entity] ?? entity)
    .replace(/\s+/g, " ")
    .trim();
