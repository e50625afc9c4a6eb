import type { PlanView } from "../api/types.ts";
import { useFormat } from "../frame/format-context.tsx";
import { Badge } from "../parts/badge.tsx";
import { PushButton } from "../parts/push-button.tsx";
import { SectionCard } from "../parts/section-card.tsx";
import { planWords } from "../wording/plan.ts";
import { describePresent } from "./describe-present.ts";
import { MarketplaceLink } from "./marketplace-link.tsx";

const words = planWords.present;

interface PresentPlanCardProps {
  readonly plan: PlanView;
  /** Null where nothing can be cancelled here. */
  readonly onCancel: (() => void) | null;
}

/** What the merchant has, who bills it, and the way out of it. */
export function PresentPlanCard({ plan, onCancel }: PresentPlanCardProps) {
  const format = useFormat();
  const { badge, text, biller } = describePresent(plan, format);
  const { subscription, manageUrl } = plan;
  const isAtMarketplace = subscription?.channel === "wordpress" && manageUrl !== null;
  return (
    <SectionCard title={words.title}>
      <div className="docket-line">
        <span className="docket-figure">{plan.planName}</span>
        {badge && <Badge tone={badge.tone}>{badge.label}</Badge>}
        {subscription?.isTest === true && <Badge>{words.test}</Badge>}
      </div>
      {text && <p>{text}</p>}
      {biller && <p className="docket-quiet">{biller}</p>}
      {(isAtMarketplace || onCancel) && (
        <p className="docket-buttons">
          {isAtMarketplace && <MarketplaceLink url={manageUrl}>{words.manage}</MarketplaceLink>}
          {onCancel && <PushButton onClick={onCancel}>{words.cancel}</PushButton>}
        </p>
      )}
    </SectionCard>
  );
}
