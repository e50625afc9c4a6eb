import { ordersWords } from "../../wording/orders.ts";
import { formatDate } from "../format.ts";
import { elsewhereSchema, type CreditCommand } from "./make-document.ts";

type Invoice = NonNullable<CreditCommand["elsewhere"]>;

/** A message for each field that needs one; else "". */
type InvoiceErrors = Readonly<Record<keyof Invoice, string>>;
export const NO_ERRORS: InvoiceErrors = { number: "", issueDate: "" };

interface Calendar {
  /** YYYY-MM-DD, like `today`. */
  readonly orderDate: string;
  readonly today: string;
}

/** An invoice has a number, and a date between its order and now. */
export function checkInvoice(
  typed: Invoice,
  { orderDate, today }: Calendar,
): { readonly invoice: Invoice | null; readonly errors: InvoiceErrors } {
  const checked = elsewhereSchema.safeParse(typed);
  if (!checked.success) {
    const messages = checked.error.issues.map(({ path, message }) => [path.join("."), message]);
    return { invoice: null, errors: { ...NO_ERRORS, ...Object.fromEntries(messages) } };
  }
  const { issueDate } = checked.data;
  const { early, future } = ordersWords.credit;
  if (issueDate > today) return { invoice: null, errors: { ...NO_ERRORS, issueDate: future } };
  if (issueDate < orderDate) {
    return { invoice: null, errors: { ...NO_ERRORS, issueDate: early(formatDate(orderDate)) } };
  }
  return { invoice: checked.data, errors: NO_ERRORS };
}
