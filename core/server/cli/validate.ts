import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import {
  judge,
  locateRules,
  RULE_SETS,
  ruleSetsFor,
  type RuleFinding,
  type Rules,
  type RuleSet,
} from "#adapters/einvoice-rules/saxon";
import { onOneLine, readOptions, reasonOf, Refusal, required } from "./refusal.ts";

type Finding = Pick<RuleFinding, "ruleId" | "severity" | "text">;

interface Candidate {
  readonly file: string;
  readonly ruleSets: readonly RuleSet[];
  /** What forbids to judge it at all. */
  readonly obstacle: Finding | null;
}

/** Holds e-invoices, UBL or CII, against the official rules that their specification names. Prints what is against each. */
export async function validate(args: string[]): Promise<number> {
  const { ubl } = readOptions(args, ["ubl"]);
  const files = await findXmlFiles(required(ubl, "ubl"));
  const candidates = await Promise.all(files.map(readCandidate));
  const needed = RULE_SETS.filter((ruleSet) =>
    candidates.some(({ ruleSets }) => ruleSets.includes(ruleSet)),
  );
  const rules = locateRules(process.env);
  refuseWithout(rules.findMissing(needed));
  const findings = await judgeAll(candidates, needed, rules);
  candidates.forEach(({ file }, index) => tell(file, findings[index] ?? []));
  tell(`${files.length} files`, findings.flat(), { isSummary: true });
  return findings.flat().some(({ severity }) => severity === "fatal") ? 3 : 0;
}

/** The XML file that is named, or all of a folder and the folders in it. */
async function findXmlFiles(place: string): Promise<readonly string[]> {
  const refuse = (error: unknown): never => {
    throw new Refusal(`--ubl ${place}: ${reasonOf(error)}`);
  };
  if (!(await stat(place).catch(refuse)).isDirectory()) return [place];
  const names = await readdir(place, { recursive: true }).catch(refuse);
  const files = names.filter((name) => /^[^.].*\.xml$/i.test(path.basename(name))).toSorted();
  if (files.length === 0)
    throw new Refusal(`--ubl ${place}: there is no *.xml file in this folder`);
  return files.map((name) => path.join(place, name));
}

async function readCandidate(file: string): Promise<Candidate> {
  const xml = await readFile(file, "utf8").catch((error: unknown) => {
    throw new Refusal(`${file}: ${reasonOf(error)}`);
  });
  const ruleSets = ruleSetsFor(xml);
  // A document type declaration makes the reader of XML open other files and addresses.
  const obstacle = xml.includes("<!DOCTYPE")
    ? "A document type declaration has no place in an e-invoice."
    : "The root is neither Invoice, CreditNote nor CrossIndustryInvoice.";
  if (ruleSets.length > 0 && !xml.includes("<!DOCTYPE")) return { file, ruleSets, obstacle: null };
  return { file, ruleSets: [], obstacle: { ruleId: "XML", severity: "fatal", text: obstacle } };
}

function refuseWithout(missing: readonly string[]): void {
  if (missing.length === 0) return;
  const bar = "!".repeat(80);
  throw new Refusal(
    `${bar}\nNOT CHECKED. To judge these files, these are missing:\n` +
      missing.map((each) => `  ${each}\n`).join("") +
      `EN16931_RULES and PEPPOL_RULES name the folders of the rules, SAXON_JAR the program;\n` +
      `tests/conformance/README.md says where they come from.\n${bar}`,
  );
}

/** The findings of each candidate. Each rule set sees its files together, so that its program starts once. */
async function judgeAll(
  candidates: readonly Candidate[],
  needed: readonly RuleSet[],
  rules: Rules,
): Promise<readonly (readonly Finding[])[]> {
  const folder = await mkdtemp(path.join(tmpdir(), "docket-validate-"));
  const findings = candidates.map(({ obstacle }) => (obstacle === null ? [] : [obstacle]));
  try {
    for (const ruleSet of needed) {
      const inputs = path.join(folder, ruleSet);
      await mkdir(inputs);
      for (const [index, { file, ruleSets }] of candidates.entries()) {
        if (ruleSets.includes(ruleSet)) await copyFile(file, path.join(inputs, `${index}.xml`));
      }
      for (const { file, ...finding } of await judge(ruleSet, inputs, rules)) {
        findings[Number.parseInt(file, 10)]?.push(finding);
      }
    }
  } finally {
    await rm(folder, { recursive: true });
  }
  return findings.map(withoutRepeats);
}

/** Factur-X repeats the rules of EN 16931. */
const withoutRepeats = (findings: readonly Finding[]): readonly Finding[] => [
  ...new Map(
    findings.map((finding) => [`${finding.severity} ${finding.ruleId} ${finding.text}`, finding]),
  ).values(),
];

/** Informations are advice to whoever writes the rules. */
function tell(
  subject: string,
  findings: readonly Finding[],
  { isSummary = false }: { readonly isSummary?: boolean } = {},
): void {
  const count = (wanted: Finding["severity"]) =>
    findings.filter(({ severity }) => severity === wanted).length;
  process.stdout.write(
    `${onOneLine(subject)}: ${count("fatal")} fatal, ${count("warning")} warnings\n`,
  );
  if (isSummary) return;
  for (const { severity, ruleId, text } of findings) {
    if (severity !== "information")
      process.stdout.write(`  ${severity} ${ruleId}: ${onOneLine(text)}\n`);
  }
}
