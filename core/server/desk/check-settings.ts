import { merchantSettingsSchema, type MerchantSettings, type Rule } from "#domain/merchant";
import { findElectronicAddressFault } from "#domain/party";
import { asSentence, failed, inPlainWords, ok, type Problem, type Result } from "#domain/result";
import type { JournalStatus } from "#domain/workflows";
import type { FieldErrors, SettingsChange } from "./desk.ts";
import type { DeskPorts } from "./ports.ts";
import { vatErrors } from "./vat-errors.ts";

export type SettingsProblem = Problem & { readonly fieldErrors: FieldErrors };

interface Surroundings {
  readonly journals: readonly JournalStatus[];
  readonly checkText: DeskPorts["checkText"];
  /** ISO instant. */
  readonly now: string;
}

/**
 * The settings after a change, or what is wrong with it, field by field, in sentences. What the schema cannot refuse, because
 * settings that were saved earlier must still load, is refused here, and only in the sections that change.
 */
export function checkSettings(
  before: MerchantSettings,
  change: SettingsChange,
  { journals, checkText, now }: Surroundings,
): Result<MerchantSettings, SettingsProblem> {
  const parsed = merchantSettingsSchema.safeParse(
    { ...before, ...change },
    { error: inPlainWords },
  );
  if (!parsed.success) {
    // Of several messages for one field the first counts.
    const issues = parsed.error.issues.toReversed();
    return refuse(Object.fromEntries(issues.map(({ path, message }) => [path.join("."), message])));
  }
  const after = parsed.data;
  const changed = new Set(Object.keys(change));
  const errors = {
    ...(changed.has("journals") && nameErrors(after)),
    ...journalErrors(before, after, journals),
    ...textErrors(after, checkText),
    ...vatErrors(before, after, changed),
    ...(changed.has("eInvoicing") && electronicAddressErrors(after)),
  };
  if (Object.keys(errors).length > 0) return refuse(errors);
  return ok({ ...after, rules: after.rules.map((rule) => sinceWhen(rule, before.rules, now)) });
}

const refuse = (fieldErrors: FieldErrors) =>
  failed({
    code: "settings-invalid",
    message: "Nothing was saved: some fields need another look.",
    fieldErrors: Object.fromEntries(
      Object.entries(fieldErrors).map(([path, message]) => [path, asSentence(message)]),
    ),
  });

/** People choose a journal by its name. */
function nameErrors({ journals }: MerchantSettings): FieldErrors {
  const names = journals.map(({ name }) => name.toLowerCase());
  return Object.fromEntries(
    journals.flatMap(({ name }, index) =>
      names.indexOf(name.toLowerCase()) === index
        ? []
        : [
            [
              `journals.${index}.name`,
              `another journal is called ${name}; give this one a name of its own`,
            ],
          ],
    ),
  );
}

function electronicAddressErrors({
  eInvoicing: { electronicAddress },
}: MerchantSettings): FieldErrors {
  const fault =
    electronicAddress === null ? undefined : findElectronicAddressFault(electronicAddress);
  return fault === undefined ? {} : { "eInvoicing.electronicAddress.value": fault };
}

/** A rule that is new, switched on or asks for something else begins now: it does not work backwards. */
function sinceWhen(rule: Rule, before: readonly Rule[], now: string): Rule {
  const old = before.find(({ ruleId }) => ruleId === rule.ruleId);
  const isSame =
    old !== undefined &&
    old.isActive === rule.isActive &&
    old.kind === rule.kind &&
    old.event === rule.event &&
    old.when === rule.when;
  const { activeSince: _, ...content } = rule;
  const activeSince = isSame ? old.activeSince : now;
  return activeSince === undefined ? content : { ...content, activeSince };
}

/**
 * A series that has begun goes on as it is. Its journal stays; its first number and yearly reset are settled, so that it has
 * no gap; and so is its pattern, or another journal could take it up and give the same numbers again.
 */
function journalErrors(
  before: MerchantSettings,
  after: MerchantSettings,
  statuses: readonly JournalStatus[],
): FieldErrors {
  const errors: Record<string, string> = {};
  for (const { journalId, issuedCount, lastNumber } of statuses) {
    const old = before.journals.find((journal) => journal.journalId === journalId);
    if (issuedCount === 0 || old === undefined) continue;
    const index = after.journals.findIndex((journal) => journal.journalId === journalId);
    const kept = after.journals[index];
    if (kept === undefined) {
      errors["journals"] =
        `The journal ${old.name} has issued ${lastNumber}, so it stays: a series may not disappear.`;
      continue;
    }
    if (kept.startNumber !== old.startNumber) {
      errors[`journals.${index}.startNumber`] =
        `${lastNumber} is issued; the next number follows it, so that the series has no gap.`;
    }
    if (kept.pattern !== old.pattern) {
      errors[`journals.${index}.pattern`] =
        `${lastNumber} is issued; this series keeps its pattern. Make a new journal to number differently.`;
    }
    if (kept.resetsYearly !== old.resetsYearly) {
      errors[`journals.${index}.resetsYearly`] =
        `${lastNumber} is issued; this series keeps its yearly start. Make a new journal to count differently.`;
    }
  }
  return errors;
}

function textErrors({ texts }: MerchantSettings, checkText: DeskPorts["checkText"]): FieldErrors {
  const errors: Record<string, string> = {};
  const check = (path: string, text: string) => {
    const checked = checkText(text);
    if (!checked.ok) errors[path] = checked.problem.message;
  };
  for (const [state, captions] of Object.entries(texts.captions)) {
    for (const [language, caption] of Object.entries(captions)) {
      check(`texts.captions.${state}.${language}`, caption);
    }
  }
  for (const [state, mails] of Object.entries(texts.mails)) {
    for (const [language, mail] of Object.entries(mails)) {
      check(`texts.mails.${state}.${language}.subject`, mail.subject);
      check(`texts.mails.${state}.${language}.body`, mail.body);
    }
  }
  return errors;
}
