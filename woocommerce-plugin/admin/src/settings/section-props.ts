import type { MerchantSettings } from "#domain/merchant";

/** What a section shows and what it does when it has saved something. */
export interface SectionProps {
  readonly settings: MerchantSettings;
  readonly onSaved: (settings: MerchantSettings) => void;
}
