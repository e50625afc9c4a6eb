import type { ActionFunctionArgs } from "@remix-run/node";
import type { Desk } from "#server/wiring";
import type { MerchantSettings } from "#domain/merchant";
import { z } from "zod";
import { authenticateAdmin } from "../authenticate-admin.server.ts";
import type { SaveOutcome } from "../components/form/use-settings-form.ts";
import { readJson } from "./read-json.server.ts";

type Section = keyof MerchantSettings;

/** A form that may change these sections and no other. Their content is checked by the settings' own schema. */
export const changeOf = (sections: readonly Section[]) =>
  z.strictObject(Object.fromEntries(sections.map((section) => [section, z.unknown().optional()])));

/** The whole action of a settings page. */
export async function saveSettings(
  args: ActionFunctionArgs,
  sections: readonly Section[],
): Promise<SaveOutcome> {
  const { desk } = await authenticateAdmin(args);
  return saveChange(desk, await readJson(args.request, changeOf(sections)));
}

export async function saveChange(
  desk: Pick<Desk, "changeSettings">,
  change: Readonly<Record<string, unknown>>,
): Promise<SaveOutcome> {
  const result = await desk.changeSettings(change);
  if (result.ok) return { isSaved: true, message: "", fieldErrors: {} };
  const { message, fieldErrors } = result.problem;
  return { isSaved: false, message, fieldErrors };
}
