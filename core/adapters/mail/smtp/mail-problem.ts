import { z } from "zod";
import type { MailProblem } from "#domain/delivery";

/** What nodemailer tells beside the message. `responseCode` is the server's own reply, when there was one. */
const smtpErrorSchema = z.object({
  message: z.string(),
  code: z.string().default(""),
  command: z.string().default(""),
  responseCode: z.number().nullish(),
});

/** Failures of the line or of the moment, where the server gave no verdict. */
const LINE_FAILURES = new Set(["ECONNECTION", "ETIMEDOUT", "ESOCKET", "EDNS", "EPROXY", "EABORT"]);

/** By RFC 5321 section 4.2.1: 4yz asks to come back later, 5yz is final. What is neither comes from no server and is a bug. */
export function mailProblem(error: unknown): MailProblem {
  const parsed = smtpErrorSchema.safeParse(error);
  if (!parsed.success) throw error;
  const { code, command, responseCode, message } = parsed.data;
  const reply = typeof responseCode === "number" ? responseCode : 0;
  if (reply >= 400 && reply < 500) {
    return {
      code: "mail-unreachable",
      message: `The mail server asks to try again later: ${message}`,
    };
  }
  if (reply >= 500 && command.startsWith("RCPT")) {
    return {
      code: "mail-rejected-recipient",
      field: "to",
      message: `The mail server does not accept this address: ${message}`,
    };
  }
  if (reply < 500 && LINE_FAILURES.has(code)) {
    return {
      code: "mail-unreachable",
      message: `The mail server could not be reached: ${message}`,
    };
  }
  if (code === "") throw error;
  return { code: "mail-refused", message: `The mail server refused the mail: ${message}` };
}
