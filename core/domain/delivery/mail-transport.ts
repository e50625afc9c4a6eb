import type { Problem, Result } from "#domain/result";

/** A mail as `composeMail` words it: everything but the bytes of its attachments. */
export interface ComposedMail {
  readonly to: string;
  /** "" for none. */
  readonly replyTo: string;
  /** "" for none. */
  readonly bcc: string;
  readonly fromName: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly attachmentNames: readonly string[];
}

export interface MailAttachment {
  readonly fileName: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

export interface OutgoingMail extends Omit<ComposedMail, "attachmentNames"> {
  /** Stable for one delivery, such as its id: a repeat then carries the same Message-ID and can be recognised. */
  readonly deliveryId?: string;
  readonly attachments: readonly MailAttachment[];
}

export interface SentMail {
  readonly messageId: string;
  /** The addresses that the server took. */
  readonly accepted: readonly string[];
}

/**
 * `mail-unreachable`: no connection, silence, or a temporary refusal (4xx); try again later.
 * `mail-rejected-recipient`: the address is refused for good (5xx); trying again changes nothing.
 * `mail-refused`: the server refuses us or this mail for good, such as a wrong password; the merchant must act.
 */
export type MailProblem = Problem<"mail-unreachable" | "mail-refused" | "mail-rejected-recipient">;

export interface MailTransport {
  send(mail: OutgoingMail): Promise<Result<SentMail, MailProblem>>;
  /** Lets mails under way finish and drops the connections. */
  close(): void;
}
