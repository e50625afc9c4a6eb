import { ordersWords } from "../../wording/orders.ts";
import { elsewhereSchema, type CreditCommand } from "./make-document.ts";

type Invoice = NonNullable<CreditCommand["elsewhere"]>;

/** A message for each field that needs one; else "". */
type InvoiceErrors = Readonly<Record<keyof Invoice, string>>;
export const NO_ERRORS: InvoiceErrors = { number: "", issueDate: "" };

/** An invoice has a number, and a date that has been. */
export function checkInvoice(
  typed: Invoice,
  today: string,
): { readonly invoice: Invoice | null; readonly errors: InvoiceErrors } {
  const checked = elsewhereSchema.safeParse(typed);
  if (!checked.success) {
    const messages = checked.error.issues.map(({ path, message }) => [path.join("."), message]);
    return { invoice: null, errors: { ...NO_ERRORS, ...Object.fromEntries(messages) } };
  }
  return checked.data.issueDate > today
    ? { invoice: null, errors: { ...NO_ERRORS, issueDate: ordersWords.credit.future } }
    : { invoice: checked.data, errors: NO_ERRORS };
}
