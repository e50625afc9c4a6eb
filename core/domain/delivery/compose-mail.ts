import type { Document } from "#domain/document";
import { presentDocument, titleOf } from "#domain/presentation";
import { mailHtml } from "./compose-mail-html.ts";
import { mailSummary, type MailSummary } from "./compose-mail-summary.ts";
import type { ComposedMail } from "./mail-transport.ts";

export interface MailToCompose {
  readonly document: Document;
  /** The merchant's words with their placeholders filled in; plain text, hostile until escaped. */
  readonly text: { readonly subject: string; readonly body: string };
  readonly sender: { readonly name: string; readonly replyTo: string; readonly bcc: string };
  readonly to: string;
  readonly pdfFileName: string;
}

/** Puts a document's mail into words: the merchant's text and a short summary, as plain text and as HTML alike. */
export function composeMail({
  document,
  text,
  sender,
  to,
  pdfFileName: fileName,
}: MailToCompose): ComposedMail {
  const printable = presentDocument(document);
  const summary = mailSummary(printable);
  const body = text.body
    .replace(/\r\n?/g, "\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
  const subject = inOneLine(text.subject);
  return {
    to: inOneLine(to),
    replyTo: inOneLine(sender.replyTo),
    bcc: inOneLine(sender.bcc),
    fromName: inOneLine(sender.name === "" ? document.seller.legalName : sender.name),
    subject: subject === "" ? summary.heading : subject,
    text: plainText(body, summary),
    html: mailHtml({ printable, summary, body, subject }),
    attachmentNames: [fileName],
  };
}

function plainText(body: string, { heading, subtitle, facts, total, footer }: MailSummary): string {
  const rows = [...facts, ...(total === null ? [] : [total])];
  return [
    body,
    "",
    "—",
    heading,
    ...subtitle,
    ...rows.map(({ label, value }) => `${label}: ${value}`),
    "",
    ...footer,
    "",
  ].join("\n");
}

/** A header ends where a line ends, so no line break or other control character may reach one. */
const inOneLine = (text: string): string =>
  text
    .replace(/[\p{Cc}\u2028\u2029]+/gu, " ")
    .trim()
    .slice(0, 300);

/** "factuur-2026-0042.pdf": letters, digits and dashes only, so that every mail program and disk takes it. */
export function pdfFileName({
  kind,
  language,
  number,
}: Pick<Document, "kind" | "language" | "number">): string {
  const name = `${titleOf(kind, language)} ${number}`
    .replace(/[äöüÄÖÜ]/g, (letter) => `${letter}e`)
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
  return `${name.slice(0, 100)}.pdf`;
}
