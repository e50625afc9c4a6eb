import { useNavigate } from "@remix-run/react";
import type { DocumentSummary } from "#domain/workflows";
import { Text } from "@shopify/polaris";
import { ordersWords } from "../../wording/orders.ts";
import { Dialog } from "../dialog.tsx";
import { documentUrl } from "../documents/document-name.ts";

const words = ordersWords.credit.invoiceFirst;

interface InvoiceFirstDialogProps {
  readonly draft: Pick<DocumentSummary, "documentId" | "orderNumber">;
  readonly onClose: () => void;
}

/** Docket's own invoice waits as a draft: the credit note is made of it, once it is issued. */
export function InvoiceFirstDialog({ draft, onClose }: InvoiceFirstDialogProps) {
  const navigate = useNavigate();
  return (
    <Dialog
      title={words.title}
      onClose={onClose}
      primaryAction={{
        content: words.open,
        onAction: () => navigate(documentUrl(draft.documentId)),
      }}
    >
      <Text as="p">{words.text(draft.orderNumber)}</Text>
    </Dialog>
  );
}
