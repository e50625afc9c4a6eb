import type { OrderRefund } from "../api/types.ts";
import type { Format } from "../frame/format-context.tsx";
import { documentWords } from "../wording/document.ts";

const words = documentWords.refund;

type Refund = Pick<OrderRefund, "amount" | "currency" | "createdAt">;

/** "€12.10 was refunded on 3 Nov 2026." A refund may be of goods alone. */
export function refundSentence({ amount, currency, createdAt }: Refund, format: Format): string {
  const day = format.day(createdAt);
  return /[1-9]/.test(amount)
    ? words.refunded(format.money(amount, currency), day)
    : words.takenBack(day);
}
