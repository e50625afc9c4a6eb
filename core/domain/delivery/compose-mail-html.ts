import type { LabelledValue, PrintableDocument } from "#domain/presentation";
import type { MailSummary } from "./compose-mail-summary.ts";

interface MailPage {
  readonly printable: PrintableDocument;
  readonly summary: MailSummary;
  readonly subject: string;
  readonly body: string;
}

/** Everything that is not ours goes through here: names, notes and the merchant's own text stay text. */
const escapeHtml = (text: string): string =>
  text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");

const FONT =
  "font-family:-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";

/** Mail programs that know dark mode take these; the others show the inline colours. */
const DARK_STYLES = `
:root { color-scheme: light dark; supported-color-schemes: light dark; }
@media (prefers-color-scheme: dark) {
  .page { background: #101214 !important; }
  .card { background: #1b1e22 !important; }
  .ink { color: #f1f3f5 !important; }
  .muted { color: #a3abb5 !important; }
  .panel { background: #252a30 !important; }
  .total { border-color: #3a4048 !important; }
}
@media (max-width: 480px) {
  .pad { padding-left: 24px !important; padding-right: 24px !important; }
}`;

/** A calm page of one column: the merchant's colour as a bar, the text, the summary, who sent it. Styles inline, no images. */
export function mailHtml({ printable, summary, subject, body }: MailPage): string {
  const name = escapeHtml(printable.seller.name);
  return `<!doctype html>
<html lang="${escapeHtml(printable.language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${escapeHtml(subject)}</title>
<style>${DARK_STYLES}
</style>
</head>
<body class="page" style="margin:0;padding:0;background:#f4f5f6">
<table role="presentation" class="page" width="100%" cellpadding="0" cellspacing="0" style="background:#f4f5f6">
<tr><td align="center" style="padding:32px 12px">
<table role="presentation" class="card" width="100%" cellpadding="0" cellspacing="0" style="max-width:600px;background:#ffffff;border-radius:8px;overflow:hidden">
<tr><td style="height:5px;line-height:5px;font-size:0;background:${escapeHtml(printable.accentColor)}">&nbsp;</td></tr>
${row("ink", `padding:36px 44px 0;${FONT};font-size:17px;font-weight:600;line-height:1.4;color:#14181d`, name)}
${row("ink", `padding:24px 44px 0;${FONT};font-size:15px;line-height:1.6;color:#14181d`, paragraphs(body))}
${row("", "padding:16px 44px 40px", panel(summary))}
</table>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:600px">
${row("muted", `padding:20px 44px 0;${FONT};font-size:12px;line-height:1.6;color:#6b7480;text-align:center`, summary.footer.map(escapeHtml).join("<br>"))}
</table>
</td></tr>
</table>
</body>
</html>
`;
}

const row = (className: string, style: string, content: string): string =>
  `<tr><td class="${`pad ${className}`.trim()}" style="${style}">${content}</td></tr>`;

/** A blank line begins a paragraph; a single line break stays one. */
const paragraphs = (body: string): string =>
  body
    .split(/\n\s*\n/)
    .map((text) => text.trim())
    .filter((text) => text !== "")
    .map((text) => `<p style="margin:0 0 16px">${escapeHtml(text).replaceAll("\n", "<br>")}</p>`)
    .join("\n");

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
