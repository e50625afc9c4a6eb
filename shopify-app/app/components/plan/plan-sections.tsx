import { hasRoom } from "#domain/billing";
import { Banner, BlockStack, InlineGrid, type BannerHandles } from "@shopify/polaris";
import { useEffect, useRef, useState } from "react";
import { planWords as words } from "../../wording/plan.ts";
import { RunningNote } from "../running-note.tsx";
import { ChargesCard } from "./charges-card.tsx";
import { ExtraDocumentsCard } from "./extra-documents-card.tsx";
import { HeldBanner } from "./held-banner.tsx";
import { LeavingCard } from "./leaving-card.tsx";
import { PlanDialog, type PlanAsking } from "./plan-dialog.tsx";
import { PlanOffers } from "./plan-offers.tsx";
import type { ShownPlan } from "./plan-view.ts";
import { PresentPlanCard } from "./present-plan-card.tsx";
import type { Returned } from "./read-return.ts";
import { ReturnBanner } from "./return-banner.tsx";
import { UsageCard } from "./usage-card.tsx";
import { useIssueHeld } from "./use-issue-held.ts";
import { usePlanCommand } from "./use-plan-command.ts";

interface PlanSectionsProps {
  readonly plan: ShownPlan;
  /** Null unless the merchant comes back from Shopify. */
  readonly returned: Returned | null;
}

/** The plan page: what the merchant has, what is used of it, and what else there is. */
export function PlanSections({ plan, returned }: PlanSectionsProps) {
  const [asking, setAsking] = useState<PlanAsking | null>(null);
  const command = usePlanCommand(() => setAsking(null));
  const held = useIssueHeld();
  const { use } = plan;
  const onCancel = plan.canCancel ? () => setAsking({ about: "cancel" }) : null;
  return (
    <BlockStack gap="400">
      <RunningNote text={held.runningText ?? command.runningText} />
      {returned && <ReturnBanner returned={returned} plan={plan} />}
      {command.problem && <ProblemBanner text={command.problem} />}
      {plan.problem && (
        <Banner tone="warning" title={words.old.title}>
          {words.old.text(plan.problem)}
        </Banner>
      )}
      <HeldBanner count={use.held} hasRoom={hasRoom(use, use.issued)} {...held} />
      <InlineGrid columns={{ xs: 1, md: 2 }} gap="400">
        <PresentPlanCard plan={plan} onCancel={onCancel} />
        <UsageCard use={use} />
      </InlineGrid>
      <PlanOffers
        plan={plan}
        isBusy={command.isRunning}
        onSelect={(offer, interval) => setAsking({ about: "select", offer, interval })}
        onCancel={onCancel}
      />
      <ExtraDocumentsCard plan={plan} {...command} />
      <ChargesCard charges={plan.charges} />
      <LeavingCard plan={plan} isBusy={command.isRunning} onRun={command.run} />
      {asking && (
        <PlanDialog asking={asking} plan={plan} {...command} onClose={() => setAsking(null)} />
      )}
    </BlockStack>
  );
}

/** What was asked for further down the page is answered up here, so it takes the focus and is seen. */
function ProblemBanner({ text }: { readonly text: string }) {
  const banner = useRef<BannerHandles>(null);
  useEffect(() => banner.current?.focus(), []);
  return <Banner ref={banner} tone="critical" title={text} />;
}
