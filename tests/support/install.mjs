// Installs what package-lock.json names, unless it is installed already. `npm test` and `npm run demo`
// begin with it, so it runs before anything is installed: plain JavaScript for Node 20.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const projectFolder = fileURLToPath(new URL("../..", import.meta.url));
const modulesFolder = path.join(projectFolder, "node_modules");
const lockFile = path.join(projectFolder, "package-lock.json");
const stampFile = path.join(modulesFolder, ".docket-lock-sha256");

const lockHash = createHash("sha256").update(readFileSync(lockFile)).digest("hex");

if (isInstalled()) {
  console.log("Packages are up to date.");
} else {
  process.exitCode = install();
}
if (!process.exitCode) writeFileSync(stampFile, lockHash);

function isInstalled() {
  if (existsSync(stampFile)) return readFileSync(stampFile, "utf8") === lockHash;
  // npm writes this file last: somebody ran `npm ci` by hand, for the lock file as it is now.
  const finished = path.join(modulesFolder, ".package-lock.json");
  return existsSync(finished) && statSync(finished).mtimeMs >= statSync(lockFile).mtimeMs;
}

function install() {
  console.log("Installing packages with npm ci; the first time takes about a minute.");
  const { status } = spawnSync("npm", ["ci", "--no-audit", "--no-fund"], {
    cwd: projectFolder,
    stdio: "inherit",
    env: { ...process.env, PATH: pathWithoutModules() },
    shell: process.platform === "win32",
  });
  return status ?? 1;
}

/** npm must not run on the node that lies in the folder it is about to replace. */
function pathWithoutModules() {
  const folders = (process.env.PATH ?? "").split(path.delimiter);
  return folders.filter((folder) => !folder.startsWith(modulesFolder)).join(path.delimiter);
}
