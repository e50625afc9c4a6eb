import { useState } from "@wordpress/element";
import type { MerchantSettings } from "#domain/merchant";
import { FieldRow, FormChoice, FormOneOf, FormSwitch, FormText } from "../form/fields.tsx";
import { FormFrame } from "../form/form-frame.tsx";
import type { SettingsForm } from "../form/use-settings-form.ts";
import { Banner } from "../parts/banner.tsx";
import { PushButton } from "../parts/push-button.tsx";
import { SectionCard } from "../parts/section-card.tsx";
import { vatWords as words } from "../wording/vat.ts";
import { countryOptions } from "./country-options.ts";
import type { SectionProps } from "./section-props.ts";
import { useSectionForm } from "./use-section-form.ts";

export function VatSection({ settings: { vat }, onSaved }: SectionProps) {
  const form = useSectionForm({ onSaved }, { vat });
  return (
    <FormFrame form={form}>
      <p>{words.intro}</p>
      <VatStatusCard form={form} />
      <RegistrationsCard form={form} />
      <UntaxedSalesCard form={form} />
      <ShippingVatCard form={form} />
    </FormFrame>
  );
}

interface CardProps {
  readonly form: SettingsForm<Pick<MerchantSettings, "vat">>;
}

function VatStatusCard({ form }: CardProps) {
  const { status } = words;
  const { isSmallBusiness, usesOss, registrations } = form.values.vat;
  const isBoth = isSmallBusiness && (usesOss || registrations.length > 0);
  return (
    <SectionCard title={status.title}>
      {isSmallBusiness && (
        <Banner status="warning">{isBoth ? status.bothChosen : status.shopChargesNone}</Banner>
      )}
      <FormSwitch
        form={form}
        path="vat.isSmallBusiness"
        label={status.isSmallBusiness}
        help={status.isSmallBusinessHelp}
      />
      <FormSwitch form={form} path="vat.usesOss" label={status.usesOss} help={status.usesOssHelp} />
    </SectionCard>
  );
}

/** One row for each country with a VAT number of its own. */
function RegistrationsCard({ form }: CardProps) {
  const { registrations: texts } = words;
  const { vat } = form.values;
  const [countries] = useState(countryOptions);
  const change = (registrations: typeof vat.registrations) =>
    form.replace({ vat: { ...vat, registrations } });
  const nameOf = (countryCode: string) =>
    countries.find(({ value }) => value === countryCode)?.label ?? "";
  return (
    <SectionCard title={texts.title} text={texts.text}>
      {vat.registrations.length === 0 && <p className="docket-quiet">{texts.none}</p>}
      {vat.registrations.map(({ countryCode }, index) => (
        // Rows have no name of their own: what is typed may repeat.
        // oxlint-disable-next-line react/no-array-index-key
        <div key={index} className="docket-entry">
          <FieldRow>
            <FormChoice
              form={form}
              path={`vat.registrations.${index}.countryCode`}
              label={texts.country}
              options={[{ value: "", label: texts.chooseCountry }, ...countries]}
            />
            <FormText
              form={form}
              path={`vat.registrations.${index}.vatIdentifier`}
              label={texts.vatIdentifier}
              help={texts.vatIdentifierHelp}
            />
          </FieldRow>
          <p>
            <PushButton
              variant="link"
              isDestructive
              spokenName={texts.removeOf(nameOf(countryCode))}
              onClick={() => change(vat.registrations.toSpliced(index, 1))}
            >
              {texts.remove}
            </PushButton>
          </p>
        </div>
      ))}
      <p>
        <PushButton
          onClick={() => change([...vat.registrations, { countryCode: "", vatIdentifier: "" }])}
        >
          {texts.add}
        </PushButton>
      </p>
    </SectionCard>
  );
}

/** The rule is asked for only where it is printed. */
const UntaxedSalesCard = ({ form }: CardProps) => (
  <SectionCard title={words.untaxed.title} text={words.untaxed.text}>
    <FormOneOf
      form={form}
      path="vat.untaxedSales"
      label={words.untaxed.label}
      choices={words.untaxed.choices}
      meanings={words.untaxed.help}
    />
    {form.values.vat.untaxedSales !== "ask" && (
      <FormText
        form={form}
        path="vat.untaxedSalesRule"
        label={words.untaxed.rule}
        help={words.untaxed.ruleHelp}
      />
    )}
  </SectionCard>
);

const ShippingVatCard = ({ form }: CardProps) => (
  <SectionCard title={words.shipping.title} text={words.shipping.text}>
    <FormOneOf
      form={form}
      path="vat.shipping"
      label={words.shipping.label}
      choices={words.shipping.choices}
      meanings={words.shipping.help}
    />
  </SectionCard>
);
