import type { DocumentKind, MerchantSettings } from "#domain/merchant";
import { formatNumber } from "#domain/numbering";
import { ok, type Result } from "#domain/result";
import { documentMail, findJournal, logoKey, renderPdf, sampleDocument } from "#domain/workflows";
import { checkSettings, type SettingsProblem } from "./check-settings.ts";
import type { Desk, SettingsChange } from "./desk.ts";
import { checkImage } from "./image-type.ts";
import type { DeskPorts } from "./ports.ts";

export function deskSettings(
  ports: DeskPorts,
): Pick<
  Desk,
  | "loadSettings"
  | "changeSettings"
  | "listJournals"
  | "previewNumbers"
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
    previewNumbers: () => previewNumbers(ports),

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

async function previewNumbers({ store, clock }: DeskPorts): ReturnType<Desk["previewNumbers"]> {
  const [settings, statuses] = await Promise.all([store.loadSettings(), store.listJournals()]);
  const today = clock.today(settings.timeZone);
  const preview = (kind: DocumentKind) => {
    const journal = findJournal({ kind }, settings);
    const status = statuses.find(({ journalId }) => journalId === journal.journalId);
    const next = status?.nextNumber ?? journal.startNumber;
    return { journalName: journal.name, number: formatNumber(journal, next, today) };
  };
  return {
    invoice: preview("invoice"),
    creditNote: preview("creditNote"),
    proforma: preview("proforma"),
    receipt: preview("receipt"),
    orderConfirmation: preview("orderConfirmation"),
    deliveryNote: preview("deliveryNote"),
  };
}

async function changeSettings(
  change: SettingsChange,
  { store, checkText, clock }: DeskPorts,
): Promise<Result<MerchantSettings, SettingsProblem>> {
  const journals = await store.listJournals();
  return store.updateSettings(async (before) =>
    checkSettings(before, change, { journals, checkText, now: clock.now() }),
  );
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
