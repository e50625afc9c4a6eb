import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { authenticateAdmin } from "../authenticate-admin.server.ts";
import {
  elsewhereSchema,
  MAKE_HOWS,
  type CreditCommand,
  type MakeOutcome,
} from "../components/orders/make-document.ts";
import type { RefundsAnswer } from "../components/orders/use-refunds.ts";
import { makeOutcome } from "../requests/make-outcome.server.ts";
import { readJson } from "../requests/read-json.server.ts";
import { refuse } from "../requests/refuse.server.ts";

const id = z.string().min(1).max(200);

/** What the shop gave back on an order. */
export async function loader(args: LoaderFunctionArgs): Promise<RefundsAnswer> {
  const { desk } = await authenticateAdmin(args);
  const orderId = id.safeParse(new URL(args.request.url).searchParams.get("orderId"));
  if (!orderId.success) refuse(400, "Which order?");
  const refunds = await desk.listRefunds(orderId.data);
  return refunds.ok ? { refunds: refunds.value } : { problem: refunds.problem.message };
}

const creditCommandSchema: z.ZodType<CreditCommand> = z.strictObject({
  orderId: id,
  refundId: id,
  elsewhere: elsewhereSchema.nullable(),
  how: z.enum(MAKE_HOWS),
});

/** Makes the credit note of a refund. */
export async function action(args: ActionFunctionArgs): Promise<MakeOutcome> {
  const { desk } = await authenticateAdmin(args);
  const { elsewhere, how, ...refund } = await readJson(args.request, creditCommandSchema);
  return makeOutcome(await desk.creditRefund(refund, elsewhere, how));
}
