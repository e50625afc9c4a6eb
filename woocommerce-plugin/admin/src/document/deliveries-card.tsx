import type { Delivery, DeliveryState } from "#domain/workflows";
import { useFormat } from "../frame/format-context.tsx";
import { Badge, type Tone } from "../parts/badge.tsx";
import { SectionCard } from "../parts/section-card.tsx";
import { deliveryStateNames, documentWords } from "../wording/document.ts";

const words = documentWords.deliveries;

const tones: Readonly<Record<DeliveryState, Tone>> = {
  waiting: "info",
  sent: "success",
  failed: "error",
};

/** To whom it went, and what the mail server said when it did not. */
export const DeliveriesCard = ({ deliveries }: { readonly deliveries: readonly Delivery[] }) => (
  <SectionCard title={words.title}>
    {deliveries.length === 0 && <p className="docket-quiet">{words.none}</p>}
    {deliveries.map((delivery) => (
      <DeliveryEntry key={delivery.deliveryId} delivery={delivery} />
    ))}
  </SectionCard>
);

function DeliveryEntry({ delivery }: { readonly delivery: Delivery }) {
  const { instant } = useFormat();
  const { state, attempts, nextAttemptAt, subject, lastProblem } = delivery;
  const facts = [
    instant(delivery.sentAt ?? delivery.createdAt),
    attempts > 1 && words.attempts(attempts),
    state === "waiting" &&
      attempts > 0 &&
      nextAttemptAt &&
      words.nextAttempt(instant(nextAttemptAt)),
  ];
  return (
    <div className="docket-entry">
      <div className="docket-line">
        <strong className="docket-own-words">{delivery.recipient}</strong>
        <Badge tone={tones[state]}>{deliveryStateNames[state]}</Badge>
      </div>
      {subject && <p className="docket-own-words">{subject}</p>}
      {state !== "sent" && lastProblem && <p className="docket-error">{lastProblem}</p>}
      <p className="docket-quiet">{facts.filter(Boolean).join(" · ")}</p>
    </div>
  );
}
