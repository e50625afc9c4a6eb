import type { LabelledValue, PrintableDocument } from "#domain/presentation";
import type { MailSummary } from "./compose-mail-summary.ts";
import { escapeHtml, FONT, mailPage } from "./mail-page.ts";

/** The mail of a document: the merchant's text, and what the document comes to. */
export const mailHtml = ({
  printable,
  summary,
  subject,
  body,
}: {
  readonly printable: PrintableDocument;
  readonly summary: MailSummary;
  readonly subject: string;
  readonly body: string;
}): string =>
  mailPage({
    language: printable.language,
    subject,
    accentColor: printable.accentColor,
    name: printable.seller.name,
    body,
    panel: panel(summary),
    footer: summary.footer,
  });

function panel({ heading, subtitle, facts, total }: MailSummary): string {
  const rows = facts.map(factRow).join("\n");
  return `<table role="presentation" class="panel" width="100%" cellpadding="0" cellspacing="0" style="background:#f6f7f8;border-radius:6px">
<tr><td colspan="2" class="ink" style="padding:18px 20px 8px;${FONT};font-size:15px;font-weight:600;color:#14181d">${escapeHtml(heading)}</td></tr>
${subtitle.map(subtitleRow).join("\n")}
${rows}
${total === null ? "" : totalRow(total)}
<tr><td colspan="2" style="height:12px;line-height:12px;font-size:0">&nbsp;</td></tr>
</table>`;
}

const subtitleRow = (text: string): string =>
  `<tr><td colspan="2" class="ink" style="padding:0 20px 8px;${FONT};font-size:13px;line-height:1.5;color:#14181d">${escapeHtml(text).replaceAll("\n", "<br>")}</td></tr>`;

const factRow = ({ label, value }: LabelledValue): string =>
  `<tr><td class="muted" valign="top" style="padding:3px 12px 3px 20px;${FONT};font-size:13px;line-height:1.5;color:#6b7480">${escapeHtml(label)}</td>` +
  `<td class="ink" align="right" style="padding:3px 20px 3px 0;${FONT};font-size:13px;line-height:1.5;color:#14181d">${escapeHtml(value)}</td></tr>`;

const totalRow = ({ label, value }: LabelledValue): string =>
  `<tr><td colspan="2" style="padding:10px 20px 0"><table role="presentation" class="total" width="100%" cellpadding="0" cellspacing="0" style="border-top:1px solid #dfe3e7"><tr>` +
  `<td class="ink" style="padding-top:12px;${FONT};font-size:15px;font-weight:600;color:#14181d">${escapeHtml(label)}</td>` +
  `<td class="ink" align="right" style="padding-top:12px;${FONT};font-size:20px;font-weight:700;color:#14181d">${escapeHtml(value)}</td></tr></table></td></tr>`;
