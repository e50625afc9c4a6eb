import { Modal, TextField } from "@shopify/polaris";
import { useState } from "react";
import { documentWords } from "../../wording/document.ts";

const words = documentWords.sendModal;

interface SendModalProps {
  /** The address on the order. */
  readonly recipient: string;
  readonly onSend: (mail: { readonly recipient: string; readonly requestId: string }) => void;
  readonly onClose: () => void;
}

/** Asks to whom a document goes. Mounted only while it is open, so that it starts with the order's address. */
export function SendModal({ recipient, onSend, onClose }: SendModalProps) {
  const [address, setAddress] = useState(recipient);
  const [error, setError] = useState("");
  // One per opened modal, so that a double click is one mail.
  const [requestId] = useState(() => crypto.randomUUID());
  const send = () => {
    if (address.trim() === "") setError(words.missing);
    else onSend({ recipient: address.trim(), requestId });
  };
  return (
    <Modal
      open
      size="small"
      title={words.title}
      onClose={onClose}
      primaryAction={{ content: words.confirm, onAction: send }}
      secondaryActions={[{ content: "Cancel", onAction: onClose }]}
    >
      <Modal.Section>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            send();
          }}
        >
          <TextField
            type="email"
            label={words.recipient}
            helpText={words.help}
            value={address}
            onChange={setAddress}
            error={error}
            autoComplete="email"
          />
        </form>
      </Modal.Section>
    </Modal>
  );
}
