import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { deriveElectronicAddress } from "#domain/party";
import { Text } from "@shopify/polaris";
import { authenticateAdmin } from "../authenticate-admin.server.ts";
import { SettingsPage } from "../components/form/settings-page.tsx";
import { useSettingsForm } from "../components/form/use-settings-form.ts";
import { SectionCard } from "../components/section-card.tsx";
import {
  EInvoiceFilesCard,
  ProfileCard,
  type EInvoicingForm,
} from "../components/settings/e-invoicing-cards.tsx";
import { ElectronicAddressCard } from "../components/settings/electronic-address-card.tsx";
import { saveSettings } from "../requests/save-settings.server.ts";
import { eInvoicingWords as words } from "../wording/e-invoicing.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { desk } = await authenticateAdmin(args);
  const { eInvoicing, seller } = await desk.loadSettings();
  const { countryCode } = seller.address;
  return {
    saved: { eInvoicing },
    derived: deriveElectronicAddress({ ...seller, countryCode }),
  };
}

export const action = (args: ActionFunctionArgs) => saveSettings(args, ["eInvoicing"]);

export default function EInvoicingSettings() {
  const { saved, derived } = useLoaderData<typeof loader>();
  const form = useSettingsForm<EInvoicingForm>(saved);
  return (
    <SettingsPage title={words.title} form={form}>
      <SectionCard title={words.about.title}>
        <Text as="p">{words.about.text}</Text>
      </SectionCard>
      <ElectronicAddressCard form={form} derived={derived} />
      <ProfileCard form={form} />
      <EInvoiceFilesCard form={form} />
    </SettingsPage>
  );
}
