import type { DocumentSummary } from "#domain/workflows";
import { visit } from "../navigation/location.ts";
import { places } from "../navigation/route.ts";
import { Dialog } from "../parts/dialog.tsx";
import { ordersWords } from "../wording/orders.ts";

const words = ordersWords.credit.invoiceFirst;

interface InvoiceFirstDialogProps {
  readonly draft: Pick<DocumentSummary, "documentId" | "orderNumber">;
  readonly onClose: () => void;
}

/** Docket's own invoice waits as a draft: the credit note is made of it, once it is issued. */
export const InvoiceFirstDialog = ({ draft, onClose }: InvoiceFirstDialogProps) => (
  <Dialog
    title={words.title}
    confirmLabel={words.open}
    onClose={onClose}
    onConfirm={() => visit(places.document(draft.documentId))}
  >
    <p>{words.text(draft.orderNumber)}</p>
  </Dialog>
);
