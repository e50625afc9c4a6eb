import { BILLING_INTERVALS, PLAN_IDS, type PlanChoice } from "#domain/billing";
import { decimal, formatAmount, roundToMoney } from "#domain/money";
import { z } from "zod";
import { planWords } from "../../wording/plan.ts";

const MOST_USD = "10000";

/** A limit in US dollars as people type it; "25" and "25,5" become "25.00" and "25.50". */
export const capSchema = z
  .string()
  .trim()
  .regex(/^\d{1,5}([.,]\d{1,2})?$/, planWords.extra.capProblem)
  .transform((typed) => decimal(typed.replace(",", ".")))
  .refine((cap) => cap.gt(decimal("0")) && cap.lte(decimal(MOST_USD)), planWords.extra.capProblem)
  .transform((cap) => formatAmount(roundToMoney(cap, "USD")));

const choice = {
  planId: z.enum(PLAN_IDS).exclude(["free"]),
  interval: z.enum(BILLING_INTERVALS),
};
/** As it was typed: `capSchema` says what is wrong with it, beside its field. Null lets documents wait. */
const cap = z.string().max(20).nullable();

/** What a merchant can do on the plan page. */
export const planCommandSchema = z.discriminatedUnion("intent", [
  z.strictObject({ intent: z.literal("select"), ...choice, cap }),
  z.strictObject({ intent: z.literal("changeCap"), ...choice, cap }),
  z.strictObject({ intent: z.literal("cancel") }),
  z.strictObject({ intent: z.literal("requestDirect"), ...choice }),
  z.strictObject({ intent: z.literal("withdrawDirect") }),
]);
export type PlanCommand = Readonly<z.infer<typeof planCommandSchema>>;

/** Where the merchant goes on, that it is done, or why it is not. */
export type PlanOutcome =
  | { readonly approvalUrl: string }
  | { readonly done: PlanCommand["intent"] }
  | { readonly problem: string; readonly field: "cap" | "" };

/** A choice in an address: `starter.monthly`. */
export const choiceText = ({ planId, interval }: PlanChoice): string => `${planId}.${interval}`;

/** Undefined for anything that is no choice. */
export function readChoice(text: string | null): PlanChoice | undefined {
  const [planId, interval] = (text ?? "").split(".");
  const parsed = z.strictObject(choice).safeParse({ planId, interval });
  return parsed.success ? parsed.data : undefined;
}
