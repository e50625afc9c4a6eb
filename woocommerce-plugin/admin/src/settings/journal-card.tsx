import { journalSchema, type Journal, type MerchantSettings } from "#domain/merchant";
import { formatNumber } from "#domain/numbering";
import { asSentence } from "#domain/result";
import type { JournalStatus } from "#domain/workflows";
import { FieldRow, FormNumber, FormSwitch, FormText } from "../form/fields.tsx";
import type { SettingsForm } from "../form/use-settings-form.ts";
import { PushButton } from "../parts/push-button.tsx";
import { SectionCard } from "../parts/section-card.tsx";
import { numberingWords as words } from "../wording/numbering.ts";

interface JournalCardProps {
  readonly form: SettingsForm<Pick<MerchantSettings, "journals">>;
  readonly index: number;
  readonly journal: Journal;
  /** Undefined for a journal that is not saved yet. */
  readonly status: JournalStatus | undefined;
  readonly isUsedByRule: boolean;
  /** YYYY-MM-DD in the merchant's time zone. */
  readonly today: string;
  readonly onRemove: () => void;
}

export function JournalCard({ form, index, journal, status, today, ...rest }: JournalCardProps) {
  const hasBegun = (status?.issuedCount ?? 0) > 0;
  const lastNumber = status?.lastNumber ?? "";
  const next = hasBegun ? (status?.nextNumber ?? 1) : journal.startNumber;
  return (
    <SectionCard
      title={journal.name || words.newName}
      text={hasBegun ? words.last(lastNumber) : words.unused}
    >
      <FieldRow>
        <FormText
          form={form}
          path={`journals.${index}.name`}
          label={words.name}
          help={words.nameHelp}
        />
        <FormText
          form={form}
          path={`journals.${index}.pattern`}
          label={words.pattern}
          isDisabled={hasBegun}
          help={hasBegun ? words.patternFixed : words.patternHelp}
        />
      </FieldRow>
      <FieldRow>
        <FormNumber
          form={form}
          path={`journals.${index}.startNumber`}
          label={words.startNumber}
          isDisabled={hasBegun}
          help={hasBegun ? words.startNumberFixed(lastNumber) : words.startNumberHelp}
        />
        <NextNumber journal={journal} next={next} today={today} />
      </FieldRow>
      <FormSwitch
        form={form}
        path={`journals.${index}.resetsYearly`}
        label={words.resetsYearly}
        isDisabled={hasBegun}
        help={words.resetsYearlyHelp}
      />
      <RemoveJournal hasBegun={hasBegun} {...rest} />
    </SectionCard>
  );
}

interface NextNumberProps extends Pick<JournalCardProps, "journal" | "today"> {
  readonly next: number;
}

function NextNumber({ journal, next, today }: NextNumberProps) {
  const problem = problemOf(journal);
  return (
    <div>
      <p>{words.next}</p>
      <output>
        {problem === "" ? (
          <span className="docket-figure">{formatNumber(journal, next, today)}</span>
        ) : (
          <span className="docket-error">{problem}</span>
        )}
      </output>
    </div>
  );
}

/** Why this journal can give no number while it is being written; "" when it can. The name has no part in that. */
function problemOf(journal: Journal): string {
  const issues = journalSchema.safeParse(journal).error?.issues ?? [];
  const problem = issues.find(({ path }) => path[0] === "pattern" || path[0] === "startNumber");
  return asSentence(problem?.message ?? "");
}

interface RemoveJournalProps extends Pick<JournalCardProps, "isUsedByRule" | "onRemove"> {
  readonly hasBegun: boolean;
}

function RemoveJournal({ hasBegun, isUsedByRule, onRemove }: RemoveJournalProps) {
  if (hasBegun || isUsedByRule) {
    return <p className="docket-quiet">{hasBegun ? words.usedByDocuments : words.usedByRules}</p>;
  }
  return (
    <p>
      <PushButton isDestructive onClick={onRemove}>
        {words.remove}
      </PushButton>
    </p>
  );
}
