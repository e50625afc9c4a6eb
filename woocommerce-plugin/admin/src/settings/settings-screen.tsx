import { SelectControl } from "@wordpress/components";
import type { MerchantSettings } from "#domain/merchant";
import { servicePath } from "../api/call.ts";
import { useLoad } from "../api/use-load.ts";
import { isKeyOf, optionsOf } from "../choices.ts";
import { Screen } from "../frame/screen.tsx";
import { Link } from "../navigation/link.tsx";
import { visit } from "../navigation/location.ts";
import { NEW_RULE, places, sectionOf, SECTIONS, type Section } from "../navigation/route.ts";
import { pageFacts } from "../page-facts.ts";
import { LoadedView } from "../parts/loaded-view.tsx";
import { frameWords } from "../wording/frame.ts";
import { rulesWords } from "../wording/rules.ts";
import { settingsWords as words } from "../wording/settings.ts";
import { BrandSection } from "./brand-section.tsx";
import { EInvoicingSection } from "./e-invoicing-section.tsx";
import { NumberingSection } from "./numbering-section.tsx";
import { PaymentSection } from "./payment-section.tsx";
import { RuleSection } from "./rule-section.tsx";
import { RulesSection } from "./rules-section.tsx";
import type { SectionProps } from "./section-props.ts";
import { SellerSection } from "./seller-section.tsx";
import { SendingSection } from "./sending-section.tsx";
import { TextsSection } from "./texts-section.tsx";
import { VatSection } from "./vat-section.tsx";

export function SettingsScreen({ params }: { readonly params: URLSearchParams }) {
  const section = sectionOf(params);
  const ruleId = section === "rules" ? (params.get("rule") ?? "") : "";
  return (
    <div className="docket-settings">
      <SectionMenu section={section} />
      <Screen key={`${section} ${ruleId}`} {...headOf(section, ruleId)}>
        <LoadedSection section={section} params={params} />
      </Screen>
    </div>
  );
}

function headOf(section: Section, ruleId: string) {
  if (ruleId === "") return { title: words.sections[section] };
  const title = ruleId === NEW_RULE ? rulesWords.create : rulesWords.edit;
  return { title, back: { label: rulesWords.title, to: places.settings("rules") } };
}

interface LoadedSectionProps {
  readonly section: Section;
  readonly params: URLSearchParams;
}

function LoadedSection({ section, params }: LoadedSectionProps) {
  const settings = useLoad<MerchantSettings>(servicePath("settings"));
  return (
    <LoadedView loaded={settings} text={frameWords.loading}>
      {(value) => (
        <CurrentSection
          section={section}
          params={params}
          settings={value}
          onSaved={settings.replace}
        />
      )}
    </LoadedView>
  );
}

function CurrentSection({ section, params, ...props }: LoadedSectionProps & SectionProps) {
  const field = params.get("field") ?? "";
  const ruleId = params.get("rule") ?? "";
  switch (section) {
    case "seller":
      return <SellerSection {...props} field={field} />;
    case "rules":
      return ruleId === "" ? (
        <RulesSection {...props} />
      ) : (
        <RuleSection key={ruleId} {...props} ruleId={ruleId} />
      );
    case "numbering":
      return <NumberingSection {...props} />;
    case "texts":
      return <TextsSection {...props} />;
    case "vat":
      return <VatSection {...props} />;
    case "eInvoicing":
      return <EInvoicingSection {...props} />;
    case "sending":
      return <SendingSection {...props} />;
    case "payment":
      return <PaymentSection {...props} />;
    case "brand":
      return <BrandSection {...props} />;
  }
}

/** A list where there is room, a menu on a phone. */
const SectionMenu = ({ section }: { readonly section: Section }) => (
  <>
    <nav className="docket-sections" aria-label={words.menu}>
      {SECTIONS.map((each) => (
        <Link key={each} to={places.settings(each)} isCurrent={each === section}>
          {words.sections[each]}
        </Link>
      ))}
      <a href={pageFacts.connectionUrl}>{words.connection}</a>
    </nav>
    <div className="docket-sections-menu">
      <SelectControl
        __nextHasNoMarginBottom
        __next40pxDefaultSize
        label={words.title}
        value={section}
        options={optionsOf(words.sections)}
        onChange={(value) => {
          if (isKeyOf(words.sections, value)) visit(places.settings(value));
        }}
        help={<a href={pageFacts.connectionUrl}>{words.connection}</a>}
      />
    </div>
  </>
);
