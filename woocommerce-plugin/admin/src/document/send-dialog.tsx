import { TextControl } from "@wordpress/components";
import { useState } from "@wordpress/element";
import { FieldHelp } from "../form/field-help.tsx";
import { newId } from "../new-id.ts";
import { Dialog } from "../parts/dialog.tsx";
import { documentWords } from "../wording/document.ts";

const words = documentWords.sendDialog;

interface SendDialogProps {
  /** The address on the order. */
  readonly recipient: string;
  readonly onSend: (mail: { readonly recipient: string; readonly requestId: string }) => void;
  readonly onClose: () => void;
}

/** Asks to whom a document goes, beginning with the order's address. The service checks it; here only what is plainly none. */
export function SendDialog({ recipient, onSend, onClose }: SendDialogProps) {
  const [address, setAddress] = useState(recipient);
  const [error, setError] = useState("");
  // One per opened dialog, so that a double click is one mail.
  const [requestId] = useState(newId);
  const send = () => {
    const typed = address.trim();
    if (/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(typed)) onSend({ recipient: typed, requestId });
    else setError(words.missing);
  };
  return (
    <Dialog title={words.title} confirmLabel={words.confirm} onClose={onClose} onConfirm={send}>
      <TextControl
        __nextHasNoMarginBottom
        __next40pxDefaultSize
        type="email"
        autoComplete="email"
        label={words.recipient}
        help={<FieldHelp help={words.help} error={error} />}
        aria-invalid={error !== ""}
        value={address}
        onChange={(typed) => {
          setAddress(typed);
          setError("");
        }}
      />
    </Dialog>
  );
}
