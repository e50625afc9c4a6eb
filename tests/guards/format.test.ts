import { glob } from "node:fs/promises";
import { getFileInfo } from "prettier";
import { describe, expect, it } from "vitest";
import { repository } from "./planted-project.ts";
import { GUARD_TIMEOUT_MILLISECONDS, judge, scriptOf } from "./run-guard.ts";

const CODE = "{core,shopify-app,prisma,tests}/**/*.{ts,tsx}";
const tidy = 'export const kinds = ["invoice"];\n';
const untidy = "export const kinds = ['invoice']\n";

describe("npm run format", { timeout: GUARD_TIMEOUT_MILLISECONDS }, () => {
  it("says no to an untidy file, wherever it lies", async () => {
    const verdict = await judge(scriptOf("format"), {
      "core/untidy.ts": untidy,
      "shopify-app/app/untidy.tsx": untidy,
      "tests/untidy.test.ts": untidy,
      "core/tidy.ts": tidy,
    });
    expect(verdict.output.match(/^\[warn\] .*untidy.*$/gm)).toEqual([
      "[warn] core/untidy.ts",
      "[warn] shopify-app/app/untidy.tsx",
      "[warn] tests/untidy.test.ts",
    ]);
    expect(verdict.output).not.toContain("core/tidy.ts");
    expect(verdict.exitCode).not.toBe(0);
  });

  it("lets clean code pass, and golden files as they are", async () => {
    const verdict = await judge(scriptOf("format"), {
      "core/tidy.ts": tidy,
      "tests/golden/invoice.json": '{"total":1}',
    });
    expect(verdict).toMatchObject({ exitCode: 0 });
  });

  it("sees the code", async () => {
    const ignorePath = [`${repository}/.gitignore`, `${repository}/.prettierignore`];
    let seen = 0;
    for await (const file of glob(CODE, { cwd: repository })) {
      const { ignored, inferredParser } = await getFileInfo(file, { ignorePath });
      if (!ignored && inferredParser === "typescript") seen += 1;
    }
    expect(seen).toBeGreaterThan(300);
  });
});
