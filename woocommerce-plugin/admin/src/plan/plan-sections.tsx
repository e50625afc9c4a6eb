import { useState } from "@wordpress/element";
import { hasRoom } from "#domain/billing";
import type { PlanView } from "../api/types.ts";
import { documentName } from "../documents/document-name.ts";
import { ProblemsBanner } from "../documents/problems-banner.tsx";
import { Banner } from "../parts/banner.tsx";
import { ProblemBanner } from "../parts/problem-banner.tsx";
import { RunningNote } from "../parts/running-note.tsx";
import { documentsWords } from "../wording/documents.ts";
import { planWords as words } from "../wording/plan.ts";
import { ChargesCard } from "./charges-card.tsx";
import { HeldBanner } from "./held-banner.tsx";
import { PlanDialog, type PlanAsking } from "./plan-dialog.tsx";
import { PlanOffers } from "./plan-offers.tsx";
import { PresentPlanCard } from "./present-plan-card.tsx";
import { RequestCard } from "./request-card.tsx";
import { UsageCard } from "./usage-card.tsx";
import { useIssueHeld } from "./use-issue-held.ts";
import { usePlanCommand } from "./use-plan-command.ts";

interface PlanSectionsProps {
  readonly plan: PlanView;
  readonly onReload: () => void;
}

/** What the merchant has, what is used of it, and what else there is. */
export function PlanSections({ plan, onReload }: PlanSectionsProps) {
  const [asking, setAsking] = useState<PlanAsking | null>(null);
  const command = usePlanCommand(onReload);
  const held = useIssueHeld(onReload);
  const { use, request } = plan;
  const runningText = held.runningText ?? command.runningText;
  const isBusy = runningText !== null;
  const onCancel = plan.canCancel ? () => setAsking({ about: "cancel" }) : null;
  const close = () => setAsking(null);
  return (
    <div className="docket-stack">
      <RunningNote text={runningText} />
      {command.failure && <ProblemBanner problem={command.failure} />}
      {held.failure && <ProblemBanner problem={held.failure} />}
      {plan.problem && (
        <Banner status="warning" title={words.old.title}>
          {words.old.text(plan.problem)}
        </Banner>
      )}
      <ProblemsBanner
        problems={held.problems}
        nameOf={(documentId) => {
          const known = held.problems.find((problem) => problem.documentId === documentId);
          if (!known?.document) return documentId;
          const { document } = known;
          return documentsWords.nameWithOrder(documentName(document), document.orderNumber);
        }}
      />
      <HeldBanner
        count={use.held}
        hasRoom={hasRoom(use, use.issued)}
        isBusy={isBusy}
        onIssue={() => held.issue(use.held)}
      />
      <div className="docket-pair">
        <PresentPlanCard plan={plan} onCancel={onCancel} />
        <UsageCard use={use} />
      </div>
      {request && <RequestCard request={request} isBusy={isBusy} onWithdraw={command.withdraw} />}
      <PlanOffers
        plan={plan}
        isBusy={isBusy}
        onSelect={(offer, interval) => setAsking({ about: "select", offer, interval })}
        onCancel={onCancel}
      />
      <ChargesCard {...plan} />
      {asking && (
        <PlanDialog
          asking={asking}
          plan={plan}
          onSelect={(choice) => {
            close();
            command.select(choice);
          }}
          onCancelPlan={() => {
            close();
            command.cancel();
          }}
          onClose={close}
        />
      )}
    </div>
  );
}
