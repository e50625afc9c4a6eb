import { FieldRow, FormChoice, FormNumber, FormSwitch } from "../form/fields.tsx";
import { FormFrame } from "../form/form-frame.tsx";
import { Link } from "../navigation/link.tsx";
import { places } from "../navigation/route.ts";
import { SectionCard } from "../parts/section-card.tsx";
import { paymentWords as words } from "../wording/settings.ts";
import type { SectionProps } from "./section-props.ts";
import { useSectionForm } from "./use-section-form.ts";

export function PaymentSection({ settings: { payment }, onSaved }: SectionProps) {
  const form = useSectionForm({ onSaved }, { payment });
  const { terms, bank } = words;
  return (
    <FormFrame form={form}>
      <SectionCard title={terms.title} text={terms.text}>
        <FieldRow>
          <FormNumber
            form={form}
            path="payment.termDays"
            label={terms.termDays}
            help={terms.termDaysHelp}
          />
          <FormChoice
            form={form}
            path="payment.reference"
            label={terms.reference}
            help={terms.referenceHelp}
            options={[
              { value: "usual", label: terms.usual },
              { value: "structured", label: terms.structured },
              { value: "rf", label: terms.rf },
              { value: "number", label: terms.number },
            ]}
          />
        </FieldRow>
        <FormSwitch
          form={form}
          path="payment.showsQr"
          label={terms.showsQr}
          help={terms.showsQrHelp}
        />
        <p className="docket-quiet">
          {bank.text} <Link to={places.settings("seller", "seller.iban")}>{bank.link}</Link>
        </p>
      </SectionCard>
    </FormFrame>
  );
}
