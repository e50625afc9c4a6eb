import { readFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { repository } from "./planted-project.ts";
import { GUARD_TIMEOUT_MILLISECONDS, judge, runCommand, scriptOf } from "./run-guard.ts";

/** One fault for every strictness flag: what is wrong, and the number of the compiler's complaint. */
const FAULTS: Readonly<Record<string, readonly [code: string, source: string]>> = {
  strict: ["TS7006", "export const same = (value) => value;"],
  noUncheckedIndexedAccess: [
    "TS2322",
    "export const first = (rows: readonly string[]): string => rows[0];",
  ],
  exactOptionalPropertyTypes: [
    "TS2375",
    "export const party: { name?: string } = { name: undefined };",
  ],
  noImplicitOverride: ["TS4114", "class A { go() {} }\nexport class B extends A { go() {} }"],
  noImplicitReturns: ["TS7030", "export function sign(n: number) { if (n > 0) return 1; }"],
  noFallthroughCasesInSwitch: [
    "TS7029",
    "export function log(n: number, go: () => void) { switch (n) { case 1: go(); case 2: go(); } }",
  ],
  noPropertyAccessFromIndexSignature: [
    "TS4111",
    "export const home = (rows: Record<string, string>) => rows.home;",
  ],
  noUnusedLocals: ["TS6133", "const forgotten = 1;\nexport {};"],
  noUnusedParameters: ["TS6133", "export const one = (forgotten: number) => 1;"],
  verbatimModuleSyntax: [
    "TS1484",
    'import { Shape } from "./shape.ts";\nexport const shape: Shape = {};',
  ],
  erasableSyntaxOnly: ["TS1294", "export enum Kind { invoice }"],
};

const clean = {
  "core/domain/tax/index.ts": 'export const standardRate: string = "21";\n',
  "core/domain/document/rate.ts":
    'import { standardRate } from "#domain/tax";\nexport const rate: string = standardRate;\n',
};

describe("npm run types", { timeout: GUARD_TIMEOUT_MILLISECONDS }, () => {
  let verdict = { exitCode: null as number | null, output: "" };
  beforeAll(async () => {
    const faults = Object.entries(FAULTS).map(([flag, [, source]]) => [`core/${flag}.ts`, source]);
    verdict = await judge(scriptOf("types"), {
      ...Object.fromEntries(faults),
      "core/shape.ts": "export interface Shape {}",
    });
  }, GUARD_TIMEOUT_MILLISECONDS);

  it.each(Object.entries(FAULTS))("says no: %s", (flag, [code]) => {
    expect(verdict.output).toMatch(new RegExp(`^core/${flag}\\.ts\\(.*\\): error ${code}:`, "m"));
    expect(verdict.exitCode).not.toBe(0);
  });

  it("has a fault for every strictness flag of tsconfig.json", () => {
    const settings = readFileSync(path.join(repository, "tsconfig.json"), "utf8");
    const flags = settings.match(
      /(?<=")(strict|no[A-Z]\w+|exact\w+|verbatim\w+|erasable\w+)(?=": true)/g,
    );
    expect(flags?.filter((flag) => flag !== "noEmit").toSorted()).toEqual(
      Object.keys(FAULTS).toSorted(),
    );
  });

  it("lets clean code pass", async () => {
    expect(await judge(scriptOf("types"), clean)).toMatchObject({ exitCode: 0 });
  });

  it("sees the code", async () => {
    const { output } = await runCommand(`${scriptOf("types")} --listFilesOnly`);
    const seen = output.split("\n").filter((file) => !file.includes("node_modules/"));
    expect(seen.filter((file) => file.startsWith("core/")).length).toBeGreaterThan(150);
    expect(seen.filter((file) => file.startsWith("shopify-app/")).length).toBeGreaterThan(50);
    expect(seen.filter((file) => file.startsWith("tests/")).length).toBeGreaterThan(50);
  });
});
