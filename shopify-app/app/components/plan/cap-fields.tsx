import { BlockStack, ChoiceList, TextField } from "@shopify/polaris";
import { useId } from "react";
import { planWords } from "../../wording/plan.ts";
import { formatMoney } from "../format.ts";

const words = planWords.extra;

interface CapFieldsProps {
  /** Of a document above the plan. */
  readonly priceUsd: string;
  /** As it is typed; null lets documents wait. */
  readonly cap: string | null;
  readonly error: string;
  /** A heading says it already. */
  readonly titleHidden?: boolean;
  readonly onChange: (cap: string | null) => void;
}

const FIRST_CAP = "10.00";

/** What happens to documents above the plan: they wait, or they cost something up to a limit. */
export function CapFields({ priceUsd, cap, error, onChange, titleHidden = false }: CapFieldsProps) {
  const name = useId();
  return (
    <BlockStack gap="200">
      <ChoiceList
        title={words.title}
        titleHidden={titleHidden}
        name={name}
        choices={[
          { value: "wait", label: words.wait, helpText: words.waitHelp },
          {
            value: "charge",
            label: words.charge(formatMoney(priceUsd, "USD")),
            helpText: words.chargeHelp,
          },
        ]}
        selected={[cap === null ? "wait" : "charge"]}
        onChange={([value]) => onChange(value === "charge" ? (cap ?? FIRST_CAP) : null)}
      />
      {cap !== null && (
        <TextField
          label={words.cap}
          helpText={words.capHelp}
          prefix="US$"
          inputMode="decimal"
          maxLength={20}
          value={cap}
          onChange={onChange}
          error={error}
          autoComplete="off"
        />
      )}
    </BlockStack>
  );
}
