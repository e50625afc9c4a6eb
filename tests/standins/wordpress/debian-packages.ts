import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);
const NOT_A_SUITE = /-(updates|security|backports|proposed-updates|debug)$|\//;

/**
 * Downloads packages of Debian unstable into a folder. The machine's own apt settings stay as they are: apt gets sources,
 * lists and a cache of its own. The server is the one that the machine already takes its packages from.
 */
export async function downloadUnstable(names: readonly string[], folder: string): Promise<void> {
  const scratch = await mkdtemp(path.join(tmpdir(), "docket-apt-"));
  try {
    const sources = path.join(scratch, "unstable.list");
    await mkdir(path.join(scratch, "lists/partial"), { recursive: true });
    await mkdir(path.join(scratch, "cache/archives/partial"), { recursive: true });
    await writeFile(sources, `deb ${await findMirror()} unstable main\n`);
    const options = [
      `Dir::Etc::sourcelist=${sources}`,
      "Dir::Etc::sourceparts=-",
      `Dir::State::Lists=${path.join(scratch, "lists")}`,
      `Dir::Cache=${path.join(scratch, "cache")}`,
      "Acquire::Languages=none",
      // Root's downloads go into a folder that apt's own user cannot see.
      "APT::Sandbox::User=",
    ].flatMap((option) => ["-o", option]);
    await run("apt-get", [...options, "-q", "update"]);
    await run("apt-get", [...options, "-q", "download", ...names], { cwd: folder });
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

/** apt reads both forms of a sources file; we need to read neither. */
async function findMirror(): Promise<string> {
  const { stdout } = await run("apt-get", [
    "indextargets",
    "--no-release-info",
    "--format",
    "$(REPO_URI) $(RELEASE)",
    "Created-By: Packages",
  ]);
  const targets = stdout.split("\n").map((line) => line.trim().split(" "));
  const [mirror] = targets.find(([uri, suite = "/"]) => uri && !NOT_A_SUITE.test(suite)) ?? [];
  if (mirror === undefined) throw new Error("apt knows no Debian mirror on this machine");
  return mirror;
}

/** Unpacks Debian packages into one root, as if installed there; nothing of them is run. */
export async function unpack(packages: readonly string[], root: string): Promise<void> {
  await mkdir(root, { recursive: true });
  for (const file of packages) await run("dpkg", ["-x", file, root]);
}
