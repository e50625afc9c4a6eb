import type { MerchantSettings, Rule } from "#domain/merchant";
import { IMPOSSIBLE_AT, whyImpossible } from "#domain/screens";
import { findJournal } from "#domain/workflows";
import { useState } from "@wordpress/element";
import { FormFrame } from "../form/form-frame.tsx";
import { putSettings, useSettingsForm } from "../form/use-settings-form.ts";
import { useToast } from "../frame/toasts.tsx";
import { go, addressOf } from "../navigation/location.ts";
import { NEW_RULE, places } from "../navigation/route.ts";
import { ConfirmDialog } from "../parts/confirm-dialog.tsx";
import { ListEmpty } from "../lists/list-empty.tsx";
import { ProblemBanner } from "../parts/problem-banner.tsx";
import type { Problem } from "../api/problem.ts";
import { PushButton } from "../parts/push-button.tsx";
import { problemWords } from "../wording/frame.ts";
import { rulesWords as words } from "../wording/rules.ts";
import { errorsOfRule, putRule } from "./change-rules.ts";
import { RuleFields, type RuleForm } from "./rule-fields.tsx";
import type { SectionProps } from "./section-props.ts";

interface RuleSectionProps extends SectionProps {
  readonly ruleId: string;
}

const leave = () => go(addressOf(places.settings("rules")));

export function RuleSection(props: RuleSectionProps) {
  const { settings, ruleId } = props;
  const isNew = ruleId === NEW_RULE;
  const found = settings.rules.find((rule) => rule.ruleId === ruleId);
  const rule = isNew ? startingRule(settings) : found;
  if (rule) return <RuleEditor {...props} rule={rule} isNew={isNew} />;
  return <ListEmpty heading={problemWords.absent.title} text={problemWords.absent.text} />;
}

const startingRule = (settings: MerchantSettings): Omit<Rule, "ruleId"> => ({
  isActive: true,
  kind: "invoice",
  event: "orderPaid",
  when: "always",
  journalId: findJournal({ kind: "invoice" }, settings).journalId,
  delivery: "draft",
});

interface RuleEditorProps extends RuleSectionProps {
  readonly rule: Omit<Rule, "ruleId">;
  readonly isNew: boolean;
}

function RuleEditor({ settings, onSaved, ruleId, rule, isNew }: RuleEditorProps) {
  const form = useSettingsForm<RuleForm>({ rule }, async (values) => {
    const impossible = whyImpossible(values.rule);
    if (impossible) return refused(impossible);
    const put = putRule(settings.rules, ruleId, values.rule);
    const answer = await putSettings({ rules: put.rules });
    if (!answer.ok) {
      const fieldErrors = errorsOfRule(answer.problem.fieldErrors, put.index);
      return { ok: false, problem: { ...answer.problem, fieldErrors } };
    }
    onSaved(answer.value);
    leave();
    return answer;
  });
  return (
    <FormFrame form={form} isNew={isNew}>
      <RuleFields form={form} settings={settings} />
      {!isNew && <RemoveRule settings={settings} ruleId={ruleId} onSaved={onSaved} />}
    </FormFrame>
  );
}

const refused = (impossible: NonNullable<ReturnType<typeof whyImpossible>>) => {
  const fieldErrors: Record<string, string> = {
    [IMPOSSIBLE_AT[impossible]]: words.impossible[impossible],
  };
  const problem: Problem = {
    code: "impossible-rule",
    status: 422,
    message: words.notSaved,
    fieldErrors,
    findings: [],
    draft: null,
  };
  return { ok: false, problem } as const;
};

function RemoveRule({ settings, ruleId, onSaved }: RuleSectionProps) {
  const tell = useToast();
  const [isAsking, setIsAsking] = useState(false);
  const [isRemoving, setIsRemoving] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const { remove } = words;
  const doRemove = async () => {
    setIsAsking(false);
    setIsRemoving(true);
    const rules = settings.rules.filter((each) => each.ruleId !== ruleId);
    const answer = await putSettings({ rules });
    setIsRemoving(false);
    if (!answer.ok) return setProblem(answer.problem);
    tell(words.removed);
    leave();
    onSaved(answer.value);
  };
  return (
    <div>
      {problem && <ProblemBanner problem={problem} />}
      <PushButton isDestructive isBusy={isRemoving} onClick={() => setIsAsking(true)}>
        {remove.button}
      </PushButton>
      <ConfirmDialog
        question={
          isAsking
            ? {
                title: remove.title,
                text: remove.text,
                confirmLabel: remove.confirm,
                isDestructive: true,
              }
            : null
        }
        onCancel={() => setIsAsking(false)}
        onConfirm={() => void doRemove()}
      />
    </div>
  );
}
