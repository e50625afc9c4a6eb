import { useEffect, useState } from "@wordpress/element";
import type { MerchantSettings } from "#domain/merchant";
import { optionsOf } from "../choices.ts";
import { FieldRow, FormChoice, FormText } from "../form/fields.tsx";
import { FormFrame } from "../form/form-frame.tsx";
import type { SettingsForm } from "../form/use-settings-form.ts";
import { SectionCard } from "../parts/section-card.tsx";
import { sellerWords as words } from "../wording/settings.ts";
import { languageNames } from "../wording/words.ts";
import { countryOptions, timeZoneOptions } from "./country-options.ts";
import type { SectionProps } from "./section-props.ts";
import { useSectionForm } from "./use-section-form.ts";

interface SellerSectionProps extends SectionProps {
  /** The field to begin at; "" for none. */
  readonly field: string;
}

export function SellerSection({ settings, onSaved, field }: SellerSectionProps) {
  const { seller, language, timeZone } = settings;
  const form = useSectionForm({ onSaved }, { seller, language, timeZone });
  useEffect(() => {
    if (field !== "") document.getElementById(field)?.focus();
  }, [field]);
  return (
    <FormFrame form={form}>
      <BusinessCard form={form} />
      <AddressCard form={form} />
      <ContactCard form={form} />
      <BankCard form={form} />
      <LanguageCard form={form} />
    </FormFrame>
  );
}

interface CardProps {
  readonly form: SettingsForm<Pick<MerchantSettings, "seller" | "language" | "timeZone">>;
}

/** Where a seller without a VAT number is known to the tax office by a number of another kind (BT-32). */
const TAX_NUMBER_COUNTRIES = ["DE", "AT"];

function BusinessCard({ form }: CardProps) {
  const { business } = words;
  const { address, taxNumber } = form.values.seller;
  const asksTaxNumber = taxNumber !== "" || TAX_NUMBER_COUNTRIES.includes(address.countryCode);
  return (
    <SectionCard title={business.title} text={business.text}>
      <FormText
        form={form}
        path="seller.legalName"
        label={business.legalName}
        help={business.legalNameHelp}
        autoComplete="organization"
      />
      <FieldRow>
        <FormText
          form={form}
          path="seller.vatIdentifier"
          label={business.vatIdentifier}
          help={business.vatIdentifierHelp}
        />
        <FormText
          form={form}
          path="seller.enterpriseNumber"
          label={business.enterpriseNumber}
          help={business.enterpriseNumberHelp}
        />
      </FieldRow>
      {asksTaxNumber && (
        <FormText
          form={form}
          path="seller.taxNumber"
          label={business.taxNumber}
          help={business.taxNumberHelp}
        />
      )}
    </SectionCard>
  );
}

function AddressCard({ form }: CardProps) {
  const { address } = words;
  const [countries] = useState(countryOptions);
  return (
    <SectionCard title={address.title}>
      <FormText
        form={form}
        path="seller.address.line1"
        label={address.line1}
        autoComplete="address-line1"
      />
      <FormText
        form={form}
        path="seller.address.line2"
        label={address.line2}
        autoComplete="address-line2"
      />
      <FieldRow>
        <FormText
          form={form}
          path="seller.address.postalCode"
          label={address.postalCode}
          autoComplete="postal-code"
        />
        <FormText
          form={form}
          path="seller.address.city"
          label={address.city}
          autoComplete="address-level2"
        />
      </FieldRow>
      <FieldRow>
        <FormText form={form} path="seller.address.region" label={address.region} />
        <FormChoice
          form={form}
          path="seller.address.countryCode"
          label={address.country}
          options={[{ value: "", label: address.chooseCountry }, ...countries]}
        />
      </FieldRow>
    </SectionCard>
  );
}

const ContactCard = ({ form }: CardProps) => (
  <SectionCard title={words.contact.title} text={words.contact.text}>
    <FormText
      form={form}
      path="seller.email"
      type="email"
      label={words.contact.email}
      autoComplete="email"
    />
    <FieldRow>
      <FormText
        form={form}
        path="seller.phone"
        type="tel"
        label={words.contact.phone}
        autoComplete="tel"
      />
      <FormText
        form={form}
        path="seller.website"
        label={words.contact.website}
        autoComplete="url"
      />
    </FieldRow>
  </SectionCard>
);

const BankCard = ({ form }: CardProps) => (
  <SectionCard title={words.bank.title} text={words.bank.text}>
    <FieldRow>
      <FormText form={form} path="seller.iban" label={words.bank.iban} help={words.bank.ibanHelp} />
      <FormText form={form} path="seller.bic" label={words.bank.bic} help={words.bank.bicHelp} />
    </FieldRow>
  </SectionCard>
);

function LanguageCard({ form }: CardProps) {
  const { language } = words;
  const [timeZones] = useState(() => timeZoneOptions(form.values.timeZone));
  return (
    <SectionCard title={language.title}>
      <FieldRow>
        <FormChoice
          form={form}
          path="language"
          label={language.language}
          help={language.languageHelp}
          options={optionsOf(languageNames)}
        />
        <FormChoice
          form={form}
          path="timeZone"
          label={language.timeZone}
          help={language.timeZoneHelp}
          options={timeZones}
        />
      </FieldRow>
    </SectionCard>
  );
}
