import type { InvoiceElsewhere } from "./make-document.ts";

type InvoiceError = "noNumber" | "longNumber" | "noDate" | "future";

interface Checked {
  /** Null when something is wrong. */
  readonly invoice: InvoiceElsewhere | null;
  readonly errors: Readonly<Record<keyof InvoiceElsewhere, InvoiceError | null>>;
}

const MOST_CHARACTERS = 60;

/** An invoice has a number, and a date that has been. `today` is YYYY-MM-DD in the merchant's time zone. */
export function checkInvoice(typed: InvoiceElsewhere, today: string): Checked {
  const invoice = { number: typed.number.trim(), issueDate: typed.issueDate };
  const errors = {
    number: numberError(invoice.number),
    issueDate: dateError(invoice.issueDate, today),
  };
  const isRight = errors.number === null && errors.issueDate === null;
  return { invoice: isRight ? invoice : null, errors };
}

function numberError(number: string): InvoiceError | null {
  if (number === "") return "noNumber";
  return number.length > MOST_CHARACTERS ? "longNumber" : null;
}

function dateError(date: string, today: string): InvoiceError | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return "noDate";
  return date > today ? "future" : null;
}
