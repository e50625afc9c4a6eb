/** What a mail of ours looks like, whatever is in it. */
export interface MailPage {
  readonly language: string;
  readonly subject: string;
  /** Such as #1f4e5f. */
  readonly accentColor: string;
  /** Who writes. */
  readonly name: string;
  /** Plain text, in paragraphs. */
  readonly body: string;
  /** HTML of our own below the text; "" for none. */
  readonly panel: string;
  /** Lines of plain text below the card. */
  readonly footer: readonly string[];
}

/** Everything that is not ours goes through here: names, notes and the merchant's own text stay text. */
export const escapeHtml = (text: string): string =>
  text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");

export const FONT =
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

/** A calm page of one column: a bar of colour, the text, the panel, who sent it. Styles inline, no images. */
export function mailPage({
  language,
  subject,
  accentColor,
  name,
  body,
  panel,
  footer,
}: MailPage): string {
  return `<!doctype html>
<html lang="${escapeHtml(language)}">
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
<tr><td style="height:5px;line-height:5px;font-size:0;background:${escapeHtml(accentColor)}">&nbsp;</td></tr>
${row("ink", `padding:36px 44px 0;${FONT};font-size:17px;font-weight:600;line-height:1.4;color:#14181d`, escapeHtml(name))}
${row("ink", `padding:24px 44px 0;${FONT};font-size:15px;line-height:1.6;color:#14181d`, paragraphs(body))}
${row("", "padding:16px 44px 40px", panel)}
</table>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:600px">
${row("muted", `padding:20px 44px 0;${FONT};font-size:12px;line-height:1.6;color:#6b7480;text-align:center`, footer.map(escapeHtml).join("<br>"))}
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
