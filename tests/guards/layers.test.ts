import { existsSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { repository, type Files } from "./planted-project.ts";
import { GUARD_TIMEOUT_MILLISECONDS, judge, runCommand, scriptOf } from "./run-guard.ts";

/** ARCHITECTURE.md, "Who may import whom": the rows of core/domain, lowest first. */
const ROWS = [
  ["result", "money", "calendar"],
  ["tax", "party"],
  ["merchant"],
  ["order", "billing"],
  ["document", "numbering"],
  ["presentation", "einvoice"],
  ["doctor"],
  ["delivery", "accounting"],
  ["workflows"],
  ["screens"],
];
const CODE_FOLDERS = ["core", "extensions", "prisma", "shopify-app", "tests", "woocommerce-plugin"];
const settingsSchema = z.object({
  default: z.object({ forbidden: z.array(z.object({ name: z.string() })) }),
});
const SNAPSHOT_READERS = ["presentation", "einvoice", "doctor", "delivery", "accounting"];

const modules = ROWS.flatMap((row, rank) => row.map((module) => ({ module, rank })));
const pairs = modules.flatMap((from) =>
  modules.filter((to) => to !== from).map((to) => ({ from, to })),
);
const isDown = ({ from, to }: (typeof pairs)[number]) => to.rank < from.rank;
const pairFile = ({ from, to }: (typeof pairs)[number]) =>
  `core/domain/${from.module}/needs-${to.module}.ts`;

type Fault = readonly [rule: string, file: string, specifier: string];

const FAULTS: readonly Fault[] = [
  ["domain-module-has-a-row", "core/server/jobs/novel.ts", "#domain/novel"],
  ["domain-is-pure", "core/domain/tax/read.ts", "node:fs"],
  ["domain-is-pure", "core/domain/tax/connect.ts", "pg"],
  ["domain-is-pure", "core/domain/party/connect.ts", "pg"],
  ["domain-is-pure", "core/domain/workflows/send.ts", "#adapters/mail/smtp"],
  ["domain-is-pure", "core/domain/workflows/start.ts", "#server/wiring"],
  ["one-judge-of-numbers", "core/domain/order/judge.ts", "stdnum/lib/cjs/at/uid.js"],
  ["one-judge-of-numbers", "core/adapters/mail/smtp/judge.ts", "stdnum"],
  ["adapters-know-the-domain-only", "core/adapters/pdf/typst/mail.ts", "#adapters/mail/smtp"],
  ["adapters-know-the-domain-only", "core/adapters/mail/ses/mail.ts", "../smtp/index.ts"],
  ["adapters-know-the-domain-only", "core/adapters/pdf/typst/wire.ts", "#server/wiring"],
  [
    "adapters-know-the-domain-only",
    "core/adapters/pdf/typst/app.ts",
    "../../../../shopify-app/server.ts",
  ],
  ["apps-do-not-reach-adapters", "shopify-app/app/routes/mail.ts", "#adapters/mail/smtp"],
  ["apps-do-not-reach-adapters", "shopify-app/server.ts", "../core/adapters/mail/smtp/index.ts"],
  ["apps-do-not-reach-adapters", "woocommerce-plugin/admin/mail.ts", "#adapters/mail/smtp"],
  ["apps-do-not-reach-adapters", "extensions/print/mail.ts", "#adapters/mail/smtp"],
  ["browser-code-stays-off-the-server", "shopify-app/app/components/card.tsx", "#server/wiring"],
  ["browser-code-stays-off-the-server", "shopify-app/app/wording/words.ts", "#server/wiring"],
  [
    "plugin-and-extensions-know-the-domain-only",
    "woocommerce-plugin/admin/wire.ts",
    "#server/wiring",
  ],
  ["plugin-and-extensions-know-the-domain-only", "extensions/print/wire.ts", "#server/wiring"],
  [
    "plugin-and-extensions-know-the-domain-only",
    "extensions/print/app.ts",
    "../../shopify-app/server.ts",
  ],
  ["server-does-not-know-the-apps", "core/server/jobs/app.ts", "../../../shopify-app/server.ts"],
  [
    "server-does-not-know-the-apps",
    "core/server/jobs/plugin.ts",
    "../../../woocommerce-plugin/admin/mail.ts",
  ],
  ["public-face-only", "core/domain/workflows/deep.ts", "../tax/inside.ts"],
  ["public-face-only", "core/domain/workflows/deep-by-name.ts", "#domain/tax/labels"],
  ["public-face-only-from-outside", "core/server/jobs/deep.ts", "../../domain/tax/inside.ts"],
  [
    "public-face-only-from-outside",
    "core/server/jobs/deep-adapter.ts",
    "../../adapters/mail/smtp/inside.ts",
  ],
  ["public-face-only-from-outside", "core/adapters/pdf/typst/deep.ts", "#domain/tax/labels"],
  [
    "public-face-only-from-outside",
    "shopify-app/app/routes/deep.ts",
    "../../../core/domain/tax/inside.ts",
  ],
  [
    "public-face-only-from-outside",
    "woocommerce-plugin/admin/deep.ts",
    "../../core/domain/tax/inside.ts",
  ],
  ["no-tests-in-product", "core/server/jobs/build.ts", "../../../tests/support/orders.ts"],
  ["no-tests-in-product", "shopify-app/app/routes/build.ts", "../../../tests/support/orders.ts"],
  ["no-tests-in-product", "prisma/build.ts", "../tests/support/orders.ts"],
  ["no-tests-in-product", "core/domain/tax/prove.ts", "./tax.test.ts"],
  ["no-tests-in-product", "core/adapters/mail/smtp/prove.ts", "./mail.contract.ts"],
  ["no-tests-in-product", "core/adapters/mail/smtp/support.ts", "./test-support.ts"],
  ["no-cycles", "core/server/wiring/egg.ts", "./hen.ts"],
  ["resolvable", "core/server/wiring/lost.ts", "./nowhere.ts"],
  ["resolvable", "core/server/wiring/lost-by-name.ts", "#adapters/nowhere"],
  ["resolvable", "tests/support/lost.ts", "not-a-package"],
];

const empty = "export {};\n";
/** What the planted imports point at; harmless in itself. */
const targets: Files = {
  ...Object.fromEntries(modules.map(({ module }) => [`core/domain/${module}/index.ts`, empty])),
  "core/domain/novel/index.ts": empty,
  "core/domain/tax/inside.ts": empty,
  "core/domain/tax/labels/index.ts": empty,
  "core/domain/tax/tax.test.ts": empty,
  "core/adapters/mail/smtp/index.ts": empty,
  "core/adapters/mail/smtp/inside.ts": empty,
  "core/adapters/mail/smtp/mail.contract.ts": empty,
  "core/adapters/mail/smtp/test-support.ts": empty,
  "core/server/wiring/index.ts": empty,
  "core/server/wiring/hen.ts": empty,
  "shopify-app/app/root.tsx": empty,
  "prisma/cli.mjs": empty,
  "tests/support/orders.ts": empty,
};

/** Half of the imports are of types only, which the compiled program would no longer show. */
const importOf = (specifier: string, index: number) =>
  index % 2 === 0
    ? `import ${JSON.stringify(specifier)};\n`
    : `import type { Shape } from ${JSON.stringify(specifier)};\nexport type { Shape };\n`;

const faulty: Files = {
  ...targets,
  ...Object.fromEntries(
    pairs.map((pair, index) => [pairFile(pair), importOf(`#domain/${pair.to.module}`, index)]),
  ),
  ...Object.fromEntries(FAULTS.map(([, file, to], index) => [file, importOf(to, index)])),
  "core/server/wiring/hen.ts": 'import "./egg.ts";\n',
};

const clean: Files = {
  ...Object.fromEntries(Object.entries(targets).filter(([file]) => !file.includes("/novel/"))),
  ...Object.fromEntries(
    pairs
      .filter((pair) => isDown(pair))
      .filter(({ from, to }) => !(SNAPSHOT_READERS.includes(from.module) && to.module === "order"))
      .map((pair, index) => [pairFile(pair), importOf(`#domain/${pair.to.module}`, index)]),
  ),
  "core/domain/money/decimal.ts": 'import "zod";\nimport "big.js";\n',
  "core/domain/party/judge.ts": 'import "stdnum/lib/cjs/at/uid.js";\n',
  "core/domain/tax/own-face.ts": 'import "./inside.ts";\n',
  "core/adapters/mail/smtp/send.ts":
    'import "node:net";\nimport "nodemailer";\nimport "#domain/delivery";\nimport "./inside.ts";\n',
  "core/adapters/mail/smtp/smtp.test.ts":
    'import "./mail.contract.ts";\nimport "./test-support.ts";\nimport "../../../../tests/support/orders.ts";\n',
  "core/server/wiring/join.ts": 'import "#domain/workflows";\nimport "#adapters/mail/smtp";\n',
  "shopify-app/server.ts": 'import "#server/wiring";\n',
  "shopify-app/app/shop.server.ts": 'import "#server/wiring";\n',
  "shopify-app/app/routes/app.ts": 'import "#server/wiring";\nimport "#domain/merchant";\n',
  "shopify-app/app/components/card.tsx": 'import "#domain/document";\n',
  "woocommerce-plugin/admin/settings.tsx": 'import "#domain/merchant";\n',
  "extensions/print/print.tsx": 'import "#domain/document";\n',
  "tests/support/everything.ts":
    'import "../../core/domain/tax/inside.ts";\nimport "#adapters/mail/smtp";\nimport "../../shopify-app/server.ts";\n',
};

/** The rules that a file broke, from lines such as `error no-cycles: core/a.ts → core/b.ts`. */
function brokenRules(output: string): ReadonlyMap<string, ReadonlySet<string>> {
  const rulesByFile = new Map<string, Set<string>>();
  for (const [, rule = "", file = ""] of output.matchAll(/^\s*error (\S+): (\S+) →/gm)) {
    rulesByFile.set(file, (rulesByFile.get(file) ?? new Set()).add(rule));
  }
  return rulesByFile;
}

describe("npm run layers", { timeout: GUARD_TIMEOUT_MILLISECONDS }, () => {
  /** The script, and the folders that may not exist yet. */
  const command = `${scriptOf("layers")} woocommerce-plugin extensions`;
  let exitCode: number | null = null;
  let broken = brokenRules("");
  beforeAll(async () => {
    const verdict = await judge(command, faulty);
    exitCode = verdict.exitCode;
    broken = brokenRules(verdict.output);
  }, GUARD_TIMEOUT_MILLISECONDS);

  it("leaves the run with a failure", () => {
    expect(exitCode).not.toBe(0);
  });

  it.each(FAULTS)("says no: %s, in %s importing %s", (rule, file) => {
    expect([...(broken.get(file) ?? [])]).toContain(rule);
  });

  it.each(modules)("lets core/domain/$module look down, and only down", ({ module }) => {
    const rule = `domain-${module}-looks-down-only`;
    const own = pairs.filter(({ from }) => from.module === module);
    const refused = own.filter((pair) => broken.get(pairFile(pair))?.has(rule));
    expect(refused.map(({ to }) => to.module)).toEqual(
      own.filter((pair) => !isDown(pair)).map(({ to }) => to.module),
    );
  });

  it("keeps the order from everything that works on a document", () => {
    const rule = "nothing-after-document-reads-the-order";
    const refused = pairs.filter((pair) => broken.get(pairFile(pair))?.has(rule));
    expect(refused.map(({ from, to }) => [from.module, to.module])).toEqual(
      SNAPSHOT_READERS.map((module) => [module, "order"]),
    );
  });

  it("has a fault for every rule of .dependency-cruiser.mjs", async () => {
    const settings: unknown = await import(path.join(repository, ".dependency-cruiser.mjs"));
    const { forbidden } = settingsSchema.parse(settings).default;
    const fired = new Set([...broken.values()].flatMap((rules) => [...rules]));
    // Nothing lies above the screens, so they cannot look up.
    fired.add("domain-screens-looks-down-only");
    expect([...fired].toSorted()).toEqual(forbidden.map(({ name }) => name).toSorted());
  });

  it("lets clean code pass", async () => {
    expect(await judge(command, clean)).toMatchObject({ exitCode: 0 });
  });

  it("is told of every folder with code in it", () => {
    const folders = CODE_FOLDERS.filter((folder) => existsSync(path.join(repository, folder)));
    expect(scriptOf("layers").split(" ").slice(1).toSorted()).toEqual(folders.toSorted());
  });

  it("sees the code", async () => {
    const { output } = await runCommand(`${scriptOf("layers")} --output-type text`);
    const seen = new Set(output.split("\n").map((line) => line.split(" ")[0] ?? ""));
    const seenIn = (folder: string) => [...seen].filter((file) => file.startsWith(folder)).length;
    expect(seenIn("core/")).toBeGreaterThan(150);
    expect(seenIn("shopify-app/")).toBeGreaterThan(50);
    expect(seenIn("tests/")).toBeGreaterThan(50);
    expect(output).toMatch(/^core\/server\/\S+ → core\/adapters\/storage\/prisma\/index\.ts$/m);
  });
});
