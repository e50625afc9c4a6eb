import { cp, mkdir, mkdtemp, realpath, rm, symlink, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";

export const repository = path.resolve(import.meta.dirname, "../..");

const GUARDS_AND_THEIR_SETTINGS = [
  ".dependency-cruiser.mjs",
  ".gitignore",
  ".oxlintrc.json",
  ".prettierignore",
  ".prettierrc.json",
  "knip.json",
  "package.json",
  "tsconfig.json",
];

/** What lies in a project: path → text. */
export type Files = Readonly<Record<string, string>>;

export interface PlantedProject {
  readonly folder: string;
  readonly remove: () => Promise<void>;
}

/**
 * A small project under our real configuration, in a folder of its own. `files` is all its code; a file of the
 * configuration named there takes the place of ours.
 */
export async function plantProject(files: Files): Promise<PlantedProject> {
  const folder = await realpath(await mkdtemp(path.join(os.tmpdir(), "docket-guards-")));
  await symlink(path.join(repository, "node_modules"), path.join(folder, "node_modules"));
  await Promise.all(
    GUARDS_AND_THEIR_SETTINGS.map((name) =>
      cp(path.join(repository, name), path.join(folder, name)),
    ),
  );
  await Promise.all(
    Object.entries(files).map(async ([name, text]) => {
      const file = path.join(folder, name);
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(file, text);
    }),
  );
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}
