import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Text } from "@shopify/polaris";
import { authenticateAdmin } from "../authenticate-admin.server.ts";
import { BesideCards } from "../components/beside-cards.tsx";
import { SettingsPage } from "../components/form/settings-page.tsx";
import { useSettingsForm } from "../components/form/use-settings-form.ts";
import { RegistrationsCard } from "../components/settings/registrations-card.tsx";
import {
  ShippingVatCard,
  UntaxedSalesCard,
  VatStatusCard,
  type VatForm,
} from "../components/settings/vat-cards.tsx";
import { countryOptions } from "../requests/choice-options.server.ts";
import { saveSettings } from "../requests/save-settings.server.ts";
import { vatWords as words } from "../wording/vat.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { desk } = await authenticateAdmin(args);
  const { vat } = await desk.loadSettings();
  return { saved: { vat }, countries: countryOptions() };
}

export const action = (args: ActionFunctionArgs) => saveSettings(args, ["vat"]);

export default function VatSettingsPage() {
  const { saved, countries } = useLoaderData<typeof loader>();
  const form = useSettingsForm<VatForm>(saved);
  return (
    <SettingsPage title={words.title} form={form}>
      <BesideCards>
        <Text as="p">{words.intro}</Text>
      </BesideCards>
      <VatStatusCard form={form} />
      <RegistrationsCard form={form} countries={countries} />
      <UntaxedSalesCard form={form} />
      <ShippingVatCard form={form} />
    </SettingsPage>
  );
}
