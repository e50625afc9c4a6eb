import { Card, CardBody } from "@wordpress/components";
import type { BillingInterval, Plan } from "#domain/billing";
import type { PlanOffer, PlanView } from "../api/types.ts";
import { useFormat } from "../frame/format-context.tsx";
import { Badge } from "../parts/badge.tsx";
import { PushButton } from "../parts/push-button.tsx";
import { planWords } from "../wording/plan.ts";
import { priceText } from "./describe-present.ts";
import { offerAction } from "./offer-action.ts";
import { startText } from "./start-text.ts";

const words = planWords.offers;

interface PlanOfferCardProps {
  readonly offer: PlanOffer;
  readonly interval: BillingInterval;
  readonly present: PlanView;
  readonly isBusy: boolean;
  readonly onSelect: (offer: PlanOffer, interval: BillingInterval) => void;
  readonly onCancel: (() => void) | null;
}

/** One plan: its price, what it includes, and what can be done about it now. */
export function PlanOfferCard({ offer, interval, present, ...props }: PlanOfferCardProps) {
  const format = useFormat();
  const { plan } = offer;
  const isFree = plan.planId === "free";
  const amount = interval === "monthly" ? offer.monthlyUsd : offer.yearlyUsd;
  const price = priceText(amount, interval, format);
  const action = offerAction(offer, interval, { present, dayOf: format.day });
  const start = action.type === "select" ? startText(present, price, format.day) : "";
  const isHere = present.planId === plan.planId;
  const select = () =>
    action.type === "cancel" ? props.onCancel?.() : props.onSelect(offer, interval);
  return (
    <Card as="li" className="docket-card">
      <CardBody className="docket-offer">
        <h3 className="docket-line">
          {plan.name} {isHere && <Badge tone="success">{hereLabel(present, interval)}</Badge>}
        </h3>
        <p className="docket-figure">{isFree ? words.free : price}</p>
        {start && <p className="docket-quiet">{start}</p>}
        <ul className="docket-bullets">
          {includedIn(plan).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        {(action.type === "select" || action.type === "cancel") && (
          <PushButton
            variant={isFree ? "secondary" : "primary"}
            isDisabled={props.isBusy}
            spokenName={words.selectOf(plan.name)}
            onClick={select}
          >
            {words.select}
          </PushButton>
        )}
        {action.type === "note" && action.text !== "" && (
          <p className="docket-quiet">{action.text}</p>
        )}
      </CardBody>
    </Card>
  );
}

/** Somebody who pays by the month also sees the plan by the year, and the other way round. */
function hereLabel({ subscription }: PlanView, interval: BillingInterval): string {
  return subscription === null || subscription.interval === interval
    ? words.current
    : words.currentOther[subscription.interval];
}

/** Neither the marketplace nor Docket itself charges for documents above a plan. */
const includedIn = ({ entitlements }: Plan): readonly string[] => [
  words.documents(entitlements.documentsPerMonth),
  entitlements.languages > 1 ? words.languages.many : words.languages.one,
  entitlements.eInvoices ? words.eInvoices.yes : words.eInvoices.no,
  words.waits,
];
