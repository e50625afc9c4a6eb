import type { Desk } from "#server/wiring";
import { shownFinding } from "../components/findings/shown-finding.ts";
import type { MakeOutcome } from "../components/orders/make-document.ts";

/** What the page is told of a document that was made by hand, or was not. */
export function makeOutcome(made: Awaited<ReturnType<Desk["makeDocument"]>>): MakeOutcome {
  if (made.ok) return { made: made.value };
  const { code, message, findings = [], draft = null } = made.problem;
  return {
    problem: message,
    findings: findings.map(shownFinding),
    isPlanFull: code === "allowance-reached",
    draft,
  };
}
