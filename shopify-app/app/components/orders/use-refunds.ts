import { useFetcher } from "@remix-run/react";
import { useEffect } from "react";
import type { RefundFacts } from "../document/refund-facts.ts";

export type RefundsAnswer =
  { readonly refunds: readonly RefundFacts[] } | { readonly problem: string };

/** The refunds of an order as the shop has them now; null while they are read. */
export function useRefunds(orderId: string): {
  readonly refunds: readonly RefundFacts[] | null;
  readonly problem: string;
} {
  const { load, data } = useFetcher<RefundsAnswer>();
  useEffect(() => {
    load(`/app/refunds?${new URLSearchParams({ orderId })}`);
  }, [load, orderId]);
  if (data === undefined) return { refunds: null, problem: "" };
  return "refunds" in data ? { ...data, problem: "" } : { refunds: null, ...data };
}
