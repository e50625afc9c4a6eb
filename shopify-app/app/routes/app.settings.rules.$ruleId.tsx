import type { DocumentKind, MerchantSettings, Rule } from "#domain/merchant";
import { IMPOSSIBLE_AT, whyImpossible } from "#domain/screens";
import { findJournal } from "#domain/workflows";
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useFetcher, useLoaderData, useNavigate } from "@remix-run/react";
import { Button } from "@shopify/polaris";
import { useState } from "react";
import { flushSync } from "react-dom";
import { z } from "zod";
import { authenticateAdmin } from "../authenticate-admin.server.ts";
import { BesideCards } from "../components/beside-cards.tsx";
import { ConfirmModal } from "../components/confirm-modal.tsx";
import { SettingsPage } from "../components/form/settings-page.tsx";
import { useSettingsForm } from "../components/form/use-settings-form.ts";
import {
  RuleFields,
  type RuleForm,
  type RuleJournals,
} from "../components/settings/rule-fields.tsx";
import { errorsOfRule, NEW_RULE, putRule } from "../requests/change-rules.server.ts";
import { readJson } from "../requests/read-json.server.ts";
import { refuse } from "../requests/refuse.server.ts";
import { saveChange } from "../requests/save-settings.server.ts";
import { rulesWords as words } from "../wording/settings.ts";

const LIST_URL = "/app/settings/rules";

export async function loader(args: LoaderFunctionArgs) {
  const { desk } = await authenticateAdmin(args);
  const settings = await desk.loadSettings();
  const { rules } = settings;
  const { ruleId } = args.params;
  const isNew = ruleId === NEW_RULE;
  const found = rules.find((rule) => rule.ruleId === ruleId);
  const journals = ruleJournals(settings);
  const rule = isNew ? startingRule(journals.ofKind.invoice) : found;
  if (!rule) refuse(404);
  return { saved: { rule }, isNew, journals };
}

function ruleJournals(settings: MerchantSettings): RuleJournals {
  const { rules, journals } = settings;
  const journalOf = (kind: DocumentKind) => findJournal({ kind }, settings).journalId;
  const ofKind = {
    invoice: journalOf("invoice"),
    creditNote: journalOf("creditNote"),
    receipt: journalOf("receipt"),
    orderConfirmation: journalOf("orderConfirmation"),
    proforma: journalOf("proforma"),
    deliveryNote: journalOf("deliveryNote"),
  };
  const invoiceRules = rules.filter(({ kind }) => kind === "invoice");
  return {
    options: journals.map(({ journalId, name }) => ({ value: journalId, label: name })),
    ofKind,
    invoiceJournalIds: [ofKind.invoice, ...invoiceRules.map(({ journalId }) => journalId)],
  };
}

const startingRule = (journalId: string): Omit<Rule, "ruleId"> => ({
  isActive: true,
  kind: "invoice",
  event: "orderPaid",
  when: "always",
  journalId,
  delivery: "draft",
});

const ruleFormSchema = z.strictObject({ rule: z.record(z.string(), z.unknown()) });

export async function action(args: ActionFunctionArgs) {
  const { desk } = await authenticateAdmin(args);
  const { ruleId = NEW_RULE } = args.params;
  const { rules } = await desk.loadSettings();
  if (args.request.method === "DELETE") {
    await desk.changeSettings({ rules: rules.filter((rule) => rule.ruleId !== ruleId) });
    return redirect(`${LIST_URL}?notice=removed`);
  }
  const form = await readJson(args.request, ruleFormSchema);
  const impossible = whyImpossible(form.rule);
  if (impossible) {
    const fieldErrors = { [IMPOSSIBLE_AT[impossible]]: words.impossible[impossible] };
    return { isSaved: false, message: words.notSaved, fieldErrors };
  }
  const put = putRule(rules, ruleId, form.rule);
  const outcome = await saveChange(desk, { rules: put.rules });
  if (outcome.isSaved) return redirect(`${LIST_URL}?notice=saved`);
  return { ...outcome, fieldErrors: errorsOfRule(outcome.fieldErrors, put.index) };
}

export default function RulePage() {
  const { saved, isNew, journals } = useLoaderData<typeof loader>();
  const form = useSettingsForm<RuleForm>(saved);
  const navigate = useNavigate();
  const discard = () => {
    // The guard against losing changes has to see that there are none before the page is left.
    flushSync(form.discard);
    if (isNew) navigate(LIST_URL);
  };
  return (
    <SettingsPage
      title={isNew ? words.create : words.edit}
      form={{ ...form, discard }}
      isNew={isNew}
      backUrl={LIST_URL}
    >
      <RuleFields form={form} journals={journals} />
      {!isNew && <RemoveRule onRemove={form.discard} />}
    </SettingsPage>
  );
}

function RemoveRule({ onRemove }: { readonly onRemove: () => void }) {
  const fetcher = useFetcher();
  const [isAsking, setIsAsking] = useState(false);
  const { remove } = words;
  return (
    <BesideCards>
      <Button tone="critical" loading={fetcher.state !== "idle"} onClick={() => setIsAsking(true)}>
        {remove.button}
      </Button>
      <ConfirmModal
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
        onConfirm={() => {
          onRemove();
          setIsAsking(false);
          fetcher.submit(null, { method: "delete" });
        }}
      />
    </BesideCards>
  );
}
