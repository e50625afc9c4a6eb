import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { homedir } from "node:os";
import path from "node:path";
import { RULE_SETS, type RuleSet } from "./rule-sets.ts";

/** Where the judges are. tests/conformance/README.md says where the rules come from. */
export interface Rules {
  /** Saxon-HE 9.9 or later. */
  readonly saxonJar: string;
  /** As in ConnectingEurope/eInvoicing-EN16931. */
  readonly en16931Folder: string;
  /** As in phax/phive-rules: Peppol, XRechnung and Factur-X, compiled. */
  readonly phiveFolder: string;
  readonly files: Readonly<Record<RuleSet, string>>;
  /** Programs and files that are not there, of those that the rule sets need. */
  readonly findMissing: (ruleSets?: readonly RuleSet[]) => readonly string[];
}

/** `EN16931_RULES` and `PEPPOL_RULES` name the folders; without them they are in `~/.cache/docket/rules`. `SAXON_JAR` names the program. */
export function locateRules(environment: Readonly<Record<string, string | undefined>>): Rules {
  const folder = path.join(homedir(), ".cache/docket/rules");
  const en16931Folder = environment["EN16931_RULES"] || path.join(folder, "en16931");
  const phiveFolder = environment["PEPPOL_RULES"] || path.join(folder, "phive");
  const saxonJar = environment["SAXON_JAR"] || "/usr/share/java/Saxon-HE.jar"; // Debian's libsaxonhe-java
  const phive = (module: string, file: string) =>
    path.join(phiveFolder, `phive-rules-${module}/src/main/resources/external/schematron`, file);
  const files = {
    "EN 16931 for UBL": path.join(en16931Folder, "ubl/xslt/EN16931-UBL-validation.xslt"),
    "EN 16931 for CII": path.join(en16931Folder, "cii/xslt/EN16931-CII-validation.xslt"),
    "Peppol BIS Billing": phive("peppol", "openpeppol/2026.5/xslt/PEPPOL-EN16931-UBL.xslt"),
    "XRechnung for UBL": phive("xrechnung", "3.0.2/XRechnung-UBL-validation.xslt"),
    "XRechnung for CII": phive("xrechnung", "3.0.2/XRechnung-CII-validation.xslt"),
    "Factur-X EN 16931": phive("zugferd", "2.5.2/FACTUR-X_EN16931.xslt"),
  };
  const findMissing = (ruleSets: readonly RuleSet[] = RULE_SETS) => [
    ...(isInstalled("java") ? [] : ["java"]),
    ...[saxonJar, ...ruleSets.map((ruleSet) => files[ruleSet])].filter((file) => !existsSync(file)),
  ];
  return { saxonJar, en16931Folder, phiveFolder, files, findMissing };
}

const isInstalled = (command: string): boolean =>
  spawnSync(command, ["-version"]).error === undefined;
