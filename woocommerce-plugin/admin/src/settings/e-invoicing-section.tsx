import { deriveElectronicAddress, type ElectronicAddress } from "#domain/party";
import type { EInvoicing } from "#domain/merchant";
import { FieldRow, FormChoice, FormOneOf, FormSwitch, FormText } from "../form/fields.tsx";
import { FormFrame } from "../form/form-frame.tsx";
import type { SettingsForm } from "../form/use-settings-form.ts";
import { adminLocale } from "../frame/format-context.tsx";
import { Link } from "../navigation/link.tsx";
import { places } from "../navigation/route.ts";
import { ChoiceList } from "../parts/choice-list.tsx";
import { SectionCard } from "../parts/section-card.tsx";
import { electronicAddressSchemes, eInvoicingWords as words } from "../wording/e-invoicing.ts";
import type { SectionProps } from "./section-props.ts";
import { useSectionForm } from "./use-section-form.ts";

export function EInvoicingSection({ settings: { eInvoicing, seller }, onSaved }: SectionProps) {
  const form = useSectionForm({ onSaved }, { eInvoicing });
  const { countryCode } = seller.address;
  return (
    <FormFrame form={form}>
      <SectionCard title={words.about.title}>
        <p>{words.about.text}</p>
      </SectionCard>
      <ElectronicAddressCard
        form={form}
        derived={deriveElectronicAddress({ ...seller, countryCode })}
      />
      <ProfileCard form={form} />
      <EInvoiceFilesCard form={form} />
    </FormFrame>
  );
}

interface CardProps {
  readonly form: SettingsForm<{ readonly eInvoicing: EInvoicing }>;
}

interface ElectronicAddressCardProps extends CardProps {
  /** What the seller's own numbers give; null when they give none. */
  readonly derived: ElectronicAddress | null;
}

/** Null in the settings means: derived. */
function ElectronicAddressCard({ form, derived }: ElectronicAddressCardProps) {
  const { address } = words;
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
    <SectionCard title={address.title} text={address.text}>
      <ChoiceList
        title={address.label}
        choices={[
          {
            value: "derived",
            label: derived ? address.derived(addressText(derived)) : address.notDerived,
            help: derived ? electronicAddressSchemes[derived.scheme] : address.none,
          },
          { value: "own", label: address.own },
        ]}
        selected={own === null ? "derived" : "own"}
        onChange={(value) => choose(value === "own")}
      />
      {own === null && derived === null && (
        <p>
          <Link to={places.settings("seller", "seller.vatIdentifier")}>{address.seller}</Link>
        </p>
      )}
      {own !== null && (
        <FieldRow>
          <FormChoice
            form={form}
            path="eInvoicing.electronicAddress.scheme"
            label={address.scheme}
            help={address.schemeHelp}
            options={schemeOptions(own.scheme)}
          />
          <FormText
            form={form}
            path="eInvoicing.electronicAddress.value"
            label={address.value}
            help={address.valueHelp}
          />
        </FieldRow>
      )}
    </SectionCard>
  );
}

/** As Peppol writes it: 0208:0417497106. */
const addressText = ({ scheme, value }: ElectronicAddress): string => `${scheme}:${value}`;

/** By country, with the one that is chosen even if it is none of ours. */
function schemeOptions(chosen: string) {
  const known = Object.entries(electronicAddressSchemes)
    .toSorted(([, a], [, b]) => a.localeCompare(b, adminLocale))
    .map(([value, name]) => ({ value, label: `${name} (${value})` }));
  return chosen in electronicAddressSchemes ? known : [...known, { value: chosen, label: chosen }];
}

const ProfileCard = ({ form }: CardProps) => (
  <SectionCard title={words.profile.title}>
    <FormOneOf
      form={form}
      path="eInvoicing.profile"
      label={words.profile.label}
      choices={words.profile.choices}
      meanings={words.profile.help}
    />
    <p className="docket-quiet">{words.profile.otherwise}</p>
  </SectionCard>
);

const EInvoiceFilesCard = ({ form }: CardProps) => (
  <SectionCard title={words.files.title}>
    <FormSwitch
      form={form}
      path="eInvoicing.attachesPdf"
      label={words.files.attachesPdf}
      help={words.files.attachesPdfHelp}
    />
    <FormSwitch
      form={form}
      path="eInvoicing.embedsXml"
      label={words.files.embedsXml}
      help={words.files.embedsXmlHelp}
    />
  </SectionCard>
);
