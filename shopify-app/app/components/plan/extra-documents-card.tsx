import { planOf } from "#domain/billing";
import { Button, InlineStack, Text } from "@shopify/polaris";
import { useState } from "react";
import { planWords } from "../../wording/plan.ts";
import { SectionCard } from "../section-card.tsx";
import { CapFields } from "./cap-fields.tsx";
import { checkCap } from "./check-cap.ts";
import type { PlanCommand } from "./plan-command.ts";
import type { ShownPlan } from "./plan-view.ts";

const words = planWords.extra;

interface ExtraDocumentsCardProps {
  readonly plan: Pick<ShownPlan, "planId" | "subscription" | "usageCapUsd">;
  readonly isRunning: boolean;
  readonly capProblem: string;
  readonly run: (command: PlanCommand) => void;
}

/** The limit on documents above the plan, where they can be charged. */
export function ExtraDocumentsCard({ plan, ...props }: ExtraDocumentsCardProps) {
  const { planId, subscription, usageCapUsd } = plan;
  const { extraDocumentUsd } = planOf(planId);
  if (usageCapUsd === null || subscription === null || extraDocumentUsd === null) return null;
  if (subscription.interval === "yearly") {
    return (
      <SectionCard title={words.title}>
        <Text as="p">{words.yearly}</Text>
      </SectionCard>
    );
  }
  // Another limit that was saved is followed, as a form of the settings does.
  return (
    <CapForm
      key={usageCapUsd}
      plan={plan}
      saved={usageCapUsd}
      priceUsd={extraDocumentUsd}
      {...props}
    />
  );
}

function CapForm({
  plan: { planId },
  saved,
  priceUsd,
  ...props
}: ExtraDocumentsCardProps & { readonly saved: string; readonly priceUsd: string }) {
  const savedCap = /[1-9]/.test(saved) ? saved : null;
  const [cap, setCap] = useState(savedCap);
  const [typedProblem, setTypedProblem] = useState("");
  const save = () => {
    const problem = checkCap(cap);
    setTypedProblem(problem);
    if (problem === "" && planId !== "free") {
      props.run({ intent: "changeCap", planId, interval: "monthly", cap });
    }
  };
  return (
    <SectionCard title={words.title} text={words.text}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <CapFields
          titleHidden
          priceUsd={priceUsd}
          cap={cap}
          error={typedProblem || props.capProblem}
          onChange={(next) => {
            setCap(next);
            setTypedProblem("");
          }}
        />
      </form>
      <InlineStack>
        <Button disabled={cap === savedCap || props.isRunning} onClick={save}>
          {words.save}
        </Button>
      </InlineStack>
    </SectionCard>
  );
}
