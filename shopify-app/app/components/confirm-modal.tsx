import { Text } from "@shopify/polaris";
import { Dialog } from "./dialog.tsx";

export interface Question {
  readonly title: string;
  readonly text: string;
  readonly confirmLabel: string;
  /** Where "Cancel" could be understood as the answer. */
  readonly dismissLabel?: string;
  readonly isDestructive?: boolean;
  /** The answer was given, and is being carried out. */
  readonly isRunning?: boolean;
}

interface ConfirmModalProps {
  /** Null closes it. */
  readonly question: Question | null;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
}

/** Asks before something that cannot be undone. */
export function ConfirmModal({ question, onConfirm, onCancel }: ConfirmModalProps) {
  if (question === null) return null;
  const { title, text, confirmLabel, isDestructive = false, isRunning = false } = question;
  return (
    <Dialog
      title={title}
      onClose={onCancel}
      {...(question.dismissLabel ? { dismissLabel: question.dismissLabel } : {})}
      primaryAction={{
        content: confirmLabel,
        destructive: isDestructive,
        loading: isRunning,
        onAction: onConfirm,
      }}
    >
      <Text as="p">{text}</Text>
    </Dialog>
  );
}
