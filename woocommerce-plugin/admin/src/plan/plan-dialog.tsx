import { planOf, type BillingInterval, type PlanChoice } from "#domain/billing";
import type { PlanOffer, PlanView } from "../api/types.ts";
import { useFormat } from "../frame/format-context.tsx";
import { ConfirmDialog } from "../parts/confirm-dialog.tsx";
import { planWords as words } from "../wording/plan.ts";
import { priceText } from "./describe-present.ts";
import { startText } from "./start-text.ts";

/** What the open dialog asks about. */
export type PlanAsking =
  | { readonly about: "select"; readonly offer: PlanOffer; readonly interval: BillingInterval }
  | { readonly about: "cancel" };

interface PlanDialogProps {
  readonly asking: PlanAsking;
  readonly plan: PlanView;
  readonly onSelect: (choice: PlanChoice) => void;
  readonly onCancelPlan: () => void;
  readonly onClose: () => void;
}

/** What a choice costs and what follows; then it is made. */
export function PlanDialog({ asking, plan, ...on }: PlanDialogProps) {
  const format = useFormat();
  if (asking.about === "cancel") {
    const freeCount = planOf("free").entitlements.documentsPerMonth;
    return (
      <ConfirmDialog
        question={{
          title: words.cancel.title(plan.planName),
          text: words.cancel.text(plan.planName, freeCount),
          confirmLabel: words.cancel.confirm,
          isDestructive: true,
        }}
        cancelLabel={words.cancel.keep}
        onConfirm={on.onCancelPlan}
        onCancel={on.onClose}
      />
    );
  }
  const { offer, interval } = asking;
  const { planId, name } = offer.plan;
  if (planId === "free") throw new Error("the free plan is chosen by cancelling");
  const amount = interval === "monthly" ? offer.monthlyUsd : offer.yearlyUsd;
  const price = priceText(amount, interval, format);
  const start = startText(plan, price, format.day) || price;
  return (
    <ConfirmDialog
      question={{
        title: words.select.title(name),
        text: `${start}. ${words.select.text}`,
        confirmLabel: words.select.confirm,
      }}
      onConfirm={() => on.onSelect({ planId, interval })}
      onCancel={on.onClose}
    />
  );
}
