import { Button, FormLayout, InlineStack, Text } from "@shopify/polaris";
import { vatWords } from "../../wording/vat.ts";
import { FormChoice, FormText } from "../form/fields.tsx";
import type { SettingsForm } from "../form/use-settings-form.ts";
import { SectionCard } from "../section-card.tsx";
import type { VatForm } from "./vat-cards.tsx";

const words = vatWords.registrations;

interface RegistrationsCardProps {
  readonly form: SettingsForm<VatForm>;
  readonly countries: { value: string; label: string }[];
}

/** One row for each country with a VAT number of its own. */
export function RegistrationsCard({ form, countries }: RegistrationsCardProps) {
  const { vat } = form.values;
  const change = (registrations: VatForm["vat"]["registrations"]) =>
    form.replace({ vat: { ...vat, registrations } });
  const nameOf = (countryCode: string) =>
    countries.find(({ value }) => value === countryCode)?.label ?? "";
  return (
    <SectionCard title={words.title} text={words.text}>
      {vat.registrations.length === 0 && (
        <Text as="p" tone="subdued">
          {words.none}
        </Text>
      )}
      {vat.registrations.map(({ countryCode }, index) => (
        // Rows have no name of their own: what is typed may repeat.
        // oxlint-disable-next-line react/no-array-index-key
        <FormLayout key={index}>
          <FormLayout.Group>
            <FormChoice
              form={form}
              path={`vat.registrations.${index}.countryCode`}
              label={words.country}
              options={[{ value: "", label: words.chooseCountry }, ...countries]}
            />
            <FormText
              form={form}
              path={`vat.registrations.${index}.vatIdentifier`}
              label={words.vatIdentifier}
              helpText={words.vatIdentifierHelp}
            />
          </FormLayout.Group>
          <InlineStack align="end">
            <Button
              variant="plain"
              tone="critical"
              accessibilityLabel={words.removeOf(nameOf(countryCode))}
              onClick={() => change(vat.registrations.toSpliced(index, 1))}
            >
              {words.remove}
            </Button>
          </InlineStack>
        </FormLayout>
      ))}
      <InlineStack>
        <Button
          onClick={() => change([...vat.registrations, { countryCode: "", vatIdentifier: "" }])}
        >
          {words.add}
        </Button>
      </InlineStack>
    </SectionCard>
  );
}
