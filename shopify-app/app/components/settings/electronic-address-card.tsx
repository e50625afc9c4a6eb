import type { ElectronicAddress } from "#domain/party";
import { ChoiceList, FormLayout, Link, Text } from "@shopify/polaris";
import { eInvoicingWords, electronicAddressSchemes } from "../../wording/e-invoicing.ts";
import { FormChoice, FormText } from "../form/fields.tsx";
import type { SettingsForm } from "../form/use-settings-form.ts";
import { SectionCard } from "../section-card.tsx";
import type { EInvoicingForm } from "./e-invoicing-cards.tsx";

const words = eInvoicingWords.address;

interface ElectronicAddressCardProps {
  readonly form: SettingsForm<EInvoicingForm>;
  /** What the seller's own numbers give; null when they give none. */
  readonly derived: ElectronicAddress | null;
}

/** Null in the settings means: derived. */
export function ElectronicAddressCard({ form, derived }: ElectronicAddressCardProps) {
  const { eInvoicing } = form.values;
  const own = eInvoicing.electronicAddress;
  const choose = (isOwn: boolean) =>
    form.replace({
      eInvoicing: {
        ...eInvoicing,
        electronicAddress: isOwn ? (derived ?? { scheme: "0208", value: "" }) : null,
      },
    });
  return (
    <SectionCard title={words.title} text={words.text}>
      <FormLayout>
        <ChoiceList
          title={words.label}
          choices={[
            {
              value: "derived",
              label: derived ? words.derived(addressText(derived)) : words.notDerived,
              helpText: derived ? electronicAddressSchemes[derived.scheme] : words.none,
            },
            { value: "own", label: words.own },
          ]}
          selected={[own === null ? "derived" : "own"]}
          onChange={([value]) => choose(value === "own")}
        />
        {own === null && derived === null && (
          <Text as="p">
            <Link url="/app/settings/seller">{words.seller}</Link>
          </Text>
        )}
        {own !== null && (
          <FormLayout.Group>
            <FormChoice
              form={form}
              path="eInvoicing.electronicAddress.scheme"
              label={words.scheme}
              helpText={words.schemeHelp}
              options={schemeOptions(own.scheme)}
            />
            <FormText
              form={form}
              path="eInvoicing.electronicAddress.value"
              label={words.value}
              helpText={words.valueHelp}
            />
          </FormLayout.Group>
        )}
      </FormLayout>
    </SectionCard>
  );
}

/** As Peppol writes it: 0208:0417497106. */
const addressText = ({ scheme, value }: ElectronicAddress): string => `${scheme}:${value}`;

/** By country, with the one that is chosen even if it is none of ours. */
function schemeOptions(chosen: string) {
  const known = Object.entries(electronicAddressSchemes)
    .toSorted(([, a], [, b]) => a.localeCompare(b, "en"))
    .map(([value, name]) => ({ value, label: `${name} (${value})` }));
  return chosen in electronicAddressSchemes ? known : [...known, { value: chosen, label: chosen }];
}
