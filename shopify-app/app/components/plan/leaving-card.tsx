import { PLANS, type BillingInterval, type PlanChoice } from "#domain/billing";
import {
  BlockStack,
  Button,
  Collapsible,
  FormLayout,
  InlineStack,
  Select,
  Text,
} from "@shopify/polaris";
import { useId, useState } from "react";
import { planNames, planWords } from "../../wording/plan.ts";
import { isKeyOf, optionsOf } from "../../wording/words.ts";
import { formatDay } from "../format.ts";
import { SectionCard } from "../section-card.tsx";
import { useShopFacts } from "../shop-facts.tsx";
import type { PlanCommand } from "./plan-command.ts";
import type { ShownPlan } from "./plan-view.ts";

const words = planWords.leaving;

interface LeavingCardProps {
  readonly plan: Pick<ShownPlan, "subscription" | "request">;
  readonly isBusy: boolean;
  readonly onRun: (command: PlanCommand) => void;
}

/** The way to a subscription that Docket bills itself: a wish that is noted until we settle it. */
export function LeavingCard({ plan: { subscription, request }, isBusy, onRun }: LeavingCardProps) {
  const { timeZone } = useShopFacts();
  // Who has one that goes on needs no other.
  if (subscription?.channel === "direct" && subscription.endsAt === null) return null;
  return (
    <SectionCard title={words.title} text={words.text}>
      {request === null ? (
        <AskForDirect
          isBusy={isBusy}
          onAsk={(choice) => onRun({ intent: "requestDirect", ...choice })}
        />
      ) : (
        <>
          <Text as="p">
            {words.asked(
              planNames[request.planId],
              words.intervals[request.interval],
              formatDay(request.requestedAt, timeZone),
            )}
          </Text>
          <InlineStack>
            <Button disabled={isBusy} onClick={() => onRun({ intent: "withdrawDirect" })}>
              {words.withdraw}
            </Button>
          </InlineStack>
        </>
      )}
    </SectionCard>
  );
}

const { free: _, ...paidNames } = planNames;
const planOptions = optionsOf(paidNames).filter(({ value }) =>
  PLANS.some(({ planId, isOffered }) => planId === value && isOffered),
);

function AskForDirect({
  isBusy,
  onAsk,
}: {
  readonly isBusy: boolean;
  readonly onAsk: (choice: PlanChoice) => void;
}) {
  const id = useId();
  const [isOpen, setIsOpen] = useState(false);
  const [planId, setPlanId] = useState<PlanChoice["planId"]>("starter");
  const [interval, setInterval] = useState<BillingInterval>("monthly");
  return (
    <BlockStack gap="300">
      <InlineStack>
        <Button
          disclosure={isOpen ? "up" : "down"}
          ariaExpanded={isOpen}
          ariaControls={id}
          onClick={() => setIsOpen(!isOpen)}
        >
          {words.show}
        </Button>
      </InlineStack>
      <Collapsible id={id} open={isOpen}>
        <BlockStack gap="300">
          <Text as="p">{words.help}</Text>
          <FormLayout>
            <FormLayout.Group>
              <Select
                label={words.plan}
                options={planOptions}
                value={planId}
                onChange={(value) => isKeyOf(paidNames, value) && setPlanId(value)}
              />
              <Select
                label={words.interval}
                options={optionsOf(words.intervals)}
                value={interval}
                onChange={(value) => isKeyOf(words.intervals, value) && setInterval(value)}
              />
            </FormLayout.Group>
          </FormLayout>
          <InlineStack>
            <Button disabled={isBusy} onClick={() => onAsk({ planId, interval })}>
              {words.ask}
            </Button>
          </InlineStack>
        </BlockStack>
      </Collapsible>
    </BlockStack>
  );
}
