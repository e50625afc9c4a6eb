import { merchantSettingsSchema, type MerchantSettings } from "#domain/merchant";
import { failed, ok, type Problem, type Result } from "#domain/result";
import {
  documentMail,
  logoKey,
  renderPdf,
  sampleDocument,
  type JournalStatus,
} from "#domain/workflows";
import type { Desk, FieldErrors, SettingsChange } from "./desk.ts";
import { checkImage } from "./image-type.ts";
import type { DeskPorts } from "./ports.ts";

export function deskSettings(
  ports: DeskPorts,
): Pick<
  Desk,
  | "loadSettings"
  | "changeSettings"
  | "listJournals"
  | "changeLogo"
  | "readLogo"
  | "previewTexts"
  | "sendTestMail"
> {
  const { store, files } = ports;
  return {
    loadSettings: () => store.loadSettings(),
    changeSettings: (change) => changeSettings(change, ports),
    listJournals: () => store.listJournals(),

    async changeLogo(mediaType, bytes) {
      const image = checkImage(mediaType, bytes);
      if (!image.ok) return image;
      const sha256 = ports.sha256(bytes);
      await files.write(logoKey(sha256), bytes);
      const { brand } = await store.loadSettings();
      return changeSettings(
        { brand: { ...brand, logo: { mediaType: image.value, sha256 } } },
        ports,
      );
    },

    async readLogo() {
      const { logo } = (await store.loadSettings()).brand;
      const bytes = logo === null ? undefined : await files.read(logoKey(logo.sha256));
      if (logo === null || bytes === undefined) return undefined;
      return { fileName: "logo", mediaType: logo.mediaType, bytes };
    },

    async previewTexts({ language, paidState, caption, subject, body }) {
      for (const text of [caption, subject, body]) {
        const checked = ports.checkText(text);
        if (!checked.ok) return checked;
      }
      const settings = await store.loadSettings();
      const today = ports.clock.today(settings.timeZone);
      const sample = sampleDocument(settings, { language, paidState, today }, ports.fillText);
      const fill = (text: string) => ports.fillText(text, sample);
      return ok({ caption: fill(caption), subject: fill(subject), body: fill(body) });
    },

    sendTestMail: (recipient) => sendTestMail(recipient, ports),
  };
}

async function changeSettings(
  change: SettingsChange,
  { store, checkText }: DeskPorts,
): Promise<Result<MerchantSettings, Problem & { readonly fieldErrors: FieldErrors }>> {
  const before = await store.loadSettings();
  const parsed = merchantSettingsSchema.safeParse({ ...before, ...change });
  const fieldErrors = parsed.success
    ? {
        ...journalErrors(before, parsed.data, await store.listJournals()),
        ...textErrors(parsed.data, checkText),
      }
    : Object.fromEntries(parsed.error.issues.map(({ path, message }) => [path.join("."), message]));
  if (!parsed.success || Object.keys(fieldErrors).length > 0) {
    return failed({
      code: "settings-invalid",
      message: "Nothing was saved: some fields need another look.",
      fieldErrors,
    });
  }
  await store.saveSettings(parsed.data);
  return ok(parsed.data);
}

/** A series that has begun goes on: its journal stays and its first number is settled. */
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
    } else if (kept.startNumber !== old.startNumber) {
      errors[`journals.${index}.startNumber`] =
        `${lastNumber} is issued; the next number follows it, so that the series has no gap.`;
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

async function sendTestMail(recipient: string, ports: DeskPorts): Promise<Result<null>> {
  const settings = await ports.store.loadSettings();
  const sample = {
    language: settings.language,
    paidState: "toBePaid",
    today: ports.clock.today(settings.timeZone),
  } as const;
  const document = sampleDocument(settings, sample, ports.fillText);
  const { attachmentNames, ...mail } = documentMail(document, settings, {
    to: recipient,
    fillText: ports.fillText,
  });
  const bytes = await renderPdf(document, ports);
  const attachments = attachmentNames.map((fileName) => ({
    fileName,
    mediaType: "application/pdf",
    bytes,
  }));
  const sent = await ports.mail.send({ ...mail, attachments });
  return sent.ok ? ok(null) : sent;
}
