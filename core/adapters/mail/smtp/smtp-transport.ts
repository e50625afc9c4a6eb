import { createTransport } from "nodemailer";
import type { MailProblem, MailTransport, OutgoingMail } from "#domain/delivery";
import { failed, ok } from "#domain/result";
import { mailProblem } from "./mail-problem.ts";

export interface SmtpOptions {
  /** `smtp://user:password@host:587`, or `smtps://…:465`. */
  readonly url: string;
  /** The address in From; the mail brings the name that stands before it. */
  readonly fromAddress: string;
  /** Bounds every wait; by default 10 s to connect and to be greeted, 30 s of silence later. */
  readonly timeoutSeconds?: number;
}

/**
 * Mails through one SMTP server, over connections that are kept. A mail is offered once: whether to try again is for the
 * delivery to decide, which knows the attempt.
 */
export function smtpTransport({ url, fromAddress, timeoutSeconds }: SmtpOptions): MailTransport {
  const milliseconds = (seconds: number) => (timeoutSeconds ?? seconds) * 1000;
  const transport = createTransport({
    url,
    pool: true,
    maxRequeues: 0,
    connectionTimeout: milliseconds(10),
    greetingTimeout: milliseconds(10),
    dnsTimeout: milliseconds(10),
    socketTimeout: milliseconds(30),
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  let isClosed = false;
  return {
    async send(mail) {
      try {
        const sent = await transport.sendMail(message(mail, fromAddress));
        // A server may refuse the customer and still take the hidden copy. That is not sent.
        const refusal = sent.rejectedErrors?.find(({ recipient }) => recipient !== mail.bcc);
        if (refusal !== undefined) return failed(mailProblem(refusal));
        return ok({ messageId: sent.messageId, accepted: sent.accepted.map(addressText) });
      } catch (error) {
        return failed(isClosed ? CLOSING : mailProblem(error));
      }
    },
    close() {
      isClosed = true;
      transport.close();
    },
  };
}

/** Mails that still queued when the program stopped. */
const CLOSING: MailProblem = {
  code: "mail-unreachable",
  message: "Docket stopped before the mail server had taken the mail.",
};

/** Addresses go as objects, so that no name or comma in them can become a second address. */
const message = (mail: OutgoingMail, fromAddress: string) => ({
  from: { name: mail.fromName, address: fromAddress },
  to: { name: "", address: mail.to },
  ...(mail.replyTo === "" ? {} : { replyTo: { name: "", address: mail.replyTo } }),
  ...(mail.bcc === "" ? {} : { bcc: { name: "", address: mail.bcc } }),
  ...(mail.deliveryId === undefined ? {} : { messageId: messageId(mail.deliveryId, fromAddress) }),
  subject: mail.subject,
  text: mail.text,
  html: mail.html,
  headers: { "Auto-Submitted": "auto-generated" }, // RFC 3834: no holiday answers, please
  attachments: mail.attachments.map(({ fileName, mediaType, bytes }) => ({
    filename: fileName,
    contentType: mediaType,
    content: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
  })),
});

const messageId = (deliveryId: string, fromAddress: string): string =>
  `<${deliveryId.replace(/[^A-Za-z0-9._-]/g, "-")}@${fromAddress.replace(/^.*@/, "")}>`;

const addressText = (address: string | { readonly address: string }): string =>
  typeof address === "string" ? address : address.address;
