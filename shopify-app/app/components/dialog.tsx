import { Modal, type ModalProps } from "@shopify/polaris";
import type { ReactNode } from "react";
import { useFocusReturn } from "./focus-return.tsx";

interface DialogProps {
  readonly title: string;
  readonly primaryAction: NonNullable<ModalProps["primaryAction"]>;
  /** Of the way out. */
  readonly dismissLabel?: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A question with its answer and a way out. Mount it only while it is open, so that it begins afresh each time. */
export function Dialog({ title, primaryAction, onClose, children, ...props }: DialogProps) {
  useFocusReturn();
  return (
    <Modal
      open
      size="small"
      title={title}
      onClose={onClose}
      primaryAction={primaryAction}
      secondaryActions={[{ content: props.dismissLabel ?? "Cancel", onAction: onClose }]}
    >
      <Modal.Section>{children}</Modal.Section>
    </Modal>
  );
}
