import { beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { plantProject } from "./planted-project.ts";
import { GUARD_TIMEOUT_MILLISECONDS, judge, runCommand, scriptOf } from "./run-guard.ts";

/** A package.json in our shape that names only what the planted code uses, and `dependencies`. */
const packageJson = (...dependencies: string[]) =>
  JSON.stringify({
    name: "planted",
    type: "module",
    imports: { "#domain/*": "./core/domain/*/index.ts" },
    scripts: { worker: scriptOf("worker"), layers: scriptOf("layers"), dead: scriptOf("dead") },
    dependencies: Object.fromEntries(dependencies.map((name) => [name, "*"])),
    devDependencies: { "dependency-cruiser": "*", knip: "*", node: "*" },
  });

const clean = {
  "package.json": packageJson("zod"),
  "core/server/worker.ts":
    'import { rate } from "#domain/tax";\nprocess.stdout.write(rate.parse("21"));\n',
  "core/domain/tax/index.ts": 'export { rate } from "./rate.ts";\n',
  "core/domain/tax/rate.ts": 'import { z } from "zod";\nexport const rate = z.string();\n',
};

const faults = {
  ...clean,
  "package.json": packageJson("zod", "big.js"),
  "core/domain/tax/index.ts":
    'export { rate } from "./rate.ts";\nexport { forgottenFace } from "./faces.ts";\n',
  "core/domain/tax/faces.ts": "export const forgottenFace = 1;\n",
  "core/domain/tax/shapes.ts": "export interface ForgottenShape {}\n",
  "core/domain/tax/rate.ts":
    'import { z } from "zod";\nimport "./shapes.ts";\nimport "liquidjs";\nexport const rate = z.string();\nexport const forgottenRate = 1;\n',
  "core/domain/tax/forgotten-file.ts": "export const lost = 1;\n",
  "shopify-app/app/components/forgotten-card.tsx": "export const Card = () => null;\n",
  "tests/support/forgotten-builder.ts": "export const anOrder = () => ({});\n",
};

describe("npm run dead", { timeout: GUARD_TIMEOUT_MILLISECONDS }, () => {
  let verdict = { exitCode: null as number | null, output: "" };
  beforeAll(async () => {
    verdict = await judge(scriptOf("dead"), faults);
  }, GUARD_TIMEOUT_MILLISECONDS);

  it.each([
    ["a file of the domain", "Unused files (3)", /^core\/domain\/tax\/forgotten-file\.ts/m],
    [
      "a file of the app",
      "Unused files (3)",
      /^shopify-app\/app\/components\/forgotten-card\.tsx/m,
    ],
    ["a file of the tests", "Unused files (3)", /^tests\/support\/forgotten-builder\.ts/m],
    ["an export", "Unused exports", /^forgottenRate .*core\/domain\/tax\/rate\.ts/m],
    ["an export of a module's face", "Unused exports", /^forgottenFace .*tax\/index\.ts/m],
    ["a type", "Unused exported types", /^ForgottenShape .*core\/domain\/tax\/shapes\.ts/m],
    ["a dependency", "Unused dependencies (1)", /^big\.js .*package\.json/m],
    [
      "an import nobody lists",
      "Unlisted dependencies (1)",
      /^liquidjs .*core\/domain\/tax\/rate\.ts/m,
    ],
  ])("says no: %s", (_what, heading, finding) => {
    expect(verdict.output).toContain(heading);
    expect(verdict.output).toMatch(finding);
    expect(verdict.exitCode).not.toBe(0);
  });

  it("lets clean code pass", async () => {
    expect(await judge(scriptOf("dead"), clean)).toMatchObject({ exitCode: 0 });
  });

  it("sees the code", async () => {
    const { folder, remove } = await plantProject({
      "counter.mjs": "export default ({ counters }) => console.log(`${counters.processed} files`);",
    });
    onTestFinished(remove);
    const { output } = await runCommand(`${scriptOf("dead")} --reporter ${folder}/counter.mjs`);
    expect(Number(/(\d+) files/.exec(output)?.[1])).toBeGreaterThan(300);
  });
});
