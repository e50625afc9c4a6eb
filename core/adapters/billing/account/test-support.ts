import { emptyAccount, reduceBilling } from "#domain/billing";
import type { BillingStore } from "#domain/workflows";

/** One merchant's account in memory, by the domain's own rules, and a clock that tests set. */
export function openAccount() {
  let account = emptyAccount();
  let now = "2026-11-21T10:00:00.000Z";
  const billing: Pick<BillingStore, "loadAccount" | "applyEvent"> = {
    loadAccount: async () => account,
    applyEvent: async (event) => (account = reduceBilling(account, event)),
  };
  return {
    billing,
    clock: { now: () => now },
    setNow: (instant: string) => {
      now = instant;
    },
  };
}
