import { readdir, readFile, stat } from "node:fs/promises";
import path from "node:path";
import { merchantSettingsSchema, type MerchantSettings } from "#domain/merchant";
import { fieldOf, inPlainWords } from "#domain/result";
import { Refusal, reasonOf } from "./refusal.ts";

/** The order files that `--order` names: itself, or each `*.json` of a folder, by name. Hidden files are no orders. */
export async function findOrderFiles(place: string): Promise<string[]> {
  const found = await stat(place).catch((error: unknown) => {
    throw new Refusal(`${place}: ${reasonOf(error)}`);
  });
  if (!found.isDirectory()) return [place];
  const entries = await readdir(place).catch((error: unknown) => {
    throw new Refusal(`${place}: ${reasonOf(error)}`);
  });
  const names = entries.filter((name) => /^[^.].*\.json$/.test(name)).toSorted();
  if (names.length === 0) throw new Refusal(`${place}: there is no *.json file in this folder`);
  return names.map((name) => path.join(place, name));
}

export async function readJson(file: string): Promise<unknown> {
  const text = await readFile(file, "utf8").catch((error: unknown) => {
    throw new Refusal(`${file}: ${reasonOf(error)}`);
  });
  try {
    return JSON.parse(text.replace(/^\uFEFF/, "")); // Windows' editors begin a file with this mark
  } catch (error) {
    throw new Refusal(
      `${file}: is not JSON: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

/** The merchant's settings; without a file, the defaults. Every problem of the file is told. */
export async function readSettings(file: string | undefined): Promise<MerchantSettings> {
  const input = file === undefined ? {} : await readJson(file);
  const parsed = merchantSettingsSchema.safeParse(input, { error: inPlainWords });
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(
    (issue) => `${file}: ${fieldOf(issue) || "settings"}: ${issue.message}`,
  );
  throw new Refusal(problems.join("\n"));
}
