import {
  DOCUMENT_KINDS,
  type DocumentKind,
  type MerchantSettings,
  type Rule,
} from "#domain/merchant";
import { changeKind, IMPOSSIBLE_AT, whyImpossible } from "#domain/screens";
import { findJournal } from "#domain/workflows";
import { isKeyOf, optionsOf } from "../choices.ts";
import { FieldRow, FormChoice, FormSwitch } from "../form/fields.tsx";
import type { SettingsForm } from "../form/use-settings-form.ts";
import { Banner } from "../parts/banner.tsx";
import { SectionCard } from "../parts/section-card.tsx";
import { rulesWords as words } from "../wording/rules.ts";
import { deliveryNames, eventNames, kindNames, ruleSentence, whenNames } from "../wording/words.ts";

export interface RuleForm {
  readonly rule: Omit<Rule, "ruleId">;
}

interface RuleFieldsProps {
  readonly form: SettingsForm<RuleForm>;
  readonly settings: MerchantSettings;
}

/** The parts of a rule in the order of its sentence, and the sentence itself. */
export function RuleFields({ form, settings }: RuleFieldsProps) {
  const { fields, what } = words;
  const { rule } = form.values;
  const { journals } = settings;
  const journalName =
    journals.find(({ journalId }) => journalId === rule.journalId)?.name ?? rule.journalId;
  return (
    <SectionCard title={what.title}>
      <RuleSentence rule={rule} journalName={journalName} />
      <FieldRow>
        <FormChoice
          form={form}
          path="rule.event"
          label={fields.event}
          options={optionsOf(eventNames)}
          problem={problemAt("rule.event", rule)}
          onChoose={(event) => {
            if (isKeyOf(eventNames, event)) form.replace({ rule: { ...rule, event } });
          }}
        />
        {rule.kind !== "creditNote" && (
          <FormChoice
            form={form}
            path="rule.when"
            label={fields.when}
            options={optionsOf(whenNames)}
            problem={problemAt("rule.when", rule)}
          />
        )}
      </FieldRow>
      <FieldRow>
        <FormChoice
          form={form}
          path="rule.kind"
          label={fields.kind}
          options={optionsOf(kindNames)}
          problem={problemAt("rule.kind", rule)}
          onChoose={(kind) => {
            if (!isKeyOf(kindNames, kind)) return;
            form.replace({ rule: changeKind(rule, kind, journalsOfKinds(settings)) });
          }}
        />
        <FormChoice
          form={form}
          path="rule.journalId"
          label={fields.journal}
          help={fields.journalHelp}
          options={journals.map(({ journalId, name }) => ({ value: journalId, label: name }))}
        />
      </FieldRow>
      {breaksInvoices(rule, settings) && (
        <Banner status="warning">{words.breaksInvoices(journalName)}</Banner>
      )}
      <FormChoice
        form={form}
        path="rule.delivery"
        label={fields.delivery}
        options={optionsOf(deliveryNames)}
      />
      <FormSwitch
        form={form}
        path="rule.isActive"
        label={fields.isActive}
        help={fields.isActiveHelp}
      />
    </SectionCard>
  );
}

function problemAt(path: `rule.${keyof RuleForm["rule"]}`, rule: RuleForm["rule"]): string {
  const impossible = whyImpossible(rule);
  return impossible && IMPOSSIBLE_AT[impossible] === path ? words.impossible[impossible] : "";
}

/** The journal that each kind gets by itself. */
function journalsOfKinds(settings: MerchantSettings) {
  const entries = DOCUMENT_KINDS.map((kind) => [kind, findJournal({ kind }, settings).journalId]);
  // Every kind is there.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return Object.fromEntries(entries) as Readonly<Record<DocumentKind, string>>;
}

/** True when another kind is to be numbered where invoices are. */
function breaksInvoices({ kind, journalId }: RuleForm["rule"], settings: MerchantSettings) {
  const invoiceRules = settings.rules.filter((rule) => rule.kind === "invoice");
  const invoiceJournals = [
    findJournal({ kind: "invoice" }, settings).journalId,
    ...invoiceRules.map((rule) => rule.journalId),
  ];
  return kind !== "invoice" && invoiceJournals.includes(journalId);
}

interface RuleSentenceProps extends RuleForm {
  readonly journalName: string;
}

const RuleSentence = ({ rule, journalName }: RuleSentenceProps) =>
  whyImpossible(rule) === null ? (
    <Banner status="info" title={ruleSentence(rule, journalName)} />
  ) : (
    <Banner status="warning" title={words.never} />
  );
