import type { VatSettings } from "#domain/merchant";
import { Banner, FormLayout } from "@shopify/polaris";
import { vatWords as words } from "../../wording/vat.ts";
import { FormOneOf, FormSwitch, FormText } from "../form/fields.tsx";
import type { SettingsForm } from "../form/use-settings-form.ts";
import { SectionCard } from "../section-card.tsx";

export interface VatForm {
  readonly vat: VatSettings;
}

interface CardProps {
  readonly form: SettingsForm<VatForm>;
}

export function VatStatusCard({ form }: CardProps) {
  const { status } = words;
  const { isSmallBusiness, usesOss, registrations } = form.values.vat;
  const isBoth = isSmallBusiness && (usesOss || registrations.length > 0);
  return (
    <SectionCard title={status.title}>
      {isSmallBusiness && (
        <Banner tone="warning">{isBoth ? status.bothChosen : status.shopChargesNone}</Banner>
      )}
      <FormLayout>
        <FormSwitch
          form={form}
          path="vat.isSmallBusiness"
          label={status.isSmallBusiness}
          helpText={status.isSmallBusinessHelp}
        />
        <FormSwitch
          form={form}
          path="vat.usesOss"
          label={status.usesOss}
          helpText={status.usesOssHelp}
        />
      </FormLayout>
    </SectionCard>
  );
}

/** The rule is asked for only where it is printed. */
export function UntaxedSalesCard({ form }: CardProps) {
  const { untaxed } = words;
  return (
    <SectionCard title={untaxed.title} text={untaxed.text}>
      <FormLayout>
        <FormOneOf
          form={form}
          path="vat.untaxedSales"
          label={untaxed.label}
          choices={untaxed.choices}
          help={untaxed.help}
        />
        {form.values.vat.untaxedSales !== "ask" && (
          <FormText
            form={form}
            path="vat.untaxedSalesRule"
            label={untaxed.rule}
            helpText={untaxed.ruleHelp}
          />
        )}
      </FormLayout>
    </SectionCard>
  );
}

export function ShippingVatCard({ form }: CardProps) {
  const { shipping } = words;
  return (
    <SectionCard title={shipping.title} text={shipping.text}>
      <FormOneOf
        form={form}
        path="vat.shipping"
        label={shipping.label}
        choices={shipping.choices}
        help={shipping.help}
      />
    </SectionCard>
  );
}
