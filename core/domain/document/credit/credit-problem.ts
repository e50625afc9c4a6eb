import type { Problem } from "#domain/result";

/**
 * `credit-exceeds-invoice`: more would be given back than was invoiced, and is not credited yet. `not-invoiced`: a refunded line
 * is on no invoice. `nothing-to-credit`: a refund that gives nothing back, or only what was paid too much.
 */
export type CreditProblem = Problem<
  "credit-exceeds-invoice" | "not-invoiced" | "nothing-to-credit"
>;
