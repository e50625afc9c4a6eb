import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { homedir } from "node:os";
import path from "node:path";

/** Where the official rules are; README.md says how it is laid out. */
const rulesFolder = process.env["EINVOICE_RULES"] ?? path.join(homedir(), ".cache/docket/rules");
/** Saxon-HE 9.9 or later; where Debian's libsaxonhe-java puts it. */
export const saxonJar = process.env["SAXON_JAR"] ?? "/usr/share/java/Saxon-HE.jar";

const phive = (module: string, place: string): string =>
  path.join(rulesFolder, `phive/phive-rules-${module}/src/main/resources/external`, place);

/** Compiled schematron. */
export const RULE_SETS = {
  "EN 16931 for UBL": path.join(rulesFolder, "en16931/ubl/xslt/EN16931-UBL-validation.xslt"),
  "EN 16931 for CII": path.join(rulesFolder, "en16931/cii/xslt/EN16931-CII-validation.xslt"),
  "Peppol BIS Billing": phive(
    "peppol",
    "schematron/openpeppol/2026.5/xslt/PEPPOL-EN16931-UBL.xslt",
  ),
  "XRechnung for UBL": phive("xrechnung", "schematron/3.0.2/XRechnung-UBL-validation.xslt"),
  "XRechnung for CII": phive("xrechnung", "schematron/3.0.2/XRechnung-CII-validation.xslt"),
  "Factur-X EN 16931": phive("zugferd", "schematron/2.5.2/FACTUR-X_EN16931.xslt"),
} as const;
export type RuleSet = keyof typeof RULE_SETS;

export const SCHEMAS = {
  "UBL 2.1": path.join(rulesFolder, "ubl-2.1/xsdrt/maindoc/UBL-Invoice-2.1.xsd"),
  "CII D16B": path.join(
    rulesFolder,
    "en16931/cii/schema/D16B SCRDM (Subset)/uncoupled clm/CII/uncefact/data/standard/CrossIndustryInvoice_100pD16B.xsd",
  ),
  "Factur-X EN 16931": phive("zugferd", "schemas/2.5.2/en16931/FACTUR-X_EN16931.xsd"),
} as const;
export type Schema = keyof typeof SCHEMAS;

const isInstalled = (command: string): boolean =>
  spawnSync(command, ["-version"]).error === undefined;

/** Programs and files; empty when everything that judges is there. The schemas' judge is a source file, so it needs a JDK. */
export const missing: readonly string[] = [
  ...["java", "javac"].filter((command) => !isInstalled(command)),
  ...[saxonJar, ...Object.values(RULE_SETS), ...Object.values(SCHEMAS)].filter(
    (file) => !existsSync(file),
  ),
];
