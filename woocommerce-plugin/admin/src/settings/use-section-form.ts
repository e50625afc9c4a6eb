import type { MerchantSettings } from "#domain/merchant";
import { putSettings, useSettingsForm } from "../form/use-settings-form.ts";
import type { SectionProps } from "./section-props.ts";

/** A form of these sections of the settings, saved as they are. */
export const useSectionForm = <Key extends keyof MerchantSettings>(
  { onSaved }: Pick<SectionProps, "onSaved">,
  saved: Pick<MerchantSettings, Key>,
) =>
  useSettingsForm(saved, async (values) => {
    const answer = await putSettings(values);
    if (answer.ok) onSaved(answer.value);
    return answer;
  });
