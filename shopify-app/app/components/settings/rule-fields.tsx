import type { Rule } from "#domain/merchant";
import { Banner, FormLayout } from "@shopify/polaris";
import { rulesWords as words } from "../../wording/settings.ts";
import {
  deliveryNames,
  eventNames,
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

interface RuleFieldsProps {
  readonly form: SettingsForm<RuleForm>;
  readonly journals: { value: string; label: string }[];
}

/** The parts of a rule in the order of its sentence, and the sentence itself. */
export function RuleFields({ form, journals }: RuleFieldsProps) {
  const { fields, what } = words;
  const { rule } = form.values;
  const journal = journals.find(({ value }) => value === rule.journalId);
  return (
    <SectionCard title={what.title}>
      <Banner title={ruleSentence(rule, journal?.label ?? rule.journalId)} />
      <FormLayout>
        <FormLayout.Group>
          <FormChoice
            form={form}
            path="rule.event"
            label={fields.event}
            options={optionsOf(eventNames)}
          />
          <FormChoice
            form={form}
            path="rule.when"
            label={fields.when}
            options={optionsOf(whenNames)}
          />
        </FormLayout.Group>
        <FormLayout.Group>
          <FormChoice
            form={form}
            path="rule.kind"
            label={fields.kind}
            options={optionsOf(kindNames)}
          />
          <FormChoice
            form={form}
            path="rule.journalId"
            label={fields.journal}
            helpText={fields.journalHelp}
            options={journals}
          />
        </FormLayout.Group>
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
