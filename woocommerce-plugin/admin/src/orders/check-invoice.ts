import type { InvoiceElsewhere } from "./make-document.ts";

type InvoiceError = "noNumber" | "longNumber" | "noDate" | "early" | "future";

interface Checked {
  /** Null when something is wrong. */
  readonly invoice: InvoiceElsewhere | null;
  readonly errors: Readonly<Record<keyof InvoiceElsewhere, InvoiceError | null>>;
}

const MOST_CHARACTERS = 60;

interface Calendar {
  /** YYYY-MM-DD in the merchant's time zone, like `today`. */
  readonly orderDate: string;
  readonly today: string;
}

/** An invoice has a number, and a date between its order and now. */
export function checkInvoice(typed: InvoiceElsewhere, calendar: Calendar): Checked {
  const invoice = { number: typed.number.trim(), issueDate: typed.issueDate };
  const errors = {
    number: numberError(invoice.number),
    issueDate: dateError(invoice.issueDate, calendar),
  };
  const isRight = errors.number === null && errors.issueDate === null;
  return { invoice: isRight ? invoice : null, errors };
}

function numberError(number: string): InvoiceError | null {
  if (number === "") return "noNumber";
  return number.length > MOST_CHARACTERS ? "longNumber" : null;
}

function dateError(date: string, { orderDate, today }: Calendar): InvoiceError | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return "noDate";
  if (date > today) return "future";
  return date < orderDate ? "early" : null;
}
