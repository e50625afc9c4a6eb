import { findingsWords } from "../../wording/findings.ts";
import { plural } from "../../wording/words.ts";
import type { Question } from "../confirm-modal.tsx";
import type { ShownFinding } from "../findings/shown-finding.ts";

/** What can be done to documents, one or many, from the list and from a document's page. */
export type DocumentCommand =
  | { readonly intent: "issue"; readonly documentIds: string[]; readonly send: boolean }
  | {
      readonly intent: "send";
      readonly documentIds: string[];
      /** Made when the merchant is asked, so that a double click is one mail. */
      readonly requestId: string;
      /** "" sends to the address on the order. */
      readonly recipient: string;
    }
  | { readonly intent: "discard"; readonly documentIds: string[] }
  /** Reads the orders again. */
  | { readonly intent: "check"; readonly documentIds: string[] };

export interface CommandOutcome {
  readonly doneCount: number;
  readonly problems: readonly {
    readonly documentId: string;
    readonly message: string;
    readonly findings: readonly ShownFinding[];
  }[];
  /** How many drafts wait for room in the plan, when that may be why something could not be issued. */
  readonly heldCount: number;
}

interface CommandWords {
  /** Null when it can be undone, so nothing is asked. */
  readonly question: Question | null;
  readonly running: string;
  /** With how many were done. */
  readonly done: (documents: string) => string;
}

/**
 * The words around a command: the question before it, the note during it, the toast after it. `nextNumber` is what a
 * single draft would get; "" when that is not known.
 */
export function commandWords(command: DocumentCommand, nextNumber = ""): CommandWords {
  const documents = plural(command.documentIds.length, "document");
  switch (command.intent) {
    case "issue":
      return command.send
        ? issueAndSendWords(documents, takesNumber(nextNumber))
        : issueWords(documents, takesNumber(nextNumber));
    case "send":
      return sendWords(documents);
    case "check":
      return checkWords;
    case "discard":
      return discardWords(plural(command.documentIds.length, "draft"));
  }
}

const takesNumber = (nextNumber: string): string =>
  nextNumber === ""
    ? "Each draft takes the next number of its journal"
    : `This draft takes number ${nextNumber}`;

const issueWords = (documents: string, takes: string): CommandWords => ({
  question: {
    title: `Issue ${documents}?`,
    text: `${takes} and can no longer be changed. Nothing is e-mailed.`,
    confirmLabel: "Issue",
  },
  running: `Issuing ${documents}…`,
  done: (count) => `${count} issued`,
});

const issueAndSendWords = (documents: string, takes: string): CommandWords => ({
  question: {
    title: `Issue and send ${documents}?`,
    text: `${takes}, can no longer be changed, and is e-mailed to the address on its order.`,
    confirmLabel: "Issue and send",
  },
  running: `Issuing ${documents}…`,
  done: (count) => `${count} issued, on the way by e-mail`,
});

const sendWords = (documents: string): CommandWords => ({
  question: {
    title: `Send ${documents}?`,
    text: "Each one is e-mailed to the address on its order, also when it was sent before.",
    confirmLabel: "Send",
  },
  running: `Sending ${documents}…`,
  done: (count) => `${count} on the way by e-mail`,
});

const checkWords: CommandWords = {
  question: null,
  running: findingsWords.checking,
  done: () => findingsWords.checked,
};

const discardWords = (drafts: string): CommandWords => ({
  question: {
    title: `Discard ${drafts}?`,
    text: "A draft has no number, so nothing is missing afterwards. You can make it again from its order.",
    confirmLabel: "Discard",
    isDestructive: true,
  },
  running: `Discarding ${drafts}…`,
  done: (count) => `${count} discarded`,
});
