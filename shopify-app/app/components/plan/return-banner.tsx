import { useSearchParams } from "@remix-run/react";
import { Banner } from "@shopify/polaris";
import { planNames, planWords } from "../../wording/plan.ts";
import { formatDay, formatMoney } from "../format.ts";
import { useShopFacts } from "../shop-facts.tsx";
import type { ShownPlan } from "./plan-view.ts";
import { readReturn, type Returned } from "./read-return.ts";

const words = planWords.back;

interface ReturnBannerProps {
  readonly returned: Returned;
  readonly plan: ShownPlan;
}

/** Tells who comes back from Shopify what became of it. */
export function ReturnBanner({ returned, plan }: ReturnBannerProps) {
  const [, setParams] = useSearchParams();
  const { timeZone } = useShopFacts();
  const asked = planNames[returned.asked.planId];
  const { endsAt, paidUntil } = plan.subscription ?? {};
  const end = endsAt ?? paidUntil;
  const endDay = end ? formatDay(end, timeZone) : "";
  const onDismiss = () => setParams({}, { replace: true });
  switch (readReturn(returned, plan)) {
    case "changed": {
      const cap = plan.usageCapUsd ?? "";
      return (
        <Banner tone="success" title={words.changed(asked)} onDismiss={onDismiss}>
          {/[1-9]/.test(cap) ? words.cap(formatMoney(cap, "USD")) : null}
        </Banner>
      );
    }
    case "notApproved":
      return (
        <Banner tone="info" title={words.unchanged} onDismiss={onDismiss}>
          {words.notApproved}
        </Banner>
      );
    case "follows":
      return (
        <Banner tone="success" title={words.follows(asked)} onDismiss={onDismiss}>
          {words.followsText(endDay)}
        </Banner>
      );
    case "perhapsLater":
      return (
        <Banner tone="info" title={words.same} onDismiss={onDismiss}>
          {words.perhapsLater(endDay)}
        </Banner>
      );
    case "unknown":
      return (
        <Banner tone="warning" title={words.unknown} onDismiss={onDismiss}>
          {words.reload}
        </Banner>
      );
  }
}
