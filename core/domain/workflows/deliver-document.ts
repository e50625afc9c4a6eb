import {
  composeMail,
  pdfFileName,
  retryAfterSeconds,
  type MailProblem,
  type MailTransport,
} from "#domain/delivery";
import type { Document, FillText } from "#domain/document";
import { paidStateOf, type MerchantSettings } from "#domain/merchant";
import type { Clock, Delivery, FileStore, MerchantStore } from "./ports.ts";

export interface DeliveryPorts {
  readonly store: MerchantStore;
  readonly files: FileStore;
  readonly mail: MailTransport;
  readonly clock: Clock;
  readonly fillText: FillText;
}

/** How far this machine's clock may be behind that of the queue. */
const CLOCK_DIFFERENCE_SECONDS = 5;

/**
 * `not-ready`: the PDF is not there yet; ask again. `not-due`: the next try has a job of its own, later. `settled`: sent
 * before, given up, or not for sending.
 */
export type DeliveryOutcome = "sent" | "failed" | "retrying" | "not-ready" | "not-due" | "settled";

/** Sends one waiting delivery. A failure is recorded with the time of the next try; nothing is lost. */
export async function deliverDocument(
  deliveryId: string,
  ports: DeliveryPorts,
): Promise<DeliveryOutcome> {
  const { store, files, mail } = ports;
  const delivery = await store.findDelivery(deliveryId);
  if (delivery === undefined || delivery.state !== "waiting") return "settled";
  const { nextAttemptAt } = delivery;
  if (nextAttemptAt !== null && nextAttemptAt > ports.clock.after(CLOCK_DIFFERENCE_SECONDS))
    return "not-due";
  const stored = await store.findDocument(delivery.documentId);
  if (stored?.state !== "issued") return "settled";
  const artefact = await store.findArtefact(delivery.documentId, "pdf");
  const bytes = artefact && (await files.read(artefact.fileKey));
  if (bytes === undefined) return "not-ready";

  const { attachmentNames, ...composed } = documentMail(
    stored.document,
    await store.loadSettings(),
    { to: delivery.recipient, fillText: ports.fillText },
  );
  const attachments = attachmentNames.map((fileName) => ({
    fileName,
    mediaType: "application/pdf",
    bytes,
  }));
  const sent = await mail.send({ ...composed, deliveryId, attachments });
  const at = ports.clock.now();
  if (!sent.ok) return recordFailure(delivery, sent.problem, ports);
  await store.recordAttempt(deliveryId, { sent: true, at, subject: composed.subject });
  return "sent";
}

/** A document's mail in the merchant's words: one text for orders already paid, another for those still to be paid, a third for credit notes. */
export function documentMail(
  document: Document,
  { texts, sending, seller }: MerchantSettings,
  { to, fillText }: { readonly to: string; readonly fillText: FillText },
) {
  const { subject, body } = texts.mails[paidStateOf(document)][document.language];
  return composeMail({
    document,
    text: { subject: fillText(subject, document), body: fillText(body, document) },
    sender: {
      name: sending.senderName || seller.legalName,
      replyTo: sending.replyTo || seller.email,
      bcc: sending.bcc,
    },
    to,
    pdfFileName: pdfFileName(document),
  });
}

async function recordFailure(
  { deliveryId, attempts }: Delivery,
  { code, message }: MailProblem,
  { store, clock }: DeliveryPorts,
): Promise<DeliveryOutcome> {
  const waitSeconds = code === "mail-rejected-recipient" ? null : retryAfterSeconds(attempts + 1);
  const retryAt = waitSeconds === null ? null : clock.after(waitSeconds);
  await store.recordAttempt(deliveryId, {
    sent: false,
    at: clock.now(),
    problem: message,
    retryAt,
  });
  return retryAt === null ? "failed" : "retrying";
}
