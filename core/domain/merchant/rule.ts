import { z } from "zod";
import { documentKindSchema } from "./document-kind.ts";

const ORDER_EVENTS = [
  "orderCreated",
  "orderPaid",
  "orderFulfilled",
  "orderCancelled",
  /** Money went back, or an edit took something off what was invoiced. The only event of a credit note. */
  "orderRefunded",
] as const;
export const orderEventSchema = z.enum(ORDER_EVENTS);
export type OrderEvent = z.infer<typeof orderEventSchema>;

export const ruleSchema = z.strictObject({
  ruleId: z.string().regex(/^[a-z0-9-]{1,40}$/, "use lower-case letters, digits and dashes"),
  isActive: z.boolean().default(true),
  kind: documentKindSchema,
  event: orderEventSchema,
  /** Only orders that are paid, only those still to be paid, or both. */
  when: z.enum(["always", "paid", "toBePaid"]).default("always"),
  journalId: z.string(),
  /** `send`: issue and e-mail at once. `draft`: wait, without a number, until someone issues it. */
  delivery: z.enum(["send", "draft"]).default("send"),
  /** When the rule was made or switched on. Orders placed before it are not made up for. Kept by the desk. */
  activeSince: z.iso.datetime({ offset: true }).optional(),
});
/** For this kind of document, on this event, in this journal, send or leave as draft. */
export type Rule = Readonly<z.infer<typeof ruleSchema>>;

export const DEFAULT_RULES: z.input<typeof ruleSchema>[] = [
  {
    ruleId: "invoice-when-paid",
    kind: "invoice",
    event: "orderPaid",
    journalId: "invoices",
    delivery: "send",
  },
  {
    ruleId: "credit-note-when-refunded",
    kind: "creditNote",
    event: "orderRefunded",
    journalId: "credit-notes",
    delivery: "send",
  },
];
