import type { MerchantSettings } from "#domain/merchant";
import { FormLayout } from "@shopify/polaris";
import { sellerWords as words } from "../../wording/settings.ts";
import { languageNames, optionsOf } from "../../wording/words.ts";
import { FormChoice, FormText } from "../form/fields.tsx";
import type { SettingsForm } from "../form/use-settings-form.ts";
import { SectionCard } from "../section-card.tsx";

type Option = { value: string; label: string };
interface CardProps {
  readonly form: SettingsForm<Pick<MerchantSettings, "seller" | "language" | "timeZone">>;
}

/** Where a seller without a VAT number is known to the tax office by a number of another kind (BT-32). */
const TAX_NUMBER_COUNTRIES = ["DE", "AT"];

export function BusinessCard({ form }: CardProps) {
  const { business } = words;
  const { address, taxNumber } = form.values.seller;
  const asksTaxNumber = taxNumber !== "" || TAX_NUMBER_COUNTRIES.includes(address.countryCode);
  return (
    <SectionCard title={business.title} text={business.text}>
      <FormLayout>
        <FormText
          form={form}
          path="seller.legalName"
          label={business.legalName}
          helpText={business.legalNameHelp}
          autoComplete="organization"
        />
        <FormLayout.Group>
          <FormText
            form={form}
            path="seller.vatIdentifier"
            label={business.vatIdentifier}
            helpText={business.vatIdentifierHelp}
          />
          <FormText
            form={form}
            path="seller.enterpriseNumber"
            label={business.enterpriseNumber}
            helpText={business.enterpriseNumberHelp}
          />
        </FormLayout.Group>
        {asksTaxNumber && (
          <FormText
            form={form}
            path="seller.taxNumber"
            label={business.taxNumber}
            helpText={business.taxNumberHelp}
          />
        )}
      </FormLayout>
    </SectionCard>
  );
}

export function AddressCard({ form, countries }: CardProps & { readonly countries: Option[] }) {
  const { address } = words;
  return (
    <SectionCard title={address.title}>
      <FormLayout>
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
        <FormLayout.Group>
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
        </FormLayout.Group>
        <FormLayout.Group>
          <FormText form={form} path="seller.address.region" label={address.region} />
          <FormChoice
            form={form}
            path="seller.address.countryCode"
            label={address.country}
            options={[{ value: "", label: address.chooseCountry }, ...countries]}
          />
        </FormLayout.Group>
      </FormLayout>
    </SectionCard>
  );
}

export function ContactCard({ form }: CardProps) {
  const { contact } = words;
  return (
    <SectionCard title={contact.title} text={contact.text}>
      <FormLayout>
        <FormText
          form={form}
          path="seller.email"
          type="email"
          label={contact.email}
          autoComplete="email"
        />
        <FormLayout.Group>
          <FormText
            form={form}
            path="seller.phone"
            type="tel"
            label={contact.phone}
            autoComplete="tel"
          />
          <FormText form={form} path="seller.website" label={contact.website} autoComplete="url" />
        </FormLayout.Group>
      </FormLayout>
    </SectionCard>
  );
}

export function BankCard({ form }: CardProps) {
  const { bank } = words;
  return (
    <SectionCard title={bank.title} text={bank.text}>
      <FormLayout>
        <FormLayout.Group>
          <FormText form={form} path="seller.iban" label={bank.iban} helpText={bank.ibanHelp} />
          <FormText form={form} path="seller.bic" label={bank.bic} helpText={bank.bicHelp} />
        </FormLayout.Group>
      </FormLayout>
    </SectionCard>
  );
}

export function LanguageCard({ form, timeZones }: CardProps & { readonly timeZones: Option[] }) {
  const { language } = words;
  return (
    <SectionCard title={language.title}>
      <FormLayout>
        <FormLayout.Group>
          <FormChoice
            form={form}
            path="language"
            label={language.language}
            helpText={language.languageHelp}
            options={optionsOf(languageNames)}
          />
          <FormChoice
            form={form}
            path="timeZone"
            label={language.timeZone}
            helpText={language.timeZoneHelp}
            options={timeZones}
          />
        </FormLayout.Group>
      </FormLayout>
    </SectionCard>
  );
}
