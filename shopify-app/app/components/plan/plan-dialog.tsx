import { planOf, type BillingInterval } from "#domain/billing";
import { BlockStack, Text } from "@shopify/polaris";
import { useState } from "react";
import { planWords } from "../../wording/plan.ts";
import { ConfirmModal } from "../confirm-modal.tsx";
import { Dialog } from "../dialog.tsx";
import { formatDay } from "../format.ts";
import { useShopFacts } from "../shop-facts.tsx";
import { CapFields } from "./cap-fields.tsx";
import { checkCap } from "./check-cap.ts";
import { priceText } from "./describe-present.ts";
import type { PlanCommand } from "./plan-command.ts";
import type { ShownOffer, ShownPlan } from "./plan-view.ts";
import { startText } from "./start-text.ts";

/** What the open dialog asks about. */
export type PlanAsking =
  | { readonly about: "select"; readonly offer: ShownOffer; readonly interval: BillingInterval }
  | { readonly about: "cancel" };

interface PlanDialogProps {
  readonly asking: PlanAsking;
  readonly plan: ShownPlan;
  readonly isRunning: boolean;
  readonly capProblem: string;
  readonly run: (command: PlanCommand) => void;
  readonly onClose: () => void;
}

export function PlanDialog({ asking, ...props }: PlanDialogProps) {
  return asking.about === "select" ? (
    <SelectDialog {...asking} {...props} />
  ) : (
    <CancelDialog {...props} />
  );
}

type SelectDialogProps = Omit<PlanDialogProps, "asking"> &
  Extract<PlanAsking, { readonly about: "select" }>;

/** What the plan costs and when, and what happens above it; then Shopify asks for the approval. */
function SelectDialog({ offer, interval, plan, ...props }: SelectDialogProps) {
  const { timeZone } = useShopFacts();
  const [cap, setCap] = useState<string | null>(null);
  const [typedProblem, setTypedProblem] = useState("");
  const { planId, name, extraDocumentUsd } = offer.plan;
  if (planId === "free") throw new Error("the free plan is chosen by cancelling");
  const price = priceText(interval === "monthly" ? offer.monthlyUsd : offer.yearlyUsd, interval);
  const start = startText(plan, price, (instant) => formatDay(instant, timeZone));
  const select = () => {
    const problem = checkCap(cap);
    setTypedProblem(problem);
    if (problem === "") props.run({ intent: "select", planId, interval, cap });
  };
  return (
    <Dialog
      title={planWords.select.title(name)}
      onClose={props.onClose}
      primaryAction={{
        content: planWords.select.continue,
        loading: props.isRunning,
        onAction: select,
      }}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          select();
        }}
      >
        <BlockStack gap="400">
          <BlockStack gap="100">
            <Text as="p" fontWeight="semibold">
              {start === "" ? `${price}.` : `${start}.`}
            </Text>
            <Text as="p">{planWords.select.next}</Text>
          </BlockStack>
          {interval === "monthly" && extraDocumentUsd !== null && (
            <CapFields
              priceUsd={extraDocumentUsd}
              cap={cap}
              error={typedProblem || props.capProblem}
              onChange={(next) => {
                setCap(next);
                setTypedProblem("");
              }}
            />
          )}
          {interval === "yearly" && (
            <Text as="p" tone="subdued">
              {planWords.extra.yearly}
            </Text>
          )}
        </BlockStack>
      </form>
    </Dialog>
  );
}

type CancelDialogProps = Pick<PlanDialogProps, "plan" | "isRunning" | "run" | "onClose">;

function CancelDialog({ plan, isRunning, run, onClose }: CancelDialogProps) {
  const { timeZone } = useShopFacts();
  const { trialEndsAt, paidUntil } = plan.subscription ?? {};
  const keptUntil = plan.state === "trial" ? trialEndsAt : paidUntil;
  const { cancel } = planWords;
  return (
    <ConfirmModal
      question={{
        title: cancel.title(plan.planName),
        text: cancel.text(
          plan.planName,
          keptUntil ? formatDay(keptUntil, timeZone) : "",
          planOf("free").entitlements.documentsPerMonth,
        ),
        confirmLabel: cancel.confirm,
        dismissLabel: cancel.keep,
        isDestructive: true,
        isRunning,
      }}
      onCancel={onClose}
      onConfirm={() => run({ intent: "cancel" })}
    />
  );
}
