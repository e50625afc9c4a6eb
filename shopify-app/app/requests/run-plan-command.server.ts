import type { PlanChoice } from "#domain/billing";
import type { Desk } from "#server/wiring";
import {
  capSchema,
  choiceText,
  type PlanCommand,
  type PlanOutcome,
} from "../components/plan/plan-command.ts";

/** Does what the plan page asks. Every command may come twice: the second changes nothing more. */
export async function runPlanCommand(
  command: PlanCommand,
  desk: Desk,
  app: { readonly shopifyApiKey: string },
): Promise<PlanOutcome> {
  const { intent } = command;
  switch (intent) {
    case "select":
    case "changeCap": {
      const cap = capSchema.nullable().safeParse(command.cap);
      if (!cap.success) return { problem: cap.error.issues[0]?.message ?? "", field: "cap" };
      const { planId, interval } = command;
      const returnUrl = returnUrlOf({ planId, interval }, desk.shop.domain, app.shopifyApiKey);
      const asked =
        intent === "select"
          ? await desk.selectPlan({ planId, interval, usageCapUsd: cap.data, returnUrl })
          : await desk.changeUsageCap({ capUsd: cap.data ?? "0.00", returnUrl });
      if (!asked.ok) return refused(asked.problem);
      const { approvalUrl } = asked.value;
      return approvalUrl === null ? { done: intent } : { approvalUrl };
    }
    case "cancel": {
      const cancelled = await desk.cancelPlan();
      return cancelled.ok ? { done: intent } : refused(cancelled.problem);
    }
    case "requestDirect":
      await desk.requestDirect({ planId: command.planId, interval: command.interval });
      return { done: intent };
    case "withdrawDirect":
      await desk.requestDirect(null);
      return { done: intent };
  }
}

const refused = ({ message }: { readonly message: string }): PlanOutcome => ({
  problem: message,
  field: "",
});

/** Back into the embedded app, on the plan page. */
function returnUrlOf(asked: PlanChoice, domain: string, apiKey: string): string {
  const query = new URLSearchParams({ asked: choiceText(asked) });
  return `https://${domain}/admin/apps/${apiKey}/app/plan?${query}`;
}
