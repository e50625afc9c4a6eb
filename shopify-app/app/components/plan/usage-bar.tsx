import { usageLevel } from "#domain/billing";
import { Badge, BlockStack, InlineStack, ProgressBar, Text } from "@shopify/polaris";
import { useId } from "react";
import { planWords } from "../../wording/plan.ts";
import { formatMoney } from "../format.ts";
import type { ShownUse } from "./plan-view.ts";

const words = planWords.usage;

/** The month's documents as a bar, and the same in words. */
export function UsageBar({ use }: { readonly use: ShownUse }) {
  const id = useId();
  const { issued, included, extra } = use;
  const { percent, level } = usageLevel(use);
  const isAbove = issued > included && extra !== null;
  return (
    <BlockStack gap="200">
      <InlineStack gap="200" align="space-between" blockAlign="center">
        <Text as="span" id={id}>
          {isAbove
            ? words.above(issued, included, formatMoney(extra.priceUsd, "USD"))
            : words.ofIncluded(issued, included)}
        </Text>
        {level === "near" && <Badge tone="warning">{words.percent(percent)}</Badge>}
        {level === "full" && (
          <Badge tone={extra === null ? "critical" : "attention"}>{words.full}</Badge>
        )}
      </InlineStack>
      <ProgressBar
        progress={Math.min(percent, 100)}
        size="small"
        tone={level === "full" && extra === null ? "critical" : BAR_TONES[level]}
        ariaLabelledBy={id}
      />
    </BlockStack>
  );
}

const BAR_TONES = { calm: "success", near: "highlight", full: "highlight" } as const;
