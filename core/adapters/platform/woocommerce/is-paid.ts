import { decimal } from "#domain/money";
import type { WooOrder } from "./order-schema.ts";

/** No money has come, or it went back to where it came from. */
const UNPAID = ["pending", "failed", "checkout-draft", "auto-draft"];
/** Methods by which an order waits, on hold, until the merchant sees the money. */
const PAID_LATER = ["bacs", "cheque"];

export type PaymentState = Pick<WooOrder, "status" | "total" | "date_paid_gmt" | "payment_method">;

/** Completed, or paid at once online, whichever comes first. An order that costs nothing is paid. */
export function isPaid({
  status,
  total,
  date_paid_gmt: paidAt,
  payment_method: method,
}: PaymentState): boolean {
  if (status === "completed" || decimal(total).eq(0)) return true;
  if (!paidAt || UNPAID.includes(status)) return false;
  return !(status === "on-hold" && PAID_LATER.includes(method));
}
