import { LinkButton } from "../navigation/link.tsx";
import { places } from "../navigation/route.ts";
import { Banner } from "../parts/banner.tsx";
import { PushButton } from "../parts/push-button.tsx";
import { planWords } from "../wording/plan.ts";

const words = planWords.held;

interface HeldBannerProps {
  /** How many drafts wait. */
  readonly count: number;
  readonly hasRoom: boolean;
  readonly isBusy: boolean;
  readonly onIssue: () => void;
}

/** Drafts that wait for the plan: issue them where there is room, else say what makes room. */
export function HeldBanner({ count, hasRoom, isBusy, onIssue }: HeldBannerProps) {
  if (count === 0) return null;
  return (
    <Banner status={hasRoom ? "info" : "warning"} title={words.title(count)}>
      <p>{hasRoom ? words.room : words.noRoom}</p>
      <p className="docket-buttons">
        {hasRoom && (
          <PushButton variant="primary" isDisabled={isBusy} onClick={onIssue}>
            {words.issue}
          </PushButton>
        )}
        <LinkButton to={places.documents({ view: "drafts" })}>{words.list}</LinkButton>
      </p>
    </Banner>
  );
}
