import { useState } from "@wordpress/element";
import { BILLING_INTERVALS, type BillingInterval } from "#domain/billing";
import type { PlanOffer, PlanView } from "../api/types.ts";
import { PushButton } from "../parts/push-button.tsx";
import { planWords } from "../wording/plan.ts";
import { MarketplaceLink } from "./marketplace-link.tsx";
import { PlanOfferCard } from "./plan-offer-card.tsx";

const words = planWords.offers;

interface PlanOffersProps {
  readonly plan: PlanView;
  readonly isBusy: boolean;
  readonly onSelect: (offer: PlanOffer, interval: BillingInterval) => void;
  /** Back to the free plan; null where that cannot be done here. */
  readonly onCancel: (() => void) | null;
}

/** The plans side by side, by the month or by the year. */
export function PlanOffers({ plan, ...props }: PlanOffersProps) {
  const [interval, setInterval] = useState<BillingInterval>(
    plan.subscription?.interval ?? "monthly",
  );
  return (
    <section className="docket-stack" aria-label={words.title}>
      <div className="docket-head">
        <div>
          <h2>{words.title}</h2>
          <p className="docket-quiet">{words.types[plan.channel]}</p>
        </div>
        <fieldset className="docket-buttons" aria-label={words.interval}>
          {BILLING_INTERVALS.map((each) => (
            <PushButton key={each} isPressed={each === interval} onClick={() => setInterval(each)}>
              {words.intervals[each]}
            </PushButton>
          ))}
        </fieldset>
      </div>
      <ul className="docket-plain docket-offers">
        {plan.offers.map((offer) => (
          <PlanOfferCard
            key={offer.plan.planId}
            offer={offer}
            interval={interval}
            present={plan}
            {...props}
          />
        ))}
      </ul>
      {plan.manageUrl !== null && (
        <div className="docket-buttons">
          <MarketplaceLink url={plan.manageUrl} variant="primary">
            {words.atMarketplace}
          </MarketplaceLink>
          <span className="docket-quiet">{words.atMarketplaceText}</span>
        </div>
      )}
    </section>
  );
}
