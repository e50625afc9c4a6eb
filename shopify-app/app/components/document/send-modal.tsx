import { emailSchema } from "#domain/party";
import { asSentence } from "#domain/result";
import { TextField } from "@shopify/polaris";
import { useState } from "react";
import { documentWords } from "../../wording/document.ts";
import { Dialog } from "../dialog.tsx";

const words = documentWords.sendModal;
const recipientSchema = emailSchema.min(1, words.missing);

interface SendModalProps {
  /** The address on the order. */
  readonly recipient: string;
  readonly onSend: (mail: { readonly recipient: string; readonly requestId: string }) => void;
  readonly onClose: () => void;
}

/** Asks to whom a document goes, beginning with the order's address. */
export function SendModal({ recipient, onSend, onClose }: SendModalProps) {
  const [address, setAddress] = useState(recipient);
  const [error, setError] = useState("");
  // One per opened modal, so that a double click is one mail.
  const [requestId] = useState(() => crypto.randomUUID());
  const send = () => {
    const checked = recipientSchema.safeParse(address);
    if (checked.success) onSend({ recipient: checked.data, requestId });
    else setError(asSentence(checked.error.issues[0]?.message ?? ""));
  };
  return (
    <Dialog
      title={words.title}
      onClose={onClose}
      primaryAction={{ content: words.confirm, onAction: send }}
    >
      <form
        noValidate
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
          onChange={(typed) => {
            setAddress(typed);
            setError("");
          }}
          error={error}
          autoComplete="email"
        />
      </form>
    </Dialog>
  );
}
