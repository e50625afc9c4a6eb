import type { DocumentKind, Rule } from "#domain/merchant";
import { changeKind, IMPOSSIBLE_AT, whyImpossible } from "#domain/screens";
import { Banner, FormLayout } from "@shopify/polaris";
import { rulesWords as words } from "../../wording/settings.ts";
import {
  aKind,
  deliveryNames,
  eventNames,
  isKeyOf,
  kindNames,
  optionsOf,
  ruleSentence,
  whenNames,
} from "../../wording/words.ts";
import { FormChoice, FormSwitch } from "../form/fields.tsx";
import type { SettingsForm } from "../form/use-settings-form.ts";
import { SectionCard } from "../section-card.tsx";

export interface RuleForm {
  readonly rule: Omit<Rule, "ruleId">;
}

export interface RuleJournals {
  readonly options: { value: string; label: string }[];
  /** The journal that each kind gets by itself. */
  readonly ofKind: Readonly<Record<DocumentKind, string>>;
  /** Where invoices are numbered. */
  readonly invoiceJournalIds: readonly string[];
}

interface RuleFieldsProps {
  readonly form: SettingsForm<RuleForm>;
  readonly journals: RuleJournals;
}

function problemAt(path: `rule.${keyof RuleForm["rule"]}`, rule: RuleForm["rule"]): string {
  const impossible = whyImpossible(rule);
  return impossible && IMPOSSIBLE_AT[impossible] === path ? words.impossible[impossible] : "";
}

/** The parts of a rule in the order of its sentence, and the sentence itself. */
export function RuleFields({ form, journals }: RuleFieldsProps) {
  const { fields, what } = words;
  const { rule } = form.values;
  const journal = journals.options.find(({ value }) => value === rule.journalId);
  const journalName = journal?.label ?? rule.journalId;
  const breaksInvoices =
    rule.kind !== "invoice" && journals.invoiceJournalIds.includes(rule.journalId);
  return (
    <SectionCard title={what.title}>
      <RuleSentence rule={rule} journalName={journalName} />
      <FormLayout>
        <FormLayout.Group>
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
          {rule.kind !== "creditNote" && <WhichOrders form={form} />}
        </FormLayout.Group>
        <FormLayout.Group>
          <FormChoice
            form={form}
            path="rule.kind"
            label={fields.kind}
            options={optionsOf(kindNames)}
            problem={problemAt("rule.kind", rule)}
            onChoose={(kind) => {
              if (!isKeyOf(kindNames, kind)) return;
              form.replace({ rule: changeKind(rule, kind, journals.ofKind) });
            }}
          />
          <FormChoice
            form={form}
            path="rule.journalId"
            label={fields.journal}
            helpText={fields.journalHelp}
            options={journals.options}
          />
        </FormLayout.Group>
        {breaksInvoices && (
          <Banner tone="warning">{words.breaksInvoices(journalName, aKind(rule.kind))}</Banner>
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
          helpText={fields.isActiveHelp}
        />
      </FormLayout>
    </SectionCard>
  );
}

const RuleSentence = ({ rule, journalName }: RuleForm & { readonly journalName: string }) =>
  whyImpossible(rule) === null ? (
    <Banner title={ruleSentence(rule, journalName)} />
  ) : (
    <Banner tone="warning" title={words.never} />
  );

const WhichOrders = ({ form }: Pick<RuleFieldsProps, "form">) => (
  <FormChoice
    form={form}
    path="rule.when"
    label={words.fields.when}
    options={optionsOf(whenNames)}
    problem={problemAt("rule.when", form.values.rule)}
  />
);
