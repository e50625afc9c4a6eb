import { Modal, Text } from "@shopify/polaris";

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
  return (
    <Modal
      open={question !== null}
      onClose={onCancel}
      title={question?.title ?? ""}
      size="small"
      primaryAction={{
        content: question?.confirmLabel ?? "",
        destructive: question?.isDestructive ?? false,
        onAction: onConfirm,
      }}
      secondaryActions={[{ content: "Cancel", onAction: onCancel }]}
    >
      <Modal.Section>
        <Text as="p">{question?.text}</Text>
      </Modal.Section>
    </Modal>
  );
}
