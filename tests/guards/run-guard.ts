import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { text } from "node:stream/consumers";
import { z } from "zod";
import { plantProject, repository, type Files } from "./planted-project.ts";

/** The guards are slow on a busy machine, and they run beside each other. */
export const GUARD_TIMEOUT_MILLISECONDS = 120_000;

const { scripts } = z
  .object({ scripts: z.record(z.string(), z.string()) })
  .parse(JSON.parse(readFileSync(path.join(repository, "package.json"), "utf8")));

export interface Verdict {
  readonly exitCode: number | null;
  /** What the guard printed, without the ways to its folder. */
  readonly output: string;
}

/** The command behind `npm run <name>`, as package.json has it. */
export function scriptOf(name: string): string {
  const command = scripts[name];
  if (command === undefined) throw new Error(`package.json has no script "${name}".`);
  return command;
}

/** Runs a command as npm would, with the tools of node_modules. */
export async function runCommand(command: string, folder = repository): Promise<Verdict> {
  const child = spawn(command, {
    cwd: folder,
    shell: true,
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      ...process.env,
      NO_COLOR: "1",
      FORCE_COLOR: undefined,
      PATH: [path.join(repository, "node_modules/.bin"), process.env["PATH"]].join(path.delimiter),
    },
  });
  const closed = new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
  const [stdout, stderr, exitCode] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    closed,
  ]);
  return { exitCode, output: `${stdout}\n${stderr}`.replaceAll(`${folder}/`, "") };
}

/** Runs a command over a planted project. */
export async function judge(command: string, files: Files): Promise<Verdict> {
  const project = await plantProject(files);
  try {
    return await runCommand(command, project.folder);
  } finally {
    await project.remove();
  }
}
