export { composeUsageMail } from "./compose-usage-mail.ts";
export { composeMail, pdfFileName, type MailToCompose } from "./compose-mail.ts";
export type { MailProblem, MailTransport, OutgoingMail } from "./mail-transport.ts";
export { retryAfterSeconds } from "./retry-after.ts";
