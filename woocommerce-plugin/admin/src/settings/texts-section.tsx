import { SelectControl } from "@wordpress/components";
import { useState } from "@wordpress/element";
import type { Language, PaidState } from "#domain/merchant";
import { isKeyOf, keysOf, optionsOf } from "../choices.ts";
import { FieldRow } from "../form/fields.tsx";
import { FormFrame } from "../form/form-frame.tsx";
import type { SettingsForm } from "../form/use-settings-form.ts";
import { textsWords as words } from "../wording/settings.ts";
import { languageNames, paidStateNames } from "../wording/words.ts";
import type { SectionProps } from "./section-props.ts";
import { TextPreviewCard } from "./text-preview-card.tsx";
import { TextsEditor, type TextsForm } from "./texts-editor.tsx";
import { useSectionForm } from "./use-section-form.ts";

export function TextsSection({ settings, onSaved }: SectionProps) {
  const form = useSectionForm({ onSaved }, { texts: settings.texts });
  const [language, setLanguage] = useState<Language>(settings.language);
  const [paidState, setPaidState] = useState<PaidState>("paid");
  const { captions, mails } = form.values.texts;
  return (
    <FormFrame form={form}>
      <FieldRow>
        <SelectControl
          __nextHasNoMarginBottom
          __next40pxDefaultSize
          label={words.language}
          value={language}
          options={languageOptions(form)}
          onChange={(value) => {
            if (isKeyOf(languageNames, value)) setLanguage(value);
          }}
        />
        <SelectControl
          __nextHasNoMarginBottom
          __next40pxDefaultSize
          label={words.state}
          value={paidState}
          options={optionsOf(paidStateNames)}
          onChange={(value) => {
            if (isKeyOf(paidStateNames, value)) setPaidState(value);
          }}
        />
      </FieldRow>
      <div className="docket-halves">
        <TextsEditor
          key={`${language} ${paidState}`}
          form={form}
          language={language}
          paidState={paidState}
        />
        <TextPreviewCard
          language={language}
          paidState={paidState}
          caption={captions[paidState][language]}
          {...mails[paidState][language]}
        />
      </div>
    </FormFrame>
  );
}

/** A language whose texts have an error says so, since its fields may not be the ones on the screen. */
const languageOptions = (form: SettingsForm<TextsForm>) =>
  optionsOf(languageNames).map(({ value, label }) => {
    const isWrong = keysOf(paidStateNames).some(
      (state) =>
        form.errorAt(`texts.captions.${state}.${value}`) ||
        form.errorAt(`texts.mails.${state}.${value}.subject`) ||
        form.errorAt(`texts.mails.${state}.${value}.body`),
    );
    return { value, label: isWrong ? `${label} (!)` : label };
  });
