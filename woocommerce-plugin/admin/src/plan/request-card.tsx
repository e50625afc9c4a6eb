import { planOf, type DirectRequest } from "#domain/billing";
import { useFormat } from "../frame/format-context.tsx";
import { PushButton } from "../parts/push-button.tsx";
import { SectionCard } from "../parts/section-card.tsx";
import { planWords } from "../wording/plan.ts";

const words = planWords.request;

interface RequestCardProps {
  readonly request: DirectRequest;
  readonly isBusy: boolean;
  readonly onWithdraw: () => void;
}

/** A wish that is noted until Docket settles it, and the way back. */
export function RequestCard({ request, isBusy, onWithdraw }: RequestCardProps) {
  const { day } = useFormat();
  const { planId, interval, requestedAt } = request;
  return (
    <SectionCard title={words.title}>
      <p>
        {words.asked[interval](planOf(planId).name, day(requestedAt))} {planWords.select.text}
      </p>
      <p>
        <PushButton isDisabled={isBusy} onClick={onWithdraw}>
          {words.withdraw}
        </PushButton>
      </p>
    </SectionCard>
  );
}
