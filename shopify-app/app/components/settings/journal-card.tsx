import { journalSchema, type Journal } from "#domain/merchant";
import { formatNumber } from "#domain/numbering";
import { asSentence } from "#domain/result";
import type { JournalStatus } from "#domain/workflows";
import { BlockStack, Button, FormLayout, InlineStack, Text } from "@shopify/polaris";
import { numberingWords as words } from "../../wording/settings.ts";
import { FormNumber, FormSwitch, FormText } from "../form/fields.tsx";
import type { SettingsForm } from "../form/use-settings-form.ts";
import { SectionCard } from "../section-card.tsx";

export interface JournalsForm {
  readonly journals: readonly Journal[];
}

interface JournalCardProps {
  readonly form: SettingsForm<JournalsForm>;
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
      <FormLayout>
        <FormLayout.Group>
          <FormText
            form={form}
            path={`journals.${index}.name`}
            label={words.name}
            helpText={words.nameHelp}
          />
          <FormText
            form={form}
            path={`journals.${index}.pattern`}
            label={words.pattern}
            disabled={hasBegun}
            helpText={hasBegun ? words.patternFixed : words.patternHelp}
          />
        </FormLayout.Group>
        <FormLayout.Group>
          <FormNumber
            form={form}
            path={`journals.${index}.startNumber`}
            label={words.startNumber}
            disabled={hasBegun}
            helpText={hasBegun ? words.startNumberFixed(lastNumber) : words.startNumberHelp}
          />
          <NextNumber journal={journal} next={next} today={today} />
        </FormLayout.Group>
        <FormSwitch
          form={form}
          path={`journals.${index}.resetsYearly`}
          label={words.resetsYearly}
          disabled={hasBegun}
          helpText={words.resetsYearlyHelp}
        />
        <RemoveJournal hasBegun={hasBegun} {...rest} />
      </FormLayout>
    </SectionCard>
  );
}

function NextNumber({
  journal,
  next,
  today,
}: Pick<JournalCardProps, "journal" | "today"> & { readonly next: number }) {
  const problem = problemOf(journal);
  return (
    <BlockStack gap="100">
      <Text as="p">{words.next}</Text>
      <output className="block">
        {problem === "" ? (
          <Text as="p" variant="headingLg">
            {formatNumber(journal, next, today)}
          </Text>
        ) : (
          <Text as="p" tone="critical">
            {problem}
          </Text>
        )}
      </output>
    </BlockStack>
  );
}

/** Why this journal can give no number while it is being written; "" when it can. The name has no part in that. */
function problemOf(journal: Journal): string {
  const issues = journalSchema.safeParse(journal).error?.issues ?? [];
  const problem = issues.find(({ path }) => path[0] === "pattern" || path[0] === "startNumber");
  return asSentence(problem?.message ?? "");
}

function RemoveJournal(
  props: Pick<JournalCardProps, "isUsedByRule" | "onRemove"> & { readonly hasBegun: boolean },
) {
  if (props.hasBegun || props.isUsedByRule) {
    return (
      <Text as="p" tone="subdued">
        {props.hasBegun ? words.usedByDocuments : words.usedByRules}
      </Text>
    );
  }
  return (
    <InlineStack>
      <Button tone="critical" onClick={props.onRemove}>
        {words.remove}
      </Button>
    </InlineStack>
  );
}
