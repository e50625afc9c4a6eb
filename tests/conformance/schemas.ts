import { execFile, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { homedir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { locateRules } from "#adapters/einvoice-rules/saxon";

export const rules = locateRules(process.env);

/** XSD. README.md says where they come from. */
const SCHEMAS = {
  "UBL 2.1 invoice": ubl("UBL-Invoice-2.1.xsd"),
  "UBL 2.1 credit note": ubl("UBL-CreditNote-2.1.xsd"),
  "CII D16B": path.join(
    rules.en16931Folder,
    "cii/schema/D16B SCRDM (Subset)/uncoupled clm/CII/uncefact/data/standard/CrossIndustryInvoice_100pD16B.xsd",
  ),
  "Factur-X EN 16931": path.join(
    rules.phiveFolder,
    "phive-rules-zugferd/src/main/resources/external/schemas/2.5.2/en16931/FACTUR-X_EN16931.xsd",
  ),
} as const;
export type Schema = keyof typeof SCHEMAS;

function ubl(file: string): string {
  const folder = process.env["UBL_SCHEMAS"] ?? path.join(homedir(), ".cache/docket/rules/ubl-2.1");
  return path.join(folder, "xsdrt/maindoc", file);
}

/** Programs and files; empty when everything that judges is there. The schemas' judge is a source file, so it needs a JDK. */
export const missing: readonly string[] = [
  ...rules.findMissing(),
  ...["javac"].filter((command) => spawnSync(command, ["-version"]).error !== undefined),
  ...Object.values(SCHEMAS).filter((file) => !existsSync(file)),
];

const run = promisify(execFile);

/** One line for each file of a folder that breaks the schema. */
export async function judgeBySchema(schema: Schema, folder: string): Promise<readonly string[]> {
  const program = path.join(import.meta.dirname, "ValidateXsd.java");
  const options = ["-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"]; // it ends before the second compiler pays
  const { stdout } = await run("java", [...options, program, SCHEMAS[schema], folder], {
    maxBuffer: 64 * 1024 * 1024,
  });
  return stdout.split("\n").filter((line) => line !== "");
}
