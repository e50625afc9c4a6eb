import type { Finding } from "#domain/doctor";
import type { DocumentSummary } from "#domain/workflows";
import type { NumberPreview, OrderRefund } from "../api/types.ts";
import type { DocumentCommand } from "../documents/document-command.ts";
import { FindingTexts } from "../findings/finding-texts.tsx";
import type { CreditCommand } from "../orders/make-document.ts";
import { ConfirmDialog } from "../parts/confirm-dialog.tsx";
import { Dialog } from "../parts/dialog.tsx";
import { commandWords } from "../wording/commands.ts";
import { findingsWords } from "../wording/findings.ts";
import { CreditDialog } from "./credit-dialog.tsx";
import { SendDialog } from "./send-dialog.tsx";

/** What the open dialog asks about. */
export type Asking =
  | { readonly about: "command"; readonly command: DocumentCommand }
  | { readonly about: "sending" }
  | { readonly about: "refusal" }
  | { readonly about: "credit"; readonly refund: OrderRefund };

interface DocumentDialogProps {
  readonly asking: Asking;
  readonly summary: DocumentSummary;
  /** Why this draft cannot be issued yet. */
  readonly errors: readonly Finding[];
  /** The number this draft would get now; "" when that is not known. */
  readonly nextNumber: string;
  readonly creditNumber: NumberPreview | undefined;
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
        <ConfirmDialog
          question={commandWords(asking.command, props.nextNumber).question}
          onCancel={onClose}
          onConfirm={() => run(asking.command)}
        />
      );
    case "sending":
      return (
        <SendDialog
          recipient={summary.recipient}
          onClose={onClose}
          onSend={(mail) => run({ intent: "send", documentIds, ...mail })}
        />
      );
    case "refusal":
      return (
        <Dialog
          title={findingsWords.refused.titles[summary.kind]}
          confirmLabel={findingsWords.check}
          onConfirm={() => run({ intent: "check", documentIds })}
          onClose={onClose}
        >
          <p>{findingsWords.refused.text(props.errors.length)}</p>
          <FindingTexts findings={props.errors} />
        </Dialog>
      );
    case "credit":
      return (
        <CreditDialog
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
