import { Modal } from "@wordpress/components";
import type { ReactNode } from "react";
import { frameWords } from "../wording/frame.ts";
import { PushButton } from "./push-button.tsx";

interface DialogProps {
  readonly title: string;
  readonly confirmLabel: string;
  readonly cancelLabel?: string;
  readonly isDestructive?: boolean;
  readonly isDisabled?: boolean;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A question with its answer and a way out. Mount it only while it is open, so that it begins afresh each time. */
export const Dialog = ({
  cancelLabel = frameWords.cancel,
  isDestructive = false,
  isDisabled = false,
  ...props
}: DialogProps) => (
  <Modal title={props.title} size="medium" className="docket-dialog" onRequestClose={props.onClose}>
    <form
      noValidate
      className="docket-stack"
      onSubmit={(event) => {
        event.preventDefault();
        // React tells the form that this dialog was opened from, too.
        event.stopPropagation();
        if (!isDisabled) props.onConfirm();
      }}
    >
      {props.children}
      <div className="docket-dialog-buttons">
        <PushButton variant="tertiary" onClick={props.onClose}>
          {cancelLabel}
        </PushButton>
        <PushButton
          type="submit"
          variant="primary"
          isDestructive={isDestructive}
          isDisabled={isDisabled}
        >
          {props.confirmLabel}
        </PushButton>
      </div>
    </form>
  </Modal>
);
