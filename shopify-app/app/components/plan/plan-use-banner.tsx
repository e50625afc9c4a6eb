import { usageLevel } from "#domain/billing";
import { Banner } from "@shopify/polaris";
import { PLAN_URL, planWords } from "../../wording/plan.ts";
import { formatDate, formatMoney } from "../format.ts";
import type { ShownUse } from "./plan-view.ts";

const words = planWords.home;

/** Warns when the month's documents are nearly used, and when they are. */
export function PlanUseBanner({ use }: { readonly use: ShownUse }) {
  const { level } = usageLevel(use);
  if (level === "calm") return null;
  const { issued, included, planName, extra } = use;
  return (
    <Banner
      tone={level === "full" && extra !== null ? "info" : "warning"}
      title={level === "full" ? words.full(included, planName) : words.near(issued, included)}
      action={{ content: planWords.see, url: PLAN_URL }}
    >
      {extra === null
        ? words.waits(formatDate(use.resetsOn))
        : words.charged(formatMoney(extra.priceUsd, "USD"))}
    </Banner>
  );
}
