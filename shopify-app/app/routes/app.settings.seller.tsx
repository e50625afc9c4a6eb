import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { authenticateAdmin } from "../authenticate-admin.server.ts";
import { SettingsPage } from "../components/form/settings-page.tsx";
import { useSettingsForm } from "../components/form/use-settings-form.ts";
import {
  AddressCard,
  BankCard,
  BusinessCard,
  ContactCard,
  LanguageCard,
} from "../components/settings/seller-cards.tsx";
import { countryOptions, timeZoneOptions } from "../requests/choice-options.server.ts";
import { saveSettings } from "../requests/save-settings.server.ts";
import { sellerWords as words } from "../wording/settings.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { desk } = await authenticateAdmin(args);
  const { seller, language, timeZone } = await desk.loadSettings();
  return {
    saved: { seller, language, timeZone },
    countries: countryOptions(),
    timeZones: timeZoneOptions(),
  };
}

export const action = (args: ActionFunctionArgs) =>
  saveSettings(args, ["seller", "language", "timeZone"]);

export default function SellerSettings() {
  const { saved, countries, timeZones } = useLoaderData<typeof loader>();
  const form = useSettingsForm(saved);
  return (
    <SettingsPage title={words.title} form={form}>
      <BusinessCard form={form} />
      <AddressCard form={form} countries={countries} />
      <ContactCard form={form} />
      <BankCard form={form} />
      <LanguageCard form={form} timeZones={timeZones} />
    </SettingsPage>
  );
}
