import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { authenticateAdmin } from "../authenticate-admin.server.ts";
import { SettingsPage } from "../components/form/settings-page.tsx";
import { useSettingsForm } from "../components/form/use-settings-form.ts";
import { ColorCard } from "../components/settings/color-card.tsx";
import { LogoCard } from "../components/settings/logo-card.tsx";
import { readJson } from "../requests/read-json.server.ts";
import { saveChange } from "../requests/save-settings.server.ts";
import { brandWords as words } from "../wording/settings.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { desk } = await authenticateAdmin(args);
  const { brand } = await desk.loadSettings();
  return { color: brand.color, logoSha256: brand.logo?.sha256 ?? "" };
}

const brandFormSchema = z.strictObject({ brand: z.strictObject({ color: z.string() }) });

/** Saves the colour. The logo is kept as soon as it is chosen, so a form opened before must not bring the old one back. */
export async function action(args: ActionFunctionArgs) {
  const { desk } = await authenticateAdmin(args);
  const form = await readJson(args.request, brandFormSchema);
  const { brand } = await desk.loadSettings();
  return saveChange(desk, { brand: { ...brand, ...form.brand } });
}

export default function BrandSettings() {
  const { color, logoSha256 } = useLoaderData<typeof loader>();
  const form = useSettingsForm({ brand: { color } });
  return (
    <SettingsPage title={words.title} form={form}>
      <LogoCard sha256={logoSha256} />
      <ColorCard form={form} />
    </SettingsPage>
  );
}
