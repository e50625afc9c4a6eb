import { getSystemErrorMessage, parseArgs } from "node:util";

/** 2: input that cannot be read. 3: a document or a series that would not be, or is not, right. */
export type ExitCode = 2 | 3;

/** Ends a command with a sentence for the person who typed it. */
export class Refusal extends Error {
  readonly exitCode: ExitCode;
  constructor(message: string, exitCode: ExitCode = 2) {
    super(message);
    this.exitCode = exitCode;
  }
}

/** What the file system says, without its codes and paths: "no such file or directory". */
export function reasonOf(error: unknown): string {
  if (error instanceof Error && "errno" in error && typeof error.errno === "number")
    return getSystemErrorMessage(error.errno);
  return error instanceof Error ? error.message : String(error);
}

/** One line of a terminal, whatever an order's texts hold. */
export const onOneLine = (text: string): string => text.replace(/\p{Cc}+/gu, " ");

/** Options as `--name value`; an unknown or missing one is refused with its name. */
export function readOptions<Name extends string>(
  args: string[],
  names: readonly Name[],
): { readonly [Option in Name]?: string } {
  try {
    const options = Object.fromEntries(names.map((name) => [name, { type: "string" as const }]));
    const { values } = parseArgs({ args, options, allowPositionals: false });
    const read: { [Option in Name]?: string } = {};
    for (const name of names) {
      const value = values[name];
      if (value !== undefined) read[name] = value;
    }
    return read;
  } catch (error) {
    throw new Refusal(error instanceof Error ? error.message : String(error));
  }
}

export function required(value: string | undefined, option: string): string {
  if (value === undefined || value === "")
    throw new Refusal(`--${option} is missing; see npm run docket -- help`);
  return value;
}
