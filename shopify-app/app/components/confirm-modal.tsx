import { Text } from "@shopify/polaris";
import { Dialog } from "./dialog.tsx";

export interface Question {
  readonly title: string;
  readonly text: string;
  readonly confirmLabel: string;
  readonly isDestructive?: boolean;
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
  const { title, text, confirmLabel, isDestructive = false } = question;
  return (
    <Dialog
      title={title}
      onClose={onCancel}
      primaryAction={{ content: confirmLabel, destructive: isDestructive, onAction: onConfirm }}
    >
      <Text as="p">{text}</Text>
    </Dialog>
  );
}
