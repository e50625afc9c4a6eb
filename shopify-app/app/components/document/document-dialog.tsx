import type { DocumentSummary } from "#domain/workflows";
import type { ComponentProps } from "react";
import { ConfirmModal } from "../confirm-modal.tsx";
import { commandWords, type DocumentCommand } from "../documents/document-command.ts";
import type { ShownFinding } from "../findings/shown-finding.ts";
import type { CreditCommand } from "../orders/make-document.ts";
import { CreditModal } from "./credit-modal.tsx";
import type { RefundFacts } from "./refund-facts.ts";
import { RefusedDialog } from "./refused-dialog.tsx";
import { SendModal } from "./send-modal.tsx";

/** What the open dialog asks about. */
export type Asking =
  | { readonly about: "command"; readonly command: DocumentCommand }
  | { readonly about: "sending" }
  | { readonly about: "refusal" }
  | { readonly about: "credit"; readonly refund: RefundFacts };

export interface ActedOn {
  readonly summary: DocumentSummary;
  /** Why this draft cannot be issued yet. */
  readonly errors: readonly ShownFinding[];
  readonly nextNumber: string;
  readonly creditNumber: ComponentProps<typeof CreditModal>["nextNumber"];
}

interface DocumentDialogProps extends ActedOn {
  readonly asking: Asking;
  readonly onRun: (command: DocumentCommand) => void;
  readonly onCredit: (command: CreditCommand) => void;
  readonly onClose: () => void;
}

/** The question before something is done with a document. An answer closes it. */
export function DocumentDialog({ asking, summary, onRun, onClose, ...props }: DocumentDialogProps) {
  const { documentId, orderId } = summary;
  const documentIds = [documentId];
  const run = (command: DocumentCommand) => {
    onRun(command);
    onClose();
  };
  switch (asking.about) {
    case "command":
      return (
        <ConfirmModal
          question={commandWords(asking.command, props.nextNumber).question}
          onCancel={onClose}
          onConfirm={() => run(asking.command)}
        />
      );
    case "sending":
      return (
        <SendModal
          recipient={summary.recipient}
          onClose={onClose}
          onSend={(mail) => run({ intent: "send", documentIds, ...mail })}
        />
      );
    case "refusal":
      return (
        <RefusedDialog
          kind={summary.kind}
          errors={props.errors}
          onCheck={() => run({ intent: "check", documentIds })}
          onClose={onClose}
        />
      );
    case "credit":
      return (
        <CreditModal
          refund={asking.refund}
          nextNumber={props.creditNumber}
          onClose={onClose}
          onMake={(how) => {
            const { refundId } = asking.refund;
            props.onCredit({ orderId, refundId, elsewhere: null, how });
            onClose();
          }}
        />
      );
  }
}
