import { readFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { repository } from "./planted-project.ts";
import { GUARD_TIMEOUT_MILLISECONDS, judge, runCommand, scriptOf } from "./run-guard.ts";

/** A statement for each of `count` lines. */
const lines = (count: number) => "  go();\n".repeat(count);
const go = "declare const go: () => void;\n";
const later = "declare const later: () => Promise<void>;\n";

/** One fault for every rule that .oxlintrc.json names. */
const FAULTS: Readonly<Record<string, string>> = {
  "eslint/eqeqeq": "export const isOne = (n: unknown) => n == 1;",
  "eslint/no-console": 'console.log("here");\nexport {};',
  "eslint/no-param-reassign": "export const next = (n: number) => { n = n + 1; return n; };",
  "eslint/max-params":
    "export const sum = (a: number, b: number, c: number, d: number) => a + b + c + d;",
  "eslint/max-lines-per-function": `${go}export function run() {\n${lines(80)}}`,
  "eslint/max-lines": `${go}${lines(310)}export {};`,
  "import/no-default-export": "export default 1;",
  "typescript/no-explicit-any": "export const same = (value: any): unknown => value;",
  "typescript/no-non-null-assertion":
    "export const first = (rows: readonly string[]): string => rows[0]!;",
  "typescript/consistent-type-imports":
    'import { Shape } from "../shape.ts";\nexport const shape: Shape = { sides: 3 };',
  "typescript/no-floating-promises": `${later}later();\nexport {};`,
  "typescript/no-misused-promises": `${later}export const ask = () => (later() ? 1 : 2);`,
  "typescript/switch-exhaustiveness-check":
    'export function rank(kind: "a" | "b") { switch (kind) { case "a": return 1; } return 2; }',
  "typescript/only-throw-error": 'export function fail(): never { throw "no"; }',
};

/** What the domain must not reach for; the clock, chance and the world are passed in. */
const WORLD: Readonly<Record<string, string>> = {
  Date: "new Date()",
  fetch: "fetch",
  globalThis: "globalThis",
  process: "process.env",
  setTimeout: "setTimeout",
  crypto: "crypto.randomUUID()",
  window: "window",
  document: "document",
  localStorage: "localStorage",
  "Math.random": "Math.random()",
};

const worldly = Object.entries(WORLD).map(([name, value]) => [
  name,
  `export const found = () => ${value};\n`,
]);
const fileOf = (rule: string) => `core/server/${rule.replace("/", "-")}.ts`;

const clean = {
  ...Object.fromEntries(worldly.map(([name, source]) => [`core/server/${name}.ts`, source])),
  "shopify-app/app/routes/app.tsx": "export default function App() {\n  return null;\n}\n",
  "core/domain/money/index.ts": "export const sum = (a: number, b: number) => a + b;\n",
  "core/domain/money/money.test.ts": "export const today = new Date();\n",
};

describe("npm run lint", { timeout: GUARD_TIMEOUT_MILLISECONDS }, () => {
  const command = `${scriptOf("lint")} --format=unix`;
  let verdict = { exitCode: null as number | null, output: "" };
  beforeAll(async () => {
    const faults = Object.entries(FAULTS).map(([rule, source]) => [fileOf(rule), source]);
    const inDomain = worldly.map(([name, source]) => [`core/domain/money/${name}.ts`, source]);
    verdict = await judge(command, {
      ...Object.fromEntries([...faults, ...inDomain]),
      "core/shape.ts": "export interface Shape { readonly sides: number }",
    });
  }, GUARD_TIMEOUT_MILLISECONDS);

  /** The complaints about one file, as `plugin(rule)`. */
  const complaintsAbout = (file: string): readonly string[] =>
    verdict.output
      .split("\n")
      .filter((line) => line.startsWith(`${file}:`))
      .map((line) => /\[\w+\/(.+)\]$/.exec(line)?.[1] ?? line);

  it.each(Object.keys(FAULTS))("says no: %s", (rule) => {
    expect(complaintsAbout(fileOf(rule))).toContain(rule.replace("/", "(") + ")");
    expect(verdict.exitCode).not.toBe(0);
  });

  it.each(Object.keys(WORLD))("says no: %s in the domain", (name) => {
    const rule = name === "Math.random" ? "no-restricted-properties" : "no-restricted-globals";
    expect(complaintsAbout(`core/domain/money/${name}.ts`)).toContain(`eslint(${rule})`);
  });

  it("has a fault for every rule of .oxlintrc.json", () => {
    const { rules } = z
      .object({ rules: z.record(z.string(), z.unknown()) })
      .parse(JSON.parse(readFileSync(path.join(repository, ".oxlintrc.json"), "utf8")));
    const named = Object.keys(rules).filter((rule) => rules[rule] !== "off");
    expect(named.toSorted()).toEqual(Object.keys(FAULTS).toSorted());
  });

  it("lets clean code pass", async () => {
    expect(await judge(command, clean)).toMatchObject({ exitCode: 0 });
  });

  it("sees the code", async () => {
    const { output } = await runCommand("oxlint --format=json");
    const seen = Number(/"number_of_files": (\d+)/.exec(output)?.[1]);
    expect(seen).toBeGreaterThan(300);
  });
});
