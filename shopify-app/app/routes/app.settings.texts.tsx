import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Box, Card, InlineGrid, Select, Tabs } from "@shopify/polaris";
import { defaultSettings, type Language, type PaidState } from "#domain/merchant";
import { useState } from "react";
import { authenticateAdmin } from "../authenticate-admin.server.ts";
import { SettingsPage } from "../components/form/settings-page.tsx";
import { useSettingsForm, type SettingsForm } from "../components/form/use-settings-form.ts";
import { TextPreviewCard } from "../components/settings/text-preview-card.tsx";
import { TextsEditor, type TextsForm } from "../components/settings/texts-editor.tsx";
import { saveSettings } from "../requests/save-settings.server.ts";
import { textsWords as words } from "../wording/settings.ts";
import { isKeyOf, keysOf, languageNames, optionsOf, paidStateNames } from "../wording/words.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { desk } = await authenticateAdmin(args);
  const { texts, language } = await desk.loadSettings();
  return { saved: { texts }, defaults: defaultSettings().texts, ownLanguage: language };
}

export const action = (args: ActionFunctionArgs) => saveSettings(args, ["texts"]);

const languages = keysOf(languageNames);

export default function TextsSettings() {
  const { saved, defaults, ownLanguage } = useLoaderData<typeof loader>();
  const form = useSettingsForm<TextsForm>(saved);
  const [language, setLanguage] = useState<Language>(ownLanguage);
  const [paidState, setPaidState] = useState<PaidState>("paid");
  return (
    <SettingsPage title={words.title} form={form}>
      <Card padding="0">
        <Tabs
          tabs={languages.map((id) => ({ id, content: tabName(form, id) }))}
          selected={languages.indexOf(language)}
          onSelect={(index) => setLanguage(languages[index] ?? ownLanguage)}
        />
        <Box paddingInline="400" paddingBlockEnd="400">
          <Select
            label={words.state}
            options={optionsOf(paidStateNames)}
            value={paidState}
            onChange={(value) => isKeyOf(paidStateNames, value) && setPaidState(value)}
          />
        </Box>
      </Card>
      <InlineGrid columns={{ xs: 1, md: 2 }} gap="400" alignItems="start">
        <TextsEditor
          key={`${language} ${paidState}`}
          form={form}
          language={language}
          paidState={paidState}
          defaults={defaults}
        />
        <div className="sticky">
          <TextPreviewCard
            language={language}
            paidState={paidState}
            caption={form.values.texts.captions[paidState][language]}
            {...form.values.texts.mails[paidState][language]}
          />
        </div>
      </InlineGrid>
    </SettingsPage>
  );
}

/** A tab whose texts have an error says so, since its fields may not be the ones on the screen. */
function tabName(form: SettingsForm<TextsForm>, language: Language): string {
  const isWrong = keysOf(paidStateNames).some(
    (state) =>
      form.errorAt(`texts.captions.${state}.${language}`) ||
      form.errorAt(`texts.mails.${state}.${language}.subject`) ||
      form.errorAt(`texts.mails.${state}.${language}.body`),
  );
  return isWrong ? `${languageNames[language]} (!)` : languageNames[language];
}
