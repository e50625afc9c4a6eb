import { Dialog } from "./dialog.tsx";

export interface Question {
  readonly title: string;
  readonly text: string;
  readonly confirmLabel: string;
  readonly isDestructive?: boolean;
}

interface ConfirmDialogProps {
  /** Null closes it. */
  readonly question: Question | null;
  readonly cancelLabel?: string;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
}

/** Asks before something that cannot be undone. */
export function ConfirmDialog({ question, onConfirm, onCancel, ...labels }: ConfirmDialogProps) {
  if (question === null) return null;
  const { text, ...asked } = question;
  return (
    <Dialog {...asked} {...labels} onClose={onCancel} onConfirm={onConfirm}>
      <p>{text}</p>
    </Dialog>
  );
}
