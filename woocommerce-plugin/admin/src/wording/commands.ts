import { __, _n, sprintf } from "@wordpress/i18n";
import type { DocumentCommand } from "../documents/document-command.ts";
import type { Question } from "../parts/confirm-dialog.tsx";

interface CommandWords {
  /** Null when it can be undone, so nothing is asked. */
  readonly question: Question | null;
  readonly running: string;
  /** With how many were done. */
  readonly done: (count: number) => string;
}

/**
 * The words around a command: the question before it, the note during it, the notice after it. `nextNumber` is what a
 * single draft would get; "" when that is not known.
 */
export function commandWords(command: DocumentCommand, nextNumber = ""): CommandWords {
  const count = command.documentIds.length;
  switch (command.intent) {
    case "issue":
      return command.send ? issueAndSendWords(count, nextNumber) : issueWords(count, nextNumber);
    case "send":
      return sendWords(count);
    case "check":
      return checkWords;
    case "discard":
      return discardWords(count);
  }
}

const takesNumber = (nextNumber: string): string =>
  nextNumber === ""
    ? __("Each draft takes the next number of its journal and can no longer be changed.", "docket")
    : sprintf(
        /* translators: %s: document number. */
        __("This draft takes number %s and can no longer be changed.", "docket"),
        nextNumber,
      );

const issuing = (count: number): string =>
  /* translators: %d: how many documents. */
  sprintf(_n("Issuing %d document…", "Issuing %d documents…", count, "docket"), count);

const issueWords = (count: number, nextNumber: string): CommandWords => ({
  question: {
    /* translators: %d: how many documents. */
    title: sprintf(_n("Issue %d document?", "Issue %d documents?", count, "docket"), count),
    text: `${takesNumber(nextNumber)} ${__("Nothing is e-mailed.", "docket")}`,
    confirmLabel: __("Issue", "docket"),
  },
  running: issuing(count),
  done: (done) =>
    /* translators: %d: how many documents. */
    sprintf(_n("%d document issued", "%d documents issued", done, "docket"), done),
});

const issueAndSendWords = (count: number, nextNumber: string): CommandWords => ({
  question: {
    title: sprintf(
      /* translators: %d: how many documents. */
      _n("Issue and send %d document?", "Issue and send %d documents?", count, "docket"),
      count,
    ),
    text: `${takesNumber(nextNumber)} ${__("It is e-mailed to the address on its order.", "docket")}`,
    confirmLabel: __("Issue and send", "docket"),
  },
  running: issuing(count),
  done: (done) =>
    sprintf(
      /* translators: %d: how many documents. */
      _n(
        "%d document issued, on the way by e-mail",
        "%d documents issued, on the way by e-mail",
        done,
        "docket",
      ),
      done,
    ),
});

const sendWords = (count: number): CommandWords => ({
  question: {
    /* translators: %d: how many documents. */
    title: sprintf(_n("Send %d document?", "Send %d documents?", count, "docket"), count),
    text: __(
      "Each one is e-mailed to the address on its order, also when it was sent before.",
      "docket",
    ),
    confirmLabel: __("Send", "docket"),
  },
  /* translators: %d: how many documents. */
  running: sprintf(_n("Sending %d document…", "Sending %d documents…", count, "docket"), count),
  done: (done) =>
    sprintf(
      /* translators: %d: how many documents. */
      _n("%d document on the way by e-mail", "%d documents on the way by e-mail", done, "docket"),
      done,
    ),
});

const checkWords: CommandWords = {
  question: null,
  running: __("Reading the order again…", "docket"),
  done: () => __("Checked again", "docket"),
};

const discardWords = (count: number): CommandWords => ({
  question: {
    /* translators: %d: how many drafts. */
    title: sprintf(_n("Discard %d draft?", "Discard %d drafts?", count, "docket"), count),
    text: __(
      "A draft has no number, so nothing is missing afterwards. You can make it again from its order.",
      "docket",
    ),
    confirmLabel: __("Discard", "docket"),
    isDestructive: true,
  },
  /* translators: %d: how many drafts. */
  running: sprintf(_n("Discarding %d draft…", "Discarding %d drafts…", count, "docket"), count),
  done: (done) =>
    /* translators: %d: how many drafts. */
    sprintf(_n("%d draft discarded", "%d drafts discarded", done, "docket"), done),
});
