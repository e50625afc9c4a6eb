import type { EInvoicing } from "#domain/merchant";
import { FormLayout, Text } from "@shopify/polaris";
import { eInvoicingWords as words } from "../../wording/e-invoicing.ts";
import { FormOneOf, FormSwitch } from "../form/fields.tsx";
import type { SettingsForm } from "../form/use-settings-form.ts";
import { SectionCard } from "../section-card.tsx";

export interface EInvoicingForm {
  readonly eInvoicing: EInvoicing;
}

interface CardProps {
  readonly form: SettingsForm<EInvoicingForm>;
}

export function ProfileCard({ form }: CardProps) {
  const { profile } = words;
  return (
    <SectionCard title={profile.title}>
      <FormOneOf
        form={form}
        path="eInvoicing.profile"
        label={profile.label}
        choices={profile.choices}
        help={profile.help}
      />
      <Text as="p" tone="subdued">
        {profile.otherwise}
      </Text>
    </SectionCard>
  );
}

export function EInvoiceFilesCard({ form }: CardProps) {
  const { files } = words;
  return (
    <SectionCard title={files.title}>
      <FormLayout>
        <FormSwitch
          form={form}
          path="eInvoicing.attachesPdf"
          label={files.attachesPdf}
          helpText={files.attachesPdfHelp}
        />
        <FormSwitch
          form={form}
          path="eInvoicing.embedsXml"
          label={files.embedsXml}
          helpText={files.embedsXmlHelp}
        />
      </FormLayout>
    </SectionCard>
  );
}
