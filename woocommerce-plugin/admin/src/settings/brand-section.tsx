import { contrastOnWhite } from "#domain/presentation";
import { FormText } from "../form/fields.tsx";
import { FormFrame } from "../form/form-frame.tsx";
import { putSettings, useSettingsForm, type SettingsForm } from "../form/use-settings-form.ts";
import { SectionCard } from "../parts/section-card.tsx";
import { brandWords } from "../wording/settings.ts";
import { LogoCard } from "./logo-card.tsx";
import type { SectionProps } from "./section-props.ts";

interface BrandForm {
  readonly brand: { readonly color: string };
}

/** The logo is kept as soon as it is chosen, so saving the colour takes the logo as it is by then. */
export function BrandSection({ settings, onSaved }: SectionProps) {
  const { brand } = settings;
  const form = useSettingsForm<BrandForm>({ brand: { color: brand.color } }, async (values) => {
    const answer = await putSettings({ brand: { ...brand, ...values.brand } });
    if (answer.ok) onSaved(answer.value);
    return answer;
  });
  return (
    <div className="docket-stack">
      <LogoCard brand={brand} onSaved={onSaved} />
      <FormFrame form={form}>
        <ColorCard form={form} />
      </FormFrame>
    </div>
  );
}

const words = brandWords.color;
/** WCAG 2.2, 1.4.11: what large titles and lines need. */
const LEAST_CONTRAST = 3;

function ColorCard({ form }: { readonly form: SettingsForm<BrandForm> }) {
  const { color } = form.values.brand;
  const shown = /^#[0-9a-f]{6}$/i.test(color) ? color : "#000000";
  return (
    <SectionCard title={words.title} text={words.text}>
      <div className="docket-halves">
        <div className="docket-color">
          <input
            type="color"
            aria-label={words.pick}
            value={shown}
            onChange={({ target }) => form.write("brand.color", target.value)}
          />
          <FormText
            form={form}
            path="brand.color"
            label={words.label}
            help={contrastOnWhite(shown) < LEAST_CONTRAST ? words.tooLight : words.help}
            maxLength={7}
          />
        </div>
        <div className="docket-sample">
          <p style={{ color: shown }}>{words.sample}</p>
          <div style={{ background: shown }} />
        </div>
      </div>
    </SectionCard>
  );
}
