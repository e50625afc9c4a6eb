import type { JournalStatus } from "#domain/workflows";
import { servicePath } from "../api/call.ts";
import { useLoad } from "../api/use-load.ts";
import { FormFrame } from "../form/form-frame.tsx";
import { todayIn } from "../format.ts";
import { Banner } from "../parts/banner.tsx";
import { LoadedView } from "../parts/loaded-view.tsx";
import { PushButton } from "../parts/push-button.tsx";
import { frameWords } from "../wording/frame.ts";
import { numberingWords as words } from "../wording/numbering.ts";
import { JournalCard } from "./journal-card.tsx";
import { newJournal } from "./new-journal.ts";
import type { SectionProps } from "./section-props.ts";
import { useSectionForm } from "./use-section-form.ts";

export function NumberingSection(props: SectionProps) {
  const statuses = useLoad<readonly JournalStatus[]>(servicePath("journals"));
  return (
    <LoadedView loaded={statuses} text={frameWords.loading}>
      {(value) => <Journals {...props} statuses={value} />}
    </LoadedView>
  );
}

interface JournalsProps extends SectionProps {
  readonly statuses: readonly JournalStatus[];
}

function Journals({ settings, onSaved, statuses }: JournalsProps) {
  const form = useSectionForm({ onSaved }, { journals: settings.journals });
  const { journals } = form.values;
  const usedByRules = settings.rules.map(({ journalId }) => journalId);
  const problem = form.errorAt("journals");
  return (
    <FormFrame form={form}>
      <p>{words.text}</p>
      {problem && <Banner status="error">{problem}</Banner>}
      {journals.map((journal, index) => (
        <JournalCard
          key={journal.journalId}
          form={form}
          index={index}
          journal={journal}
          status={statuses.find(({ journalId }) => journalId === journal.journalId)}
          isUsedByRule={usedByRules.includes(journal.journalId)}
          today={todayIn(settings.timeZone)}
          onRemove={() => form.replace({ journals: journals.toSpliced(index, 1) })}
        />
      ))}
      <p>
        <PushButton
          onClick={() =>
            form.replace({ journals: [...journals, newJournal(journals, words.newName)] })
          }
        >
          {words.add}
        </PushButton>
      </p>
    </FormFrame>
  );
}
