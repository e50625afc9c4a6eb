export { composeMail, pdfFileName, type MailToCompose } from "./compose-mail.ts";
export type {
  ComposedMail,
  MailAttachment,
  MailProblem,
  MailTransport,
  OutgoingMail,
  SentMail,
} from "./mail-transport.ts";
export { retryAfterSeconds } from "./retry-after.ts";
