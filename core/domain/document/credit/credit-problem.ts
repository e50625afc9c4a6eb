import type { Problem } from "#domain/result";

/**
 * `credit-exceeds-invoice`: more would be given back than was invoiced, and is not credited yet. `not-invoiced`: a refunded line
 * is on no invoice. `nothing-to-credit`: a refund that gives nothing back, or only what was paid too much.
 */
export type CreditProblem = Problem<
  "credit-exceeds-invoice" | "not-invoiced" | "nothing-to-credit"
>;

export const NOTHING_TO_CREDIT: CreditProblem = {
  code: "nothing-to-credit",
  message:
    "This refund takes nothing off what was invoiced: all of it is credited already, or no price was given back, or only " +
    "what was paid too much. It needs no credit note.",
};
