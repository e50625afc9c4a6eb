import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Banner, Button, Text } from "@shopify/polaris";
import type { Journal } from "#domain/merchant";
import { authenticateAdmin } from "../authenticate-admin.server.ts";
import { BesideCards } from "../components/beside-cards.tsx";
import { SettingsPage } from "../components/form/settings-page.tsx";
import { useSettingsForm } from "../components/form/use-settings-form.ts";
import { JournalCard, type JournalsForm } from "../components/settings/journal-card.tsx";
import { todayIn } from "../requests/today-in.server.ts";
import { saveSettings } from "../requests/save-settings.server.ts";
import { numberingWords as words } from "../wording/settings.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { desk } = await authenticateAdmin(args);
  const [settings, statuses] = await Promise.all([desk.loadSettings(), desk.listJournals()]);
  const { journals, rules, timeZone } = settings;
  return {
    saved: { journals },
    statuses,
    usedByRules: rules.map(({ journalId }) => journalId),
    today: todayIn(timeZone),
  };
}

export const action = (args: ActionFunctionArgs) => saveSettings(args, ["journals"]);

export default function NumberingSettings() {
  const { saved, statuses, usedByRules, today } = useLoaderData<typeof loader>();
  const form = useSettingsForm<JournalsForm>(saved);
  const { journals } = form.values;
  const problem = form.errorAt("journals");
  return (
    <SettingsPage title={words.title} form={form}>
      <BesideCards>
        <Text as="p">{words.text}</Text>
      </BesideCards>
      {problem && <Banner tone="critical">{problem}</Banner>}
      {journals.map((journal, index) => (
        <JournalCard
          key={journal.journalId}
          form={form}
          index={index}
          journal={journal}
          status={statuses.find(({ journalId }) => journalId === journal.journalId)}
          isUsedByRule={usedByRules.includes(journal.journalId)}
          today={today}
          onRemove={() => form.replace({ journals: journals.toSpliced(index, 1) })}
        />
      ))}
      <BesideCards>
        <Button onClick={() => form.replace({ journals: [...journals, newJournal(journals)] })}>
          {words.add}
        </Button>
      </BesideCards>
    </SettingsPage>
  );
}

function newJournal(journals: readonly Journal[]): Journal {
  const taken = new Set(journals.map(({ journalId }) => journalId));
  let count = journals.length + 1;
  while (taken.has(`journal-${count}`)) count += 1;
  return {
    journalId: `journal-${count}`,
    name: words.newName,
    pattern: `J${count}-{year}-{number:4}`,
    startNumber: 1,
    resetsYearly: true,
  };
}
