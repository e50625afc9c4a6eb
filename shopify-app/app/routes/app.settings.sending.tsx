import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { FormLayout } from "@shopify/polaris";
import { authenticateAdmin } from "../authenticate-admin.server.ts";
import { FormText } from "../components/form/fields.tsx";
import { SettingsPage } from "../components/form/settings-page.tsx";
import { useSettingsForm } from "../components/form/use-settings-form.ts";
import { SectionCard } from "../components/section-card.tsx";
import { TestMailCard } from "../components/settings/test-mail-card.tsx";
import { saveSettings } from "../requests/save-settings.server.ts";
import { sendingWords } from "../wording/settings.ts";

const words = sendingWords.sender;

export async function loader(args: LoaderFunctionArgs) {
  const { desk } = await authenticateAdmin(args);
  const { sending, seller } = await desk.loadSettings();
  return { saved: { sending }, ownAddress: sending.replyTo || seller.email };
}

export const action = (args: ActionFunctionArgs) => saveSettings(args, ["sending"]);

export default function SendingSettings() {
  const { saved, ownAddress } = useLoaderData<typeof loader>();
  const form = useSettingsForm(saved);
  return (
    <SettingsPage title={sendingWords.title} form={form}>
      <SectionCard title={words.title} text={words.text}>
        <FormLayout>
          <FormText
            form={form}
            path="sending.senderName"
            label={words.senderName}
            helpText={words.senderNameHelp}
            autoComplete="organization"
          />
          <FormText
            form={form}
            path="sending.replyTo"
            type="email"
            label={words.replyTo}
            helpText={words.replyToHelp}
            autoComplete="email"
          />
          <FormText
            form={form}
            path="sending.bcc"
            type="email"
            label={words.bcc}
            helpText={words.bccHelp}
          />
        </FormLayout>
      </SectionCard>
      <TestMailCard ownAddress={ownAddress} isDirty={form.isDirty} />
    </SettingsPage>
  );
}
