import { readdir, readFile, stat } from "node:fs/promises";
import path from "node:path";
import { merchantSettingsSchema, type MerchantSettings } from "#domain/merchant";
import { Refusal } from "./refusal.ts";

/** The order files that `--order` names: itself, or each `*.json` of a folder, by name. */
export async function findOrderFiles(place: string): Promise<string[]> {
  const found = await stat(place).catch(() => undefined);
  if (found === undefined) throw new Refusal(`${place}: there is no such file or folder`);
  if (!found.isDirectory()) return [place];
  const names = (await readdir(place)).filter((name) => name.endsWith(".json")).toSorted();
  if (names.length === 0) throw new Refusal(`${place}: there is no *.json file in this folder`);
  return names.map((name) => path.join(place, name));
}

export async function readJson(file: string): Promise<unknown> {
  const text = await readFile(file, "utf8").catch((error: unknown) => {
    throw new Refusal(
      `${file}: cannot be read: ${error instanceof Error ? error.message : String(error)}`,
    );
  });
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Refusal(
      `${file}: is not JSON: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

export async function readSettings(file: string | undefined): Promise<MerchantSettings> {
  const parsed = merchantSettingsSchema.safeParse(file === undefined ? {} : await readJson(file));
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(
    ({ path: field, message }) => `${file}: ${field.join(".") || "settings"}: ${message}`,
  );
  throw new Refusal(problems.join("\n"));
}
