import type { BillingCharge } from "#domain/workflows";
import type { PlanView } from "../api/types.ts";
import { useFormat } from "../frame/format-context.tsx";
import { Amount } from "../parts/amount.tsx";
import { SectionCard } from "../parts/section-card.tsx";
import { planWords } from "../wording/plan.ts";
import { MarketplaceLink } from "./marketplace-link.tsx";

const words = planWords.charges;

/** What the merchant was billed, newest first, or who knows it. */
export function ChargesCard({ charges, manageUrl }: Pick<PlanView, "charges" | "manageUrl">) {
  if (charges !== null && charges.length > 0) {
    return (
      <SectionCard title={words.title}>
        <ul className="docket-plain docket-stack">
          {charges.map((charge) => (
            <Charge key={charge.chargeId} charge={charge} />
          ))}
        </ul>
      </SectionCard>
    );
  }
  return (
    <SectionCard title={words.title}>
      <p className="docket-quiet">
        {charges !== null ? words.none : manageUrl === null ? words.unknown : words.elsewhere}
      </p>
      {charges === null && manageUrl !== null && (
        <p>
          <MarketplaceLink url={manageUrl}>{words.open}</MarketplaceLink>
        </p>
      )}
    </SectionCard>
  );
}

function Charge({ charge }: { readonly charge: BillingCharge }) {
  const { day } = useFormat();
  return (
    <li className="docket-spread">
      <div>
        {charge.description}
        <p className="docket-quiet">{day(charge.at)}</p>
      </div>
      <Amount amount={charge.amountUsd} currency="USD" />
    </li>
  );
}
