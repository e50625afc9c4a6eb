import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { findMissing, warnUntested } from "../../tests/standins/wordpress/find-missing.ts";
import { startSite, type SiteOptions } from "../../tests/standins/wordpress/serve-site.ts";

/**
 * `npm run test:php [-- unit|tables|posts|network [PHPUnit's options]]`: over a stub of WordPress, then on a real one with orders in
 * tables, with orders as posts, and in a network. What is real waits for WooCommerce (`WC_DIR`).
 */
const here = (file: string) => fileURLToPath(new URL(file, import.meta.url));
const [suite = "", ...rest] = process.argv.slice(2);

const isChosen = (name: string) => suite === "" || suite === name;
const missing = suite === "" ? await findMissing() : "";

if (isChosen("unit")) phpunit("unit", {});
if (missing === "") {
  if (isChosen("tables")) await testOnSite("integration", {});
  if (isChosen("posts")) await testOnSite("integration", { orderStorage: "posts" });
  if (isChosen("network")) await testOnSite("network", { isNetwork: true });
} else warnUntested("THE PHP WAS TESTED OVER A STUB ONLY.", missing);

async function testOnSite(folder: "integration" | "network", options: SiteOptions): Promise<void> {
  const site = await startSite({ pluginFolder: here(".."), ...options });
  const state = mkdtempSync(path.join(tmpdir(), "docket-service-"));
  const port = await freePort();
  const service = spawn("php", ["-S", `127.0.0.1:${port}`, here("service/fake-service.php")], {
    env: { ...process.env, SERVICE_STATE: state },
    stdio: "ignore",
  });
  try {
    phpunit(folder, {
      SITE_FOLDER: site.folder,
      SITE_URL: site.url,
      SITE_PASSWORDS: JSON.stringify(site.applicationPasswords),
      SERVICE_URL: `http://127.0.0.1:${port}`,
      SERVICE_STATE: state,
    });
    const log = await site.readLog();
    // In a network WordPress and WooCommerce complain of themselves.
    if (options.isNetwork === true ? log.includes("plugins/docket/") : log !== "")
      throw new Error(`WordPress complained:\n${log.slice(-4000)}`);
  } finally {
    service.kill();
    rmSync(state, { recursive: true });
    await site.close();
  }
}

function phpunit(
  folder: "unit" | "integration" | "network",
  environment: Record<string, string>,
): void {
  const args = ["-d", "memory_limit=512M", phpunitProgram(), "-c", here(`${folder}/phpunit.xml`)];
  execFileSync("php", [...args, ...rest], {
    env: { ...process.env, ...environment },
    stdio: "inherit",
  });
}

function phpunitProgram(): string {
  try {
    return execFileSync("which", ["phpunit"], { encoding: "utf8" }).trim();
  } catch (cause) {
    throw new Error("phpunit is missing. On Debian: apt-get install -y phpunit", { cause });
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" ? (address?.port ?? 0) : 0));
    });
  });
}
